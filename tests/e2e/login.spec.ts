import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { plug } from '../../native/sim/plug.ts';
import { type AtLogin, atLogin, openLoginPage } from './pages/login.ts';
import { pinOf } from './pages/pin.ts';
import { openPortalCounter, type PortalCounter } from './pages/portal.ts';

// Logging in with the eID: a simulated card in a real reader service, the real NSS and OpenSC, a log-in like that of the state.

const NAME = 'Joris Voorbeeld';
const CODE = '739164';
/** Of whoever started the app: not to be touched. */
const theirs = mkdtempSync(path.join(tmpdir(), 'comptoir-user-'));

let counter: PortalCounter;
test.beforeAll(async () => {
  counter = await openPortalCounter({ settings: { seats: ['kiosk'] }, env: { HOME: theirs } });
});
test.afterAll(async () => {
  const process = counter.app.electron.process();
  await counter.close();
  // After so many log-ins it ends as it should.
  expect({ code: process.exitCode, signal: process.signalCode }).toEqual({ code: 0, signal: null });
  rmSync(theirs, { recursive: true, force: true });
});
test.beforeEach(() => {
  counter.portal.record.clear();
  counter.portal.behave({ login: 'tls1.2' });
});

const card = () => counter.mint.card('joris', undefined, { applet: '1.7', pin: CODE });
const leave = async ({ kiosk }: AtLogin) => {
  await kiosk.end();
  await counter.empty();
};
const mistypes = async (at: AtLogin) => {
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, '1111');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  return pin;
};
const logIn = async (at: AtLogin) => {
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, CODE);
  await pin.closed();
  await at.certificate(true);
  await at.greeted(NAME);
};

test('the code, then a yes to the certificate: the portal knows who is there, and the card saw the code twice', async () => {
  const at = await atLogin(counter, card());
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, CODE);
  await pin.closed();
  await at.pane.sees({ certificate: { name: NAME, host: 'certif.iamfas.belgium.be', valid: true } });
  expect(counter.portal.record.certificates()).toEqual([]);
  await at.certificate(true);
  await at.greeted(NAME);
  await at.pane.sees({ loggedIn: true, certificate: null, trouble: null });
  expect(counter.portal.record.logins).toMatchObject([{ who: NAME, means: 'eid' }]);
  // Once by us, to be sure that it is right, once by NSS.
  expect(at.codes()).toBe(2);
  await leave(at);
});

test('a wrong code spends one try, by the citizen and by nobody else, and the right one logs in', async () => {
  const mine = card();
  const at = await atLogin(counter, mine);
  const pin = await mistypes(at);
  expect([at.codes(), mine.inside.triesLeft]).toEqual([1, 2]);
  await at.types(pin, CODE);
  await pin.closed();
  await at.certificate(true);
  await at.greeted(NAME);
  expect([at.codes(), mine.inside.triesLeft]).toEqual([3, 3]);
  await leave(at);
});

test('after two wrong codes nothing more goes to the card, however often the page asks', async () => {
  const mine = card();
  const at = await atLogin(counter, mine);
  const pin = await mistypes(at);
  await at.types(pin, '2222');
  await pin.heading(pin.w('end.stopped.title'));
  await pin.press(pin.w('close'));
  await at.trouble('login-code');
  await at.pane.go('again');
  const more = await pinOf(counter.app, 'fr');
  await more.heading(more.w('end.stopped.title'));
  await more.press(more.w('close'));
  await at.trouble('login-code');
  expect([at.codes(), mine.inside.triesLeft]).toEqual([2, 1]);
  expect(counter.portal.record.certificates()).toEqual([]);
  await leave(at);
});

test('a no to the code and a no to the certificate send nothing, and each can be thought over', async () => {
  const at = await atLogin(counter, card());
  await at.chooseCard();
  const pin = await pinOf(counter.app, 'fr');
  await pin.press(pin.w('consent.no'));
  await at.trouble('login-cancelled');
  expect(at.codes()).toBe(0);
  await at.pane.go('again');
  const again = await at.agrees();
  await at.types(again, CODE);
  await again.closed();
  await at.certificate(false);
  await at.trouble('login-cancelled');
  await at.pane.sees({ certificate: null, loggedIn: false });
  expect(counter.portal.record.certificates()).toEqual([]);
  await at.pane.go('again');
  // NSS has the code already.
  await at.certificate(true);
  await at.greeted(NAME);
  expect(at.codes()).toBe(2);
  await leave(at);
});

test('the card taken while the code is typed, or after the log-in, ends all of it; back in, it asks again', async () => {
  const mine = card();
  const at = await atLogin(counter, mine);
  await at.chooseCard();
  await at.agrees();
  counter.world.unplug();
  await expect.poll(() => at.pane.read()).toMatchObject({ phase: 'closed' });
  await expect.poll(() => counter.app.electron.windows().filter((page) => page.url().startsWith('app://pin/')).length).toBe(0);

  const open = async () => ({ ...(await openLoginPage(counter, at.kiosk)), codes: at.codes });
  const put = async () => {
    await counter.world.plug(mine);
    await at.kiosk.cardSays('present');
  };
  await at.kiosk.press(at.kiosk.w('taken.continue'));
  await put();
  const second = await open();
  await logIn(second);
  counter.world.unplug();
  await expect.poll(() => second.pane.read()).toMatchObject({ phase: 'closed' });

  // Nobody's card: the next partition is nobody's too.
  await at.kiosk.press(at.kiosk.w('taken.continue'));
  const third = await open();
  await third.chooseCard();
  await third.trouble('login-no-card');
  await put();
  await third.pane.go('again');
  const pin = await third.agrees();
  await pin.press(pin.w('entry.cancel'));
  await third.trouble('login-cancelled');
  await leave(at);
});

test('whoever leaves the site and opens it anew is not logged in: the code is asked once more', async () => {
  const at = await atLogin(counter, card());
  await logIn(at);
  await at.pane.go('leave');
  await expect.poll(() => at.pane.read()).toMatchObject({ phase: 'closed' });
  counter.portal.record.clear();
  const again = { ...(await openLoginPage(counter, at.kiosk)), codes: at.codes };
  await again.chooseCard();
  // NSS takes the card for logged in. It is not: it was reset, and signs nothing.
  await again.certificate(true);
  await again.trouble('login-failed');
  expect(counter.portal.record.certificates()).toEqual([]);
  await again.pane.go('again');
  const pin = await again.agrees();
  await at.types(pin, CODE);
  await pin.closed();
  await again.greeted(NAME);
  await leave(at);
});

for (const [what, make, trouble] of [
  ['a child’s card', () => counter.mint.card('lou'), 'login-no-key'],
  ['a card that is past its date', () => counter.mint.card('karl'), 'login-expired'],
  [
    'a card of 1.8, without the middleware of the State',
    () => counter.mint.card('nadia', undefined, { applet: '1.8' }),
    'login-module',
  ],
  ['a card that nobody vouches for', () => counter.mint.card('joris', 'unknown-root'), 'login-failed'],
] as const) {
  test(`${what} is told in plain words, before any code`, async () => {
    const at = await atLogin(counter, make());
    await at.chooseCard();
    await at.trouble(trouble);
    expect(at.codes()).toBe(0);
    expect(counter.portal.record.to('certif.iamfas.belgium.be')).toEqual([]);
    await leave(at);
  });
}

test('a card in another reader is not shown a code that is not its own: it has to go first', async () => {
  const other = counter.mint.card('joris', undefined, { applet: '1.7', pin: '8642' });
  const at = await atLogin(counter, card());
  const second = await plug(other, { slot: 1 });
  await at.kiosk.page.waitForTimeout(1_000);
  await at.chooseCard();
  await at.trouble('login-two-cards');
  second.remove();
  await at.kiosk.page.waitForTimeout(1_000);
  await at.pane.go('again');
  const pin = await at.agrees();
  await at.types(pin, CODE);
  await pin.closed();
  await at.certificate(true);
  await at.greeted(NAME);
  expect([other.inside.triesLeft, at.codes()]).toEqual([3, 2]);
  await leave(at);
});

test('a site and a card that have no way of signing in common: said, instead of a page for strangers', async () => {
  counter.portal.behave({ login: 'tls1.3' });
  const at = await atLogin(counter, card());
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, CODE);
  await pin.closed();
  await at.certificate(true);
  await at.trouble('login-no-common');
  await leave(at);
});

test('the home of whoever started the app is left alone, and the code is in no file and in nothing that is said', () => {
  expect(existsSync(path.join(theirs, '.pki'))).toBe(false);
  const files = readdirSync(counter.app.folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  expect(files.map(({ name }) => name)).toContain('pkcs11.txt');
  for (const { parentPath, name } of files) expect(readFileSync(path.join(parentPath, name)).includes(CODE), name).toBe(false);
  expect(counter.app.said()).not.toContain(CODE);
});
