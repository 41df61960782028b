import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import type { Flaw } from '../../native/sim/mint.ts';
import type { PersonaName } from '../../native/sim/people.ts';
import { type App, ROOT } from './app.ts';
import { type Counter, openCounter } from './counter.ts';
import { hang } from './hang.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { type Stop, walk } from './pages/walk.ts';
import { words } from './pages/words.ts';

// What people and machines do to a counter while somebody stands at it. One app for all: a fault that needs a restart is a bug.

test.describe.configure({ mode: 'default', timeout: 150_000 });

let counter: Counter;
test.beforeAll(async () => {
  counter = await openCounter({ settings: { idle: { seconds: 20, warning: 60 } }, service: false });
});
test.beforeEach(async () => {
  if (!test.info().title.includes('absent at start')) await service();
});
test.afterAll(async () => counter.close());

let running = false;
/** The reader service runs, with an empty reader. */
async function service(): Promise<void> {
  if (!running) await counter.world.startService();
  running = true;
}

/** A visit of its own for this test, at the choice of a language. */
async function visit(): Promise<Kiosk> {
  const kiosk = await kioskOf(counter.app);
  await kiosk.page.locator('.attract-counter').click();
  await expect(kiosk.page.locator('.tongue').first()).toBeVisible();
  return kiosk;
}

/** Nothing that came from the card is in the page: not in its words, not in its attributes. */
const expectNoName = (kiosk: Kiosk) =>
  expect.poll(() => kiosk.page.evaluate(() => document.documentElement.outerHTML.includes('Nadia'))).toBe(false);

async function cardVerified(kiosk: Kiosk): Promise<void> {
  await counter.world.plug(counter.mint.card('nadia'));
  await kiosk.agreeToCard();
  await kiosk.heading(kiosk.w('card.ready.titleName', { name: 'Nadia' }));
  await kiosk.press(kiosk.w('move.go'));
}

/** The card is pulled here: its data is gone, the window asks, and "continue" is back where one was. */
async function pulled(kiosk: Kiosk, stop: Pick<Stop, 'here'>): Promise<void> {
  counter.world.unplug();
  await kiosk.heading(kiosk.w('taken.title'));
  await expectNoName(kiosk);
  await expect(kiosk.page.getByRole('alertdialog')).toContainText(kiosk.w('taken.ask'));
  await kiosk.page
    .getByRole('alertdialog')
    .getByRole('button', { name: kiosk.w('taken.continue') })
    .click();
  await expect(kiosk.page.getByRole('alertdialog')).toHaveCount(0);
  await stop.here();
}

test('the reader service is absent at start: it is said, visits go on, and when it comes the card is read', async () => {
  const { world, mint } = counter;
  const kiosk = await visit();
  await kiosk.page.getByRole('button', { name: words('fr', 'attract')('name') }).click();
  await kiosk.cardSays('no-service');
  await kiosk.page.locator('.promise-card').click();
  await kiosk.heading(kiosk.w('card.no-service.title'));
  await expect(kiosk.page.getByText(kiosk.w('card.no-service.text'))).toBeVisible();
  await world.startService({ readers: 0 });
  await kiosk.heading(kiosk.w('card.no-reader.title'));
  await service();
  await kiosk.heading(kiosk.w('card.no-card.title'));
  await world.plug(mint.card('nadia'));
  await kiosk.heading(kiosk.w('card.present.title'));
  world.unplug();
  await kiosk.heading(kiosk.w('taken.title'));
  await kiosk.press(kiosk.w('closing.end'));
  await kiosk.gone();
});

test('the card is pulled at every screen and window of a visit: its data is gone, the visit goes on where it was', async () => {
  const kiosk = await visit();
  for (const stop of walk(kiosk)) {
    await test.step(stop.name, async () => {
      await cardVerified(kiosk);
      await stop.go();
      await stop.here();
      await pulled(kiosk, stop);
      await stop.leave?.();
    });
  }
  await kiosk.press(kiosk.w('move.back'));
  await kiosk.end();
});

test('the card is pulled at its own screens: asked, being checked, checked', async () => {
  const { world, mint } = counter;
  const kiosk = await visit();
  await kiosk.page.getByRole('button', { name: words('fr', 'attract')('name') }).click();
  const noCard = { here: () => kiosk.heading(kiosk.w('card.no-card.title')) };

  await world.plug(mint.card('nadia'));
  await kiosk.page.locator('.promise-card').click();
  await kiosk.page.getByText(kiosk.w('card.fields.first-name'), { exact: true }).click();
  await pulled(kiosk, noCard);

  // Half a second a command, as the slowest readers: there is time to look, and to pull.
  await world.plug(mint.card('nadia'), { delay: () => 500 });
  await kiosk.agreeToCard();
  await kiosk.heading(kiosk.w('card.checking.title'));
  await expectNoName(kiosk);
  await pulled(kiosk, noCard);

  await world.plug(mint.card('nadia'));
  await kiosk.agreeToCard();
  await kiosk.heading(kiosk.w('card.ready.titleName', { name: 'Nadia' }));
  await pulled(kiosk, noCard);
  await kiosk.end();
});

test('the reader service is stopped at every screen and window of a visit, and comes back without a restart', async () => {
  const { world } = counter;
  const kiosk = await visit();
  const { page, w } = kiosk;
  for (const [at, stop] of walk(kiosk).entries()) {
    await test.step(stop.name, async () => {
      await cardVerified(kiosk);
      await stop.go();
      await stop.here();
      await world.stopService(at % 2 ? 'SIGTERM' : 'SIGKILL');
      await expectNoName(kiosk);
      // Usable: a window is left by its own button, a screen opens one.
      await stop.here();
      if (stop.leave) await stop.leave();
      else {
        await page.locator('.promise-person').click();
        await page.keyboard.press('Escape');
        await stop.here();
      }
      if (stop.name !== 'language') await kiosk.cardSays('no-service');
      await world.startService();
      // The simulated card fell out with the service: that is noticed, and asked about.
      await kiosk.heading(w('taken.title'));
      await kiosk.press(w('taken.continue'));
      if (stop.name !== 'language') await kiosk.cardSays('no-card');
      if (!stop.leave) await stop.here();
    });
  }
  await kiosk.press(w('move.back'));
  await kiosk.end();
});

/** Takes half a minute of waiting, most of it beside the waiting of the next test. */
let hanging: ReturnType<typeof hang> | null = null;

test('poster and "are you still there": card and service come and go there too', async () => {
  const { world, mint, app } = counter;
  const page = await app.window('kiosk');
  const poster = words('fr', 'attract');
  const says = (key: string) => expect(page.locator('.attract-counter [lang=fr]')).toHaveText(poster(key));
  await world.plug(mint.card('nadia'));
  await says('card');
  world.unplug();
  await says('touch');
  await world.plug(mint.card('nadia'));
  await says('card');
  await world.stopService();
  await says('touch');
  await world.startService();
  await expect
    .poll(() => page.evaluate(() => window.comptoir.request('card.read', undefined)))
    .toMatchObject({
      value: { state: 'no-card' },
    });

  const kiosk = await visit();
  await cardVerified(kiosk);
  await kiosk.page.getByRole('button', { name: poster('name') }).click();
  hanging ??= hang();
  const warned = () => kiosk.heading(kiosk.w('idle.title'));
  await expect(kiosk.page.getByRole('alertdialog')).toBeVisible({ timeout: 30_000 });
  await warned();
  await world.stopService();
  await expectNoName(kiosk);
  await warned();
  await world.startService();
  await kiosk.heading(kiosk.w('taken.title'));
  await kiosk.press(kiosk.w('taken.continue'));
  await kiosk.heading(kiosk.w('home.hello'));
  await kiosk.end();
});

const CARDS: { name: PersonaName; flaw?: Flaw; says: string; before?: true }[] = [
  { name: 'nadia', flaw: 'not-eid', says: 'not-eid', before: true },
  { name: 'nadia', flaw: 'garbage', says: 'unreadable' },
  { name: 'joris', flaw: 'tampered-identity', says: 'not-genuine' },
  { name: 'nadia', flaw: 'unknown-root', says: 'not-genuine' },
  { name: 'karl', says: 'expired' },
  { name: 'nadia', flaw: 'mute', says: 'unreadable' },
];
test('a card that is none of ours, unreadable, not genuine, expired or mute: each is said plainly, and the next card works', async () => {
  const { world, mint } = counter;
  const kiosk = await visit();
  await kiosk.page.getByRole('button', { name: words('fr', 'attract')('name') }).click();
  for (const { name, flaw, says, before } of CARDS) {
    await test.step(`${name}, ${flaw ?? 'as it is'}: ${says}`, async () => {
      await world.plug(mint.card(name, flaw));
      if (before) await kiosk.page.locator('.promise-card').click();
      else await kiosk.agreeToCard();
      await kiosk.heading(kiosk.w(`card.${says}.title`));
      await expect(kiosk.page.getByText(kiosk.w(`card.${says}.text`))).toBeVisible();
      for (const fact of ['Voorbeeld', 'Exemple', 'Muster', ...(says === 'expired' ? [] : ['Joris', 'Nadia'])])
        await expect(kiosk.page.locator('body')).not.toContainText(fact);
      world.unplug();
      // A card that was none of ours was never the person's card here: it is taken out without a question.
      if (!before) {
        await kiosk.heading(kiosk.w('taken.title'));
        await kiosk.page
          .getByRole('alertdialog')
          .getByRole('button', { name: kiosk.w('taken.continue') })
          .click();
      }
      await kiosk.heading(kiosk.w('card.no-card.title'));
      await expect(kiosk.page.getByRole('alertdialog')).toHaveCount(0);
    });
  }
  await cardVerified(kiosk);
  await kiosk.page.getByRole('heading', { name: kiosk.w('home.helloName', { name: 'Nadia' }) }).waitFor();
  world.unplug();
  await kiosk.heading(kiosk.w('taken.title'));
  await kiosk.press(kiosk.w('closing.end'));
  await kiosk.gone();
});

/** The page of a seat dies, as after a fault of the machine. */
const crash = (app: App, seat: 'kiosk' | 'console') =>
  app.electron.evaluate(({ BrowserWindow }, host) => {
    const alive = BrowserWindow.getAllWindows().filter((window) => window.webContents.getURL().startsWith(`app://${host}/`));
    for (const window of alive) window.webContents.forcefullyCrashRenderer();
  }, seat);

test('the page of the kiosk dies, and dies again while it is being replaced: a poster stands there, and a visit can begin', async () => {
  const { app } = counter;
  const kiosk = await visit();
  await crash(app, 'kiosk');
  await crash(app, 'kiosk');
  await kiosk.gone();
  await crash(app, 'kiosk');
  await expect(async () => expect(await (await app.window('kiosk')).locator('.attract-counter').isVisible()).toBe(true)).toPass();
  await crash(app, 'console');
  await expect(async () =>
    expect(await (await app.window('console')).getByRole('heading', { level: 1 }).isVisible()).toBe(true),
  ).toPass();
  const again = await visit();
  await again.page.getByRole('button', { name: words('fr', 'attract')('name') }).click();
  await again.end();
});

test('the page of the kiosk hangs and somebody touches it: it is replaced by a fresh one', async () => {
  hanging ??= hang();
  expect(await hanging).toEqual({ hung: true, fresh: true });
});

test('Comptoir is started a second time: the second one leaves, the first goes on', async () => {
  const { app } = counter;
  const kiosk = await visit();
  const second = spawn(app.electron.process().spawnfile, ['--no-sandbox', ROOT, `--user-data-dir=${app.folder}`], {
    stdio: 'ignore',
  });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  expect(kiosk.page.isClosed()).toBe(false);
  await kiosk.page.getByRole('button', { name: words('fr', 'attract')('name') }).click();
  await kiosk.heading(kiosk.w('home.hello'));
  await kiosk.end();
});
