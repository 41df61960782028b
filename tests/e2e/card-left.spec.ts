import { expect, test } from '@playwright/test';
import { openApp } from './app.ts';
import { type Counter, openCounter } from './counter.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { words } from './pages/words.ts';

// A card that is left in the reader: however the visit ended, everybody is told, and nobody begins before it is out. Real reader service.

let counter: Counter;
test.beforeEach(async () => {
  counter = await openCounter({ settings: { idle: { seconds: 20, warning: 20 } } });
});
test.afterEach(async () => counter.close());

async function visitWithCard(): Promise<Kiosk> {
  const kiosk = await kioskOf(counter.app);
  await kiosk.begin();
  await counter.world.plug(counter.mint.card('nadia'));
  await kiosk.cardSays('present');
  return kiosk;
}

const poster = () => counter.app.window('kiosk');
const view = async () => {
  const page = await poster();
  return page.evaluate(() => window.comptoir.request('visit.read', undefined));
};

/** The alarm stands there, and a touch, or whatever a page may ask, begins nothing. */
async function expectAlarm() {
  await expect
    .poll(
      async () =>
        (await poster())
          .locator('.left')
          .isVisible()
          .catch(() => false),
      { timeout: 20_000 },
    )
    .toBe(true);
  const page = await poster();
  await page.locator('.left').click();
  expect(await page.evaluate(() => window.comptoir.request('visit.begin', { language: 'fr' }))).toEqual({
    ok: false,
    code: 'card-left',
  });
  expect(await view()).toMatchObject({ ok: true, value: { phase: 'none', cardLeft: true } });
  const room = await counter.app.window('console');
  const said = words('fr', 'console');
  await room
    .getByRole('button', { name: said('nav.room') })
    .or(room.getByRole('tab', { name: said('nav.room') }))
    .first()
    .click();
  await expect(room.getByText(said('room.cardLeft'))).toBeVisible();
  await expect(room.getByText(said('room.card-left'), { exact: true })).toBeVisible();
  await expect(room.getByText(said('room.free'), { exact: true })).toHaveCount(0);
}

/** The card is out: everything is as ever, for the next person and their own card. */
async function expectOpenAgain() {
  counter.world.unplug();
  await expect((await poster()).locator('.attract-counter')).toBeVisible();
  const room = await counter.app.window('console');
  await expect(room.getByText(words('fr', 'console')('room.cardLeft'))).toHaveCount(0);
  const next = await visitWithCard();
  counter.world.unplug();
  await next.heading(next.w('taken.title'));
  await next.press(next.w('taken.continue'));
}

test('after "I am done": told at the end, on the poster and in the room, until it is out', async () => {
  const kiosk = await visitWithCard();
  await kiosk.end();
  await expectAlarm();
  await expectOpenAgain();
});

test('is called out: the two notes, then a voice, which the system hears', async () => {
  const kiosk = await visitWithCard();
  await kiosk.end();
  await expect((await poster()).locator('.left')).toBeVisible();
  const heard = () =>
    counter.app.electron.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .find((window) => window.webContents.getURL().startsWith('app://kiosk/'))
          ?.webContents.isCurrentlyAudible() ?? false,
    );
  await expect.poll(heard).toBe(true);
  // The notes are over after a second and a quarter; five seconds on, somebody still speaks.
  await (await poster()).waitForTimeout(5_000);
  expect(await heard()).toBe(true);
  counter.world.unplug();
  await expect.poll(heard).toBe(false);
});

test('after nobody touched anything', async () => {
  test.setTimeout(120_000);
  const kiosk = await visitWithCard();
  await expect.poll(() => kiosk.page.isClosed(), { timeout: 60_000 }).toBe(true);
  await expectAlarm();
});

test('after the page crashed', async () => {
  await visitWithCard();
  await counter.app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().startsWith('app://kiosk/'))
      ?.webContents.forcefullyCrashRenderer();
  });
  await expectAlarm();
});

test('after somebody of the house closed the window', async () => {
  const kiosk = await visitWithCard();
  await counter.app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().startsWith('app://kiosk/'))
      ?.close();
  });
  await expect.poll(() => kiosk.page.isClosed()).toBe(true);
  // They open it again.
  await counter.app.electron.evaluate(({ app }) => void app.emit('second-instance'));
  await expectAlarm();
});

test('after a power cut, and after another one while it is still in', async () => {
  await visitWithCard();
  const { folder } = counter.app;
  for (const _ of ['in the visit', 'in front of the alarm']) {
    const { electron } = counter.app;
    const gone = new Promise((resolve) => electron.process().once('exit', resolve));
    electron.process().kill('SIGKILL');
    await gone;
    counter.app = await openApp({ folder });
    await expectAlarm();
  }
  counter.world.unplug();
  await expect((await poster()).locator('.attract-counter')).toBeVisible();
});

test('does not lock the counter when the reader, or its service, is gone', async () => {
  const kiosk = await visitWithCard();
  await kiosk.end();
  await expect((await poster()).locator('.left')).toBeVisible();
  await counter.world.stopService();
  await expect((await poster()).locator('.attract-counter')).toBeVisible({ timeout: 20_000 });
  const next = await kioskOf(counter.app);
  await next.begin();
});

test('is only for a card of the visit: one that is put in in front of the poster begins as ever', async () => {
  const first = await kioskOf(counter.app);
  await first.begin();
  await first.end();
  await counter.world.plug(counter.mint.card('nadia'));
  const page = await poster();
  const card = () => page.evaluate(() => window.comptoir.request('card.read', undefined));
  await expect.poll(card).toMatchObject({ value: { state: 'present' } });
  await expect(page.locator('.left')).toHaveCount(0);
  await (await kioskOf(counter.app)).begin();
});
