import { expect, test } from '@playwright/test';
import type { CodeTask } from '../../main/core/card/code.ts';
import { type Counter, openCounter } from './counter.ts';
import { atCode, counted, ends, leave } from './pages/code.ts';
import type { Kiosk } from './pages/kiosk.ts';
import { openPin } from './pages/pin.ts';
import { procedure } from './pages/words.ts';

// The code of the card, as a citizen meets it: simulated cards in a real reader service, the real window.

let counter: Counter;
test.beforeAll(async () => {
  counter = await openCounter({ settings: { seats: ['kiosk'] } });
});
test.afterAll(async () => counter.close());

const start = (kiosk: Kiosk, task: CodeTask = 'try') => openPin(counter.app, kiosk, task);

test('the right code, by touch', async () => {
  const card = counted(counter.mint.card('nadia'));
  const kiosk = await atCode(counter, card);
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
  await leave(counter, kiosk);
});

test('a wrong code says that one more may be tried, and the right one is taken then; by keyboard', async () => {
  const card = counted(counter.mint.card('joris'));
  const kiosk = await atCode(counter, card);
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
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('safe'));
  await pin.type('1');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  await pin.type('234');
  await pin.page.keyboard.press('Enter');
  await ends(kiosk, pin, pin.w('end.done.try.title'), kiosk.w('code.done.try'));
  expect(card.codes()).toBe(2);
  await leave(counter, kiosk);
});

test('after two wrong codes it stops: a third is never asked, and the sheet says how to get a new one', async () => {
  const card = counted(counter.mint.card('nadia'));
  const kiosk = await atCode(counter, card);
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
  await leave(counter, kiosk);
});

test('a blocked code is said at once, without asking for one', async () => {
  const card = counted(counter.mint.card('joris', undefined, { tries: 0 }));
  const kiosk = await atCode(counter, card);
  const pin = await start(kiosk);
  await pin.heading(pin.w('end.blocked.title'));
  await pin.press(pin.w('help'));
  await kiosk.heading(procedure('fr', 'eid-pin-code').title);
  expect(card.codes()).toBe(0);
  await leave(counter, kiosk);
});

test('a card with one try left asks before the code and after it; "no" spends nothing', async () => {
  const card = counted(counter.mint.card('joris', undefined, { tries: 1 }));
  const kiosk = await atCode(counter, card);
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
  await leave(counter, kiosk);
});

test('the code is changed: not to itself, not to two different ones, then to a new one that works', async () => {
  const kiosk = await atCode(counter, counter.mint.card('joris'));
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
  await leave(counter, kiosk);
});

test('the test log-in says what is signed first, and works', async () => {
  const kiosk = await atCode(counter, counter.mint.card('nadia', undefined, { applet: '1.7' }));
  const pin = await start(kiosk, 'try-login');
  await pin.heading(pin.w('consent.title.try-login'));
  await expect(pin.page.getByText(pin.w('consent.try-login.means'))).toBeVisible();
  await pin.press(pin.w('consent.yes'));
  await pin.heading(pin.w('entry.title.current'));
  await pin.type('1234');
  await pin.page.keyboard.press('Enter');
  await ends(kiosk, pin, pin.w('end.done.try-login.title'), kiosk.w('code.done.try-login'));
  await leave(counter, kiosk);
});

test('a card of 1.8 is told that a program is missing here, before any code, where only OpenSC is installed', async () => {
  const card = counted(counter.mint.card('joris', undefined, { applet: '1.8' }));
  const kiosk = await atCode(counter, card);
  const pin = await start(kiosk, 'try-login');
  await ends(kiosk, pin, pin.w('end.no-module.title'), kiosk.w('code.end.no-module'));
  expect(card.codes()).toBe(0);
  await leave(counter, kiosk);
});

test('a child’s card cannot log in, and no code is asked for that', async () => {
  const card = counted(counter.mint.card('lou'));
  const kiosk = await atCode(counter, card);
  const pin = await start(kiosk, 'try-login');
  await ends(kiosk, pin, pin.w('end.no-key.title'), kiosk.w('code.end.no-key'));
  expect(card.codes()).toBe(0);
  await leave(counter, kiosk);
});
