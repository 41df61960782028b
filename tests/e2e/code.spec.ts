import { expect, test } from '@playwright/test';
import type { CodeTask } from '../../main/core/card/code.ts';
import type { SimCard } from '../../native/sim/card.ts';
import { PEOPLE } from '../../native/sim/people.ts';
import { type Counter, openCounter } from './counter.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { openPin, type Pin } from './pages/pin.ts';
import { procedure } from './pages/words.ts';

// The code of the card, as a citizen meets it: simulated cards in a real reader service, the real window.

let counter: Counter;
test.beforeAll(async () => {
  counter = await openCounter({ settings: { seats: ['kiosk'], idle: { seconds: 20, warning: 60 } } });
});
test.afterAll(async () => counter.close());

/** The same card, with a count of the codes that it was given (VERIFY with a code; CHANGE). */
function counted(card: SimCard): SimCard & { codes(): number } {
  let codes = 0;
  return {
    atr: card.atr,
    reset: () => card.reset(),
    exchange(command) {
      if ((command[1] === 0x20 && command.length > 5) || command[1] === 0x24) codes++;
      return card.exchange(command);
    },
    codes: () => codes,
  };
}

/** A visit of its own, at the screen of the code, with this card in the reader. */
async function atCode(card: SimCard): Promise<Kiosk> {
  const kiosk = await kioskOf(counter.app, 'fr');
  await kiosk.begin();
  await counter.world.plug(card);
  await kiosk.cardSays('present');
  await kiosk.page.locator('.promise-card').click();
  await kiosk.page.locator('.mycard-code').click();
  await kiosk.heading(kiosk.w('code.title'));
  return kiosk;
}
const start = (kiosk: Kiosk, task: CodeTask = 'try') => openPin(counter.app, kiosk, task);

/** The window says so, is closed by its button, and the kiosk says it too. */
async function ends(kiosk: Kiosk, pin: Pin, title: string, said: string): Promise<void> {
  await pin.heading(title);
  await pin.press(pin.w('close'));
  await pin.closed();
  await expect(kiosk.page.locator('.mycode-said')).toHaveText(said);
}
async function leave(kiosk: Kiosk): Promise<void> {
  await kiosk.end();
  await unplug();
}
/** Nobody is there: a card still on its way out would be taken from the next person. */
async function unplug(): Promise<void> {
  counter.world.unplug();
  const poster = await counter.app.window('kiosk');
  const card = () => poster.evaluate(() => window.comptoir.request('card.read', undefined));
  await expect.poll(card).toMatchObject({ value: { state: 'no-card' } });
}

test('the right code, by touch', async () => {
  const card = counted(counter.mint.card('nadia'));
  const kiosk = await atCode(card);
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  await expect(pin.page.getByText(pin.w('advice.self'))).toBeVisible();
  await expect(pin.page.locator('.key-ok')).toBeDisabled();
  await pin.touch('129');
  await pin.press(pin.w('entry.erase'));
  await pin.digits(2);
  await pin.touch('34');
  await pin.digits(4);
  expect(card.codes()).toBe(0);
  await pin.press(pin.w('entry.ok'));
  await ends(kiosk, pin, pin.w('end.done.try.title'), kiosk.w('code.done.try'));
  expect(card.codes()).toBe(1);
  await leave(kiosk);
});

test('a wrong code says how many tries are left, and the right one is taken then; by keyboard', async () => {
  const card = counted(counter.mint.card('joris'));
  const kiosk = await atCode(card);
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  await pin.type('99');
  await pin.page.keyboard.press('Backspace');
  await pin.digits(1);
  await pin.page.keyboard.press('Enter');
  expect(card.codes()).toBe(0);
  await pin.type('876');
  await pin.page.keyboard.press('Enter');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('tries_other', { count: 2 }));
  await pin.type('1');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  await pin.type('234');
  await pin.page.keyboard.press('Enter');
  await ends(kiosk, pin, pin.w('end.done.try.title'), kiosk.w('code.done.try'));
  expect(card.codes()).toBe(2);
  await leave(kiosk);
});

test('after two wrong codes it stops: a third is never asked, and the sheet says how to get a new one', async () => {
  const card = counted(counter.mint.card('nadia'));
  const kiosk = await atCode(card);
  const pin = await start(kiosk);
  for (const code of ['1111', '2222']) {
    await pin.heading(pin.w('entry.title.current'));
    await pin.type(code);
    await pin.press(pin.w('entry.ok'));
    if (code === '1111') await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  }
  await ends(kiosk, pin, pin.w('end.stopped.title'), kiosk.w('code.end.stopped'));
  const again = await start(kiosk);
  await again.heading(again.w('end.stopped.title'));
  await again.press(again.w('help'));
  await again.closed();
  await kiosk.heading(procedure('fr', 'eid-pin-code').title);
  // The ways of that sheet, the counter among them, are where they always are.
  await expect(kiosk.page.getByRole('button', { name: kiosk.w('ways.counter') })).toBeVisible();
  expect(card.codes()).toBe(2);
  await leave(kiosk);
});

test('a blocked code is said at once, without asking for one', async () => {
  const card = counted(counter.mint.card('joris', undefined, { tries: 0 }));
  const kiosk = await atCode(card);
  const pin = await start(kiosk);
  await pin.heading(pin.w('end.blocked.title'));
  await pin.press(pin.w('help'));
  await kiosk.heading(procedure('fr', 'eid-pin-code').title);
  expect(card.codes()).toBe(0);
  await leave(kiosk);
});

test('a card with one try left asks before the code and after it; "no" spends nothing', async () => {
  const card = counted(counter.mint.card('joris', undefined, { tries: 1 }));
  const kiosk = await atCode(card);
  const no = await start(kiosk);
  await no.heading(no.w('warning.title'));
  await no.press(no.w('warning.yes'));
  await no.heading(no.w('entry.title.current'));
  await no.type('1234');
  await no.page.keyboard.press('Enter');
  await no.heading(no.w('sure.title'));
  await no.press(no.w('sure.no'));
  await no.closed();
  await expect(kiosk.page.locator('.mycode-said')).toHaveText(kiosk.w('code.end.cancelled'));
  expect(card.codes()).toBe(0);

  const yes = await start(kiosk);
  await yes.press(yes.w('warning.yes'));
  await yes.heading(yes.w('entry.title.current'));
  await yes.type('1234');
  await yes.page.keyboard.press('Enter');
  await yes.press(yes.w('sure.yes'));
  await ends(kiosk, yes, yes.w('end.done.try.title'), kiosk.w('code.done.try'));
  expect(card.codes()).toBe(1);
  await leave(kiosk);
});

test('the code is changed: not to itself, not to two different ones, then to a new one that works', async () => {
  const kiosk = await atCode(counter.mint.card('joris'));
  const pin = await start(kiosk, 'change');
  const next = async (title: string, code: string) => {
    await pin.heading(pin.w(title));
    await pin.digits(0);
    await pin.type(code);
    await pin.page.keyboard.press('Enter');
  };
  await next('entry.title.current', '1234');
  await next('entry.title.new', '1234');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.same'));
  await next('entry.title.new', '567890');
  await next('entry.title.again', '567899');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.differs'));
  await next('entry.title.new', '567890');
  await next('entry.title.again', '567890');
  await ends(kiosk, pin, pin.w('end.done.change.title'), kiosk.w('code.done.change'));

  const after = await start(kiosk);
  await after.heading(after.w('entry.title.current'));
  await after.type('567890');
  await after.page.keyboard.press('Enter');
  await ends(kiosk, after, after.w('end.done.try.title'), kiosk.w('code.done.try'));
  await leave(kiosk);
});

for (const name of ['nadia', 'joris'] as const) {
  test(`the test log-in says what is signed first, and works with the card of ${name}`, async () => {
    const kiosk = await atCode(counter.mint.card(name));
    const pin = await start(kiosk, 'try-login');
    await pin.heading(pin.w('consent.title.try-login'));
    await expect(pin.page.getByText(pin.w('consent.try-login.means'))).toBeVisible();
    await pin.press(pin.w('consent.yes'));
    await pin.heading(pin.w('entry.title.current'));
    await pin.type('1234');
    await pin.page.keyboard.press('Enter');
    await ends(kiosk, pin, pin.w('end.done.try-login.title'), kiosk.w('code.done.try-login'));
    await leave(kiosk);
  });
}

test('a child’s card cannot log in, and no code is asked for that', async () => {
  const card = counted(counter.mint.card('lou'));
  const kiosk = await atCode(card);
  const pin = await start(kiosk, 'try-login');
  await ends(kiosk, pin, pin.w('end.no-key.title'), kiosk.w('code.end.no-key'));
  expect(card.codes()).toBe(0);
  await leave(kiosk);
});

test('the card taken while a code is typed closes the window, and the kiosk asks "continue or finish?"', async () => {
  const kiosk = await atCode(counter.mint.card('joris'));
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
  await leave(kiosk);
});

test('"are you still here?" closes the window, and typing puts it off', async () => {
  test.setTimeout(120_000);
  const kiosk = await atCode(counter.mint.card('joris'));
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
  await leave(kiosk);
});

test('the end of the visit closes the window, and the next person starts with no wrong code', async () => {
  const { app } = counter;
  const kiosk = await atCode(counter.mint.card('nadia'));
  const pin = await start(kiosk);
  await pin.heading(pin.w('entry.title.current'));
  await pin.type('1111');
  await pin.page.keyboard.press('Enter');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await pin.closed();
  await kiosk.gone();
  await unplug();

  const next = await atCode(counter.mint.card('joris'));
  const fresh = await start(next);
  await fresh.heading(fresh.w('entry.title.current'));
  await fresh.type('2222');
  await fresh.page.keyboard.press('Enter');
  // One wrong code, not the second.
  await expect(fresh.page.getByRole('alert')).toContainText(fresh.w('problem.wrong'));
  await fresh.escape();
  await fresh.closed();
  await leave(next);
});

test('a PIN window that dies gives the kiosk back', async () => {
  const { app } = counter;
  const kiosk = await atCode(counter.mint.card('joris'));
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
  await leave(kiosk);
});

test('the window is its own: process, session in memory, exactly over the kiosk, in the look that the citizen chose', async () => {
  const { app } = counter;
  const kiosk = await atCode(counter.mint.card('joris'));
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
  await leave(kiosk);
});

test('the digits lie in a new order each time where the setting says so', async () => {
  const other = await openCounter({ settings: { seats: ['kiosk'], pin: { shuffled: true } } });
  const was = counter;
  counter = other;
  try {
    const kiosk = await atCode(other.mint.card('joris'));
    const orders: string[] = [];
    for (let i = 0; i < 3; i++) {
      const pin = await start(kiosk);
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
    counter = was;
    await other.close();
  }
});
