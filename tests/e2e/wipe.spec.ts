import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type CupsWorld, startCups } from '../../main/services/print/world.ts';
import { openApp } from './app.ts';
import { type Counter, openCounter } from './counter.ts';
import { found } from './pages/found.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';

// One test for the one list: a mark in every place a visit can leave traces, then none of it on disk, for each way a visit ends.

const MARK = 'mark-7f3a91c4e5';
/** What the invented card holds and nobody may keep: names, number, street. */
const CARD = ['Nadia', 'Exemple', '85073090431', 'Rue des Essais'];

declare global {
  /** In the app's main process: the session of the visit, kept so that it can be asked when its window is gone. */
  var visitSession: Electron.Session | undefined;
}

let counter: Counter;
let cups: CupsWorld;
let began: number;
test.beforeEach(async () => {
  began = Date.now();
  cups = await startCups();
  counter = await openCounter({
    settings: { printers: { kiosk: 'desk' }, idle: { seconds: 20, warning: 20 } },
    env: { CUPS_SERVER: cups.server },
  });
});
test.afterEach(async () => {
  await counter.close();
  await cups.stop();
});

/** A visit with a card, a guide and a printed paper, and a mark planted in every place. Gives the receipt of the visit. */
async function leaveTraces(kiosk: Kiosk): Promise<string> {
  const { app, world, mint } = counter;
  await kiosk.begin();
  await world.plug(mint.card('nadia'));
  await kiosk.cardSays('present');
  await kiosk.agreeToCard();
  await kiosk.cardSays('ready');
  await kiosk.press(kiosk.w('move.go'));
  await kiosk.openSheet('composition-menage');
  await kiosk.walkGuide('composition-menage', 3);
  await kiosk.press(kiosk.w('promise.end'));
  await kiosk.press(kiosk.w('closing.paper'));
  await kiosk.press(kiosk.w('paper.kiosk'));
  await expect(kiosk.page.locator('.take-said', { hasText: kiosk.w('paper.printedKiosk') })).toBeVisible({ timeout: 20_000 });
  await kiosk.press(kiosk.w('move.back'));

  await kiosk.page.evaluate(async (mark) => {
    localStorage.setItem('mark', mark);
    sessionStorage.setItem('mark', mark);
    window.name = mark;
    history.replaceState({ mark }, '', `#${mark}`);
    document.body.dataset.mark = mark;
    await new Promise((resolve, reject) => {
      const open = indexedDB.open('mark', 1);
      open.onupgradeneeded = () => open.result.createObjectStore('mark').put(mark, 1);
      open.onsuccess = resolve;
      open.onerror = reject;
    });
    await caches
      ?.open('mark')
      .then((cache) => cache.put('/mark', new Response(mark)))
      .catch(() => {});
  }, MARK);
  await app.electron.evaluate(async ({ BrowserWindow, clipboard }, mark) => {
    clipboard.writeText(mark);
    // X11: what the middle button pastes. The newer types no longer know the argument.
    (clipboard.writeText as (text: string, type: string) => void)(mark, 'selection');
    const session = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().startsWith('app://kiosk/'))
      ?.webContents.session;
    if (!session) throw new Error('no kiosk window');
    await session.cookies.set({ url: 'https://example.be/', name: 'mark', value: mark });
    globalThis.visitSession = session;
  }, MARK);
  for (const place of ['temp', 'downloads']) {
    mkdirSync(path.join(app.folder, place), { recursive: true });
    writeFileSync(path.join(app.folder, place, 'scan.txt'), MARK);
  }
  const view = await kiosk.page.evaluate(() => window.comptoir.request('visit.read', undefined));
  return (view as { value: { receipt: string } }).value.receipt;
}

/** The session the visit had, not that of the fresh window, which was never used. After a power cut it died with the program. */
async function expectSessionEmpty() {
  const { electron } = counter.app;
  const asked = () =>
    electron.evaluate(async ({ BrowserWindow }) => {
      const session = globalThis.visitSession;
      if (!session) return null;
      const serves = BrowserWindow.getAllWindows().some(({ webContents }) => webContents.session === session);
      // What the pages stored is seen only by a page: one of the same address, in that session.
      const window = new BrowserWindow({ show: false, webPreferences: { session, sandbox: true } });
      try {
        await window.loadURL('app://kiosk/locales/none.json').catch(() => undefined);
        const stored = await window.webContents.executeJavaScript(
          `(async () => ({
            origin: location.origin,
            local: localStorage.length,
            databases: (await indexedDB.databases()).length,
            caches: (await caches?.keys().catch(() => []))?.length ?? 0,
          }))()`,
        );
        return { ...stored, serves, cookies: (await session.cookies.get({})).length, path: session.getStoragePath() };
      } finally {
        window.destroy();
      }
    });
  const left = await asked();
  const nothing = { local: 0, databases: 0, caches: 0, cookies: 0, path: null };
  if (left !== null) expect(left).toEqual({ origin: 'app://kiosk', serves: false, ...nothing });
}

async function expectNothingLeft(receipt: string) {
  const { app } = counter;
  const secrets = [MARK, receipt, receipt.replace('-', ''), ...CARD];
  // The window is fresh before the last things on the list are gone.
  await expect.poll(() => found(app.folder, secrets), { timeout: 15_000 }).toEqual([]);
  // Chromium and the print client may use the machine's temporary folder; what tests keep there themselves is not theirs.
  const ours = /comptoir-(roots|world)-|cups-|playwright/;
  expect(found(tmpdir(), [MARK, ...CARD], began).filter((file) => !ours.test(file))).toEqual([]);
  await expect.poll(() => cups.spool(), { timeout: 15_000 }).toEqual([]);
  expect(cups.everything().includes(MARK)).toBe(false);
  const pasted = await app.electron.evaluate(async ({ clipboard }) => {
    // As above; and from Electron 44 on it is a promise.
    const selection = (clipboard.readText as (...type: string[]) => string | Promise<string>)('selection');
    return [await clipboard.readText(), await selection];
  });
  expect(pasted).toEqual(['', '']);
  const fresh = await app.window('kiosk');
  const left = await fresh.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    name: window.name,
    hash: location.hash,
    databases: (await indexedDB.databases()).length,
    text: document.body.innerText,
  }));
  expect(left).toMatchObject({ local: 0, session: 0, cookie: '', name: '', hash: '', databases: 0 });
  for (const secret of CARD) expect(left.text).not.toContain(secret);
  // Last: the page that asks has the kiosk's address for a moment.
  await expectSessionEmpty();
}

test('done: nothing of the visit is left', async () => {
  const kiosk = await kioskOf(counter.app);
  const receipt = await leaveTraces(kiosk);
  expect(found(counter.app.folder, [MARK]).length).toBeGreaterThan(0); // the search itself finds
  await kiosk.end();
  await expectNothingLeft(receipt);
});

test('idle: warned with a countdown, then nothing of the visit is left', async () => {
  test.setTimeout(120_000);
  const kiosk = await kioskOf(counter.app);
  const receipt = await leaveTraces(kiosk);
  await expect(kiosk.page.getByRole('heading', { name: kiosk.w('idle.title') })).toBeVisible({ timeout: 40_000 });
  await expect.poll(() => kiosk.page.isClosed(), { timeout: 40_000 }).toBe(true);
  await expectNothingLeft(receipt);
});

test('crash of the page: a fresh poster, a count, and nothing of the visit is left', async () => {
  const kiosk = await kioskOf(counter.app);
  const receipt = await leaveTraces(kiosk);
  await counter.app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().startsWith('app://kiosk/'))
      ?.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(
      async () =>
        (await counter.app.window('kiosk'))
          .locator('.attract-counter, .left')
          .isVisible()
          .catch(() => false),
      { timeout: 15_000 },
    )
    .toBe(true);
  await expectNothingLeft(receipt);
  await expectOneInterrupted();
});

test('power cut: the next start wipes what was left and counts one visit', async () => {
  const kiosk = await kioskOf(counter.app);
  const receipt = await leaveTraces(kiosk);
  const { folder, electron } = counter.app;
  const gone = new Promise((resolve) => electron.process().once('exit', resolve));
  electron.process().kill('SIGKILL');
  await gone;
  counter.app = await openApp({ folder, env: { CUPS_SERVER: cups.server } });
  await expect((await counter.app.window('kiosk')).locator('.attract-counter, .left')).toBeVisible();
  await expect.poll(() => found(folder, [MARK, ...CARD])).toEqual([]);
  await expectNothingLeft(receipt);
  await expectOneInterrupted();
});

/** One visit counted as cut off, and no line of it. */
async function expectOneInterrupted() {
  const console_ = await counter.app.window('console');
  const day = () =>
    console_.evaluate(() => window.comptoir.request('journal.day', { day: new Date().toLocaleDateString('sv-SE') }));
  await expect.poll(day, { timeout: 10_000 }).toMatchObject({ ok: true, value: { assistances: [], interrupted: 1 } });
}
