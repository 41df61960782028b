import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { sampleName, sampleOf } from '../fixtures/sample.ts';
import { again } from './pages/again.ts';
import { found } from './pages/found.ts';
import { kioskOf } from './pages/kiosk.ts';
import { type AtLogin, atLogin } from './pages/login.ts';
import { openPane, openPortalCounter, type PortalCounter } from './pages/portal.ts';

// A mark in everything that a site can keep, a log-in with the card, a document that was sent, a clipboard, a credential: after each
// way of ending none of it is in any file of ours, nor in the next visit, and what the receipt says was counted.

const MARK = 'mark-5d0c2e91fb';
const CODE = '739164';
const CARD = ['Joris Voorbeeld', 'Proefstraat', '92010290109'];
const TRICKS = 'https://irisbox.irisnet.be/irisbox/tricks/';

let counter: PortalCounter;
let began: number;
test.beforeEach(() => {
  test.setTimeout(150_000);
  began = Date.now();
});
const open = async (idle = { seconds: 300, warning: 20 }) => {
  counter = await openPortalCounter({ settings: { idle } });
};
test.afterEach(async () => {
  await counter.app.close();
  await counter.close();
});

interface Left {
  at: AtLogin;
  /** What only this visit's log-in gave out. */
  sessions: string[];
}

async function leaveMarks(idle?: { seconds: number; warning: number }): Promise<Left> {
  await open(idle);
  const at = await atLogin(counter, counter.mint.card('joris', undefined, { applet: '1.7', pin: CODE }));
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, CODE);
  await pin.closed();
  await at.certificate(true);
  const page = await at.greeted('Joris Voorbeeld');
  await page.goto('https://irisbox.irisnet.be/irisbox/household/ready');
  await page.locator('#download').click();
  const papers = () => at.kiosk.page.evaluate(() => window.comptoir.request('papers.read', undefined));
  await expect.poll(async () => JSON.stringify(await papers())).toContain('composition-de-menage');
  await page.goto(`${TRICKS}plant?mark=${MARK}`);
  await expect(page.locator('#done')).toBeAttached();
  await expect(page.locator('#done')).not.toHaveAttribute('hidden');
  await page.locator('#typed').fill(MARK);
  // No page can bring a name and a password in: it is planted below it, where Chromium keeps those it was given.
  expect(await page.evaluate(() => fetch('/irisbox/tricks/basic').then(({ status }) => status))).toBe(401);
  await counter.app.electron.evaluate(({ net, webContents }, mark) => {
    const contents = webContents.getAllWebContents().find((one) => one.getURL().startsWith('https:'));
    if (!contents) throw new Error('no portal');
    const { session } = contents;
    const request = net.request({ url: 'https://irisbox.irisnet.be/irisbox/tricks/basic', session, credentials: 'include' });
    request.on('login', (_info, answer) => answer('citizen', mark));
    return new Promise<void>((resolve, reject) => {
      request.on('response', (response) => {
        response.on('data', () => {});
        response.on('end', () => resolve());
      });
      request.on('error', reject);
      request.end();
    });
  }, MARK);
  expect(await page.evaluate(() => fetch('/irisbox/tricks/basic').then(({ status }) => status))).toBe(200);
  await page.evaluate(async (mark) => {
    document.body.append(Object.assign(document.createElement('img'), { src: `/style.css?${mark}` }));
    await fetch(`/style.css?kept=${mark}`, { cache: 'force-cache' });
    history.pushState({ mark }, '', `#${mark}`);
    window.name = mark;
  }, MARK);
  await counter.app.electron.evaluate(({ clipboard }, mark) => clipboard.writeText(mark), MARK);
  const cookies = counter.portal.record.requests.flatMap(({ cookies: all }) => Object.entries(all));
  const sessions = cookies.filter(([name]) => /SESSION|SSO/.test(name)).map(([, value]) => value);
  expect(sessions.length).toBeGreaterThan(0);
  return { at, sessions: [...new Set(sessions)] };
}

/** Files in which Chromium, NSS or we might keep something: our own folders, and whatever shared place was written to since. */
function traces(words: readonly string[]): string[] {
  const home = process.env.HOME ?? '/nonexistent';
  const kept = ['.pki', '.config', '.local/share', '.mozilla'].map((name) => path.join(home, name));
  const shared = [tmpdir(), '/dev/shm', process.env.XDG_RUNTIME_DIR, ...kept].filter(
    (folder): folder is string => folder !== undefined && existsSync(folder),
  );
  // What the test itself keeps there is not the app's.
  const theirs = /comptoir-(roots|world|catalogue|test)-|playwright|\.cache\/|build\//;
  const ours = found(counter.app.folder, words);
  return [
    ...ours,
    ...shared.flatMap((folder) => found(folder, words, began)).filter((file) => !theirs.test(file) && !ours.includes(file)),
  ];
}

async function expectNothingLeft({ sessions }: Left) {
  const { app, world, portal } = counter;
  await expect.poll(() => traces([MARK, CODE, ...CARD, ...sessions]), { timeout: 20_000 }).toEqual([]);
  expect(app.said()).not.toContain('left behind');
  const pasted = await app.electron.evaluate(async ({ clipboard }) => await clipboard.readText());
  expect(pasted).toBe('');
  world.unplug();
  const poster = async () => (await app.window('kiosk')).locator('.attract-counter').isVisible();
  await expect.poll(() => poster().catch(() => false), { timeout: 30_000 }).toBe(true);
  portal.record.clear();

  const kiosk = await kioskOf(app, 'fr');
  await kiosk.begin();
  const pane = await openPane(app, 'composition-menage');
  const page = await pane.page();
  await page.goto(`${TRICKS}page`);
  const left = await page.evaluate(async () => ({
    cookies: document.cookie.replace(/(^|; )lang=fr/, ''),
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    controlled: navigator.serviceWorker.controller !== null,
    name: window.name,
    history: history.length,
    basic: (await fetch('/irisbox/tricks/basic')).status,
  }));
  expect(left).toMatchObject({
    cookies: '',
    local: 0,
    session: 0,
    databases: 0,
    caches: [],
    workers: 0,
    controlled: false,
    name: '',
  });
  expect(left.basic).toBe(401);
  // From the server, not out of a cache.
  await page.goto(`${TRICKS}plant?mark=other`);
  await page.evaluate((mark) => fetch(`/style.css?kept=${mark}`, { cache: 'force-cache' }), MARK);
  expect(portal.record.to('irisbox.irisnet.be', '/style.css').map(({ query }) => query)).toContain(`?kept=${MARK}`);
  await page.locator('#typed').click();
  await page.keyboard.type('m');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(page.locator('#typed')).toHaveValue('m');
  const sent = portal.record.requests.flatMap(({ cookies }) => Object.values(cookies));
  expect(sent.filter((value) => value === MARK || sessions.includes(value))).toEqual([]);
  expect(portal.record.certificates()).toEqual([]);
  expect(await kiosk.page.evaluate(() => window.comptoir.request('papers.read', undefined))).not.toMatchObject({
    value: { papers: [expect.anything()] },
  });
  await expect.poll(() => traces([MARK, CODE, ...CARD, ...sessions])).toEqual([]);
}

test('done: nothing is left, and the receipt says what was counted', async () => {
  const left = await leaveMarks();
  expect(traces(CARD).length + traces([MARK]).length).toBeGreaterThan(0); // the search itself finds
  const { kiosk } = left.at;
  counter.world.unplug();
  await kiosk.heading(kiosk.w('taken.title'));
  await kiosk.page.getByRole('button', { name: kiosk.w('closing.end'), exact: true }).click();
  await expect(kiosk.page.locator('.closing-untaken')).toContainText('composition-de-menage');
  await kiosk.page.locator('.closing-end').click();
  await expect(kiosk.page.locator('.receipt-good')).toHaveCount(3);
  await expect(kiosk.page.locator('.receipt')).toContainText(kiosk.w('erased.out'));
  const view = await kiosk.page.evaluate(() => window.comptoir.request('visit.read', undefined)).catch(() => null);
  // A slow machine may have closed it by now.
  if (view) expect(view).toMatchObject({ value: { phase: 'none', wiped: { files: 0, cookies: 0, signedOut: true } } });
  await kiosk.gone();
  await expectNothingLeft(left);
});

test('the card taken: portal, log-in and marks are gone at once, before the visit ends', async () => {
  const left = await leaveMarks();
  counter.world.unplug();
  await left.at.kiosk.heading(left.at.kiosk.w('taken.title'));
  await expect.poll(() => left.at.pane.read()).toMatchObject({ phase: 'closed' });
  await expect.poll(() => traces([MARK, CODE, ...left.sessions]), { timeout: 20_000 }).toEqual([]);
  await expect(left.at.kiosk.page.getByRole('alertdialog')).toContainText(left.at.kiosk.w('taken.login'));
  await left.at.kiosk.press(left.at.kiosk.w('taken.continue'));
  await left.at.kiosk.end();
  await expectNothingLeft(left);
});

const ENDS: Record<string, (left: Left) => Promise<unknown>> = {
  idle: (left) => expect.poll(() => left.at.kiosk.page.isClosed(), { timeout: 90_000 }).toBe(true),
  'crash of the page': () =>
    counter.app.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((window) => window.webContents.getURL().startsWith('app://kiosk/'))
        ?.webContents.forcefullyCrashRenderer();
    }),
  'power cut': async () => {
    counter.app = await again(counter.app, 'power cut');
  },
};

for (const [what, end] of sampleOf(Object.entries(ENDS), 1))
  test(`${what}: nothing is left (${sampleName(1, 3)})`, async () => {
    const left = await leaveMarks(what === 'idle' ? { seconds: 20, warning: 20 } : undefined);
    await end(left);
    await expectNothingLeft(left);
  });
