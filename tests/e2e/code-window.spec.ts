import { expect, test } from '@playwright/test';
import { PEOPLE } from '../../native/sim/people.ts';
import { type Counter, openCounter } from './counter.ts';
import { atCode, leave } from './pages/code.ts';
import type { Kiosk } from './pages/kiosk.ts';
import { openPin } from './pages/pin.ts';

// The window in which a code is typed: whose it is, what it may do, and what closes it.

let counter: Counter;
test.beforeAll(async () => {
  counter = await openCounter({ settings: { seats: ['kiosk'], idle: { seconds: 20, warning: 60 } } });
});
test.afterAll(async () => counter.close());

const start = (kiosk: Kiosk) => openPin(counter.app, kiosk, 'try');

test('the card taken while a code is typed closes the window, and the kiosk asks "continue or finish?"', async () => {
  const kiosk = await atCode(counter, counter.mint.card('joris'));
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  await pin.type('12');
  counter.world.unplug();
  await pin.closed();
  await kiosk.heading(kiosk.w('taken.title'));
  await kiosk.page
    .getByRole('alertdialog')
    .getByRole('button', { name: kiosk.w('taken.continue') })
    .click();
  await expect(kiosk.page.locator('.mycode-said')).toHaveText(kiosk.w('code.end.removed'));
  await expect(kiosk.page.getByText(kiosk.w('code.noCard'))).toBeVisible();
  await leave(counter, kiosk);
});

test('"are you still here?" closes the window, and typing puts it off', async () => {
  test.setTimeout(120_000);
  const kiosk = await atCode(counter, counter.mint.card('joris'));
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  // Longer than the idle time in all, never longer without a key.
  for (let i = 0; i < 5; i++) {
    await pin.page.waitForTimeout(6_000);
    await pin.page.keyboard.press('Tab');
  }
  expect(pin.page.isClosed()).toBe(false);
  await expect.poll(() => pin.page.isClosed(), { timeout: 40_000 }).toBe(true);
  await kiosk.heading(kiosk.w('idle.title'));
  await kiosk.press(kiosk.w('idle.stay'));
  await expect(kiosk.page.locator('.mycode-said')).toHaveText(kiosk.w('code.end.cancelled'));
  await leave(counter, kiosk);
});

test('the end of the visit closes the window, and the next person starts with no wrong code', async () => {
  const { app } = counter;
  const kiosk = await atCode(counter, counter.mint.card('nadia'));
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  await pin.type('1111');
  await pin.page.keyboard.press('Enter');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await pin.closed();
  await kiosk.gone();
  await counter.empty();

  const next = await atCode(counter, counter.mint.card('joris'));
  const fresh = await start(next);
  await fresh.heading(fresh.w('entry.title.current'));
  await fresh.type('2222');
  await fresh.page.keyboard.press('Enter');
  // One wrong code, not the second.
  await expect(fresh.page.getByRole('alert')).toContainText(fresh.w('problem.wrong'));
  await fresh.escape();
  await fresh.closed();
  await leave(counter, next);
});

test('a PIN window that dies gives the kiosk back', async () => {
  const { app } = counter;
  const kiosk = await atCode(counter, counter.mint.card('joris'));
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().startsWith('app://pin/'))
      ?.webContents.forcefullyCrashRenderer(),
  );
  await expect(kiosk.page.locator('.mycode-said')).toHaveText(kiosk.w('code.end.cancelled'));
  const again = await start(kiosk);
  await again.heading(again.w('entry.title.current'));
  await again.press(again.w('entry.cancel'));
  await again.closed();
  await leave(counter, kiosk);
});

test('the window is its own: process, session in memory, exactly over the kiosk, in the look that the citizen chose', async () => {
  const { app } = counter;
  const kiosk = await atCode(counter, counter.mint.card('joris'));
  await kiosk.press(kiosk.w('tools.dark'));
  await kiosk.press(kiosk.w('tools.size'));
  await kiosk.page.getByText(kiosk.w('tools.sizes.3'), { exact: true }).click();
  await kiosk.press(kiosk.w('move.close'));
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  await expect(pin.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(pin.page.locator('html')).toHaveAttribute('data-size', '3');
  const [own, under] = await app.electron.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows();
    const sessions = windows.map((window) => window.webContents.session);
    return ['pin', 'kiosk'].map((name) => {
      const window = windows.find((each) => each.webContents.getURL().startsWith(`app://${name}/`));
      if (!window) throw new Error(name);
      const { session } = window.webContents;
      return {
        pid: window.webContents.getOSProcessId(),
        bounds: window.getBounds(),
        parent: window.getParentWindow()?.webContents.getURL() ?? null,
        alone: sessions.filter((each) => each === session).length,
        kept: session.isPersistent(),
      };
    });
  });
  expect(own?.parent).toBe(kiosk.page.url());
  expect(own?.bounds).toEqual(under?.bounds);
  expect(own?.pid).not.toBe(under?.pid);
  expect(own).toMatchObject({ alone: 1, kept: false });
  // The page may ask for nothing but its own dialogue.
  for (const name of ['card.read', 'code.start', 'journal.day', 'visit.read'])
    expect(await pin.page.evaluate((line) => window.comptoir.request(line, undefined), name)).toEqual({
      ok: false,
      code: 'not-for-this-seat',
    });
  await pin.type('1234');
  expect(await pin.page.evaluate(() => window.comptoir.request('pin.read', undefined))).toMatchObject({
    ok: true,
    value: { phase: 'entry', digits: 4, enough: true },
  });
  const number = PEOPLE.joris.identity[0x06];
  for (const page of [pin.page, kiosk.page]) {
    const all = await page.evaluate(() => document.documentElement.outerHTML.replaceAll(/[\s.-]/g, ''));
    expect(all).not.toContain(number);
    expect(all).not.toContain('1234567');
  }
  await pin.escape();
  await pin.closed();
  await leave(counter, kiosk);
});

test('the digits lie in a new order each time where the setting says so', async () => {
  const other = await openCounter({ settings: { seats: ['kiosk'], pin: { shuffled: true } } });
  try {
    const kiosk = await atCode(other, other.mint.card('joris'));
    const orders: string[] = [];
    for (let i = 0; i < 3; i++) {
      const pin = await openPin(other.app, kiosk, 'try');
      await pin.heading(pin.w('entry.title.current'));
      const order = (await pin.page.locator('.key:not(.key-erase, .key-ok)').allTextContents()).join('');
      expect([...order].toSorted().join('')).toBe('0123456789');
      orders.push(order);
      if (i < 2) await pin.press(pin.w('entry.cancel'));
      else {
        await pin.touch('1234');
        await pin.press(pin.w('entry.ok'));
        await pin.heading(pin.w('end.done.try.title'));
        await pin.press(pin.w('close'));
      }
      await pin.closed();
    }
    // Three equal orders by chance: once in 13 million million runs.
    expect(new Set(orders).size).toBeGreaterThan(1);
    await kiosk.end();
  } finally {
    await other.close();
  }
});
