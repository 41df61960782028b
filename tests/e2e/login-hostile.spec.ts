import { expect, test } from '@playwright/test';
import { type AtLogin, atLogin, CERTIFICATE } from './pages/login.ts';
import { pinOf } from './pages/pin.ts';
import { openPortalCounter, type PortalCounter } from './pages/portal.ts';

// Pages that want the card's certificate more often than the citizen wants to give it. A simulated card, real PC/SC, NSS and OpenSC.

let counter: PortalCounter;
/** Windows for codes that opened since the test began. */
let windows: string[];
test.beforeAll(async () => {
  counter = await openPortalCounter({ settings: { seats: ['kiosk'] } });
  counter.app.electron.on('window', async (page) => {
    await page.waitForURL(/^app:/).catch(() => undefined);
    if (page.url().startsWith('app://pin/')) windows.push(page.url());
  });
});
test.afterAll(async () => counter.close());
test.beforeEach(() => {
  windows = [];
  counter.portal.record.clear();
});

const start = async () => {
  const card = counter.mint.card('joris', undefined, { applet: '1.7' });
  return { at: await atLogin(counter, card), card };
};
const leave = async ({ kiosk }: AtLogin) => {
  await kiosk.end();
  await counter.empty();
};
const asked = () => counter.portal.record.to('certif.iamfas.belgium.be');
/** Longer than all of a page's tricks take. */
const WHILE = 3_500;

test('twenty navigations to the log-in open one question, and spend no try', async () => {
  const { at, card } = await start();
  const page = await at.pane.page();
  await page.evaluate((url) => {
    let n = 0;
    const timer = setInterval(() => {
      if (n++ < 20) location.href = `${url}?n=${n}`;
      else clearInterval(timer);
    }, 150);
  }, CERTIFICATE);
  await at.kiosk.page.waitForTimeout(WHILE);
  expect(windows.length).toBeLessThanOrEqual(1);
  expect([at.codes(), card.inside.triesLeft]).toEqual([0, 3]);
  expect(asked()).toEqual([]);
  await leave(at);
});

test('a page that goes on asking after a no, or after a wrong code, is not heard until somebody touches it', async () => {
  const { at, card } = await start();
  const page = await at.pane.page();
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, '1111');
  await expect(pin.page.getByRole('alert')).toContainText(pin.w('problem.wrong'));
  await pin.press(pin.w('entry.cancel'));
  await at.trouble('login-cancelled');
  for (let n = 0; n < 20; n++) {
    await page.evaluate((url) => location.assign(url), `${CERTIFICATE}?n=${n}`).catch(() => undefined);
    await at.kiosk.page.waitForTimeout(100);
  }
  await at.trouble('login-cancelled');
  expect(windows).toHaveLength(1);
  expect([at.codes(), card.inside.triesLeft]).toEqual([1, 2]);
  // The citizen still can.
  await at.pane.go('again');
  await (await pinOf(counter.app, 'fr')).press(pin.w('consent.no'));
  await at.trouble('login-cancelled');
  expect(asked()).toEqual([]);
  await leave(at);
});

test('a chain of redirects to the log-in is one navigation, and one question', async () => {
  const { at, card } = await start();
  const page = await at.pane.page();
  const hop = (to: string) => `https://irisbox.irisnet.be/irisbox/tricks/redirect?to=${encodeURIComponent(to)}`;
  let address = `${CERTIFICATE}?SAMLRequest=x`;
  for (let n = 0; n < 6; n++) address = hop(address);
  await page.evaluate((url) => location.assign(url), address);
  const pin = await at.agrees();
  await pin.press(pin.w('entry.cancel'));
  await at.trouble('login-cancelled');
  expect(windows).toHaveLength(1);
  expect([at.codes(), card.inside.triesLeft]).toEqual([0, 3]);
  await leave(at);
});

test('frames, pictures, scripts and requests of a page never ask for the certificate', async () => {
  const { at, card } = await start();
  const page = await at.pane.page();
  const tricks = (url: string) => {
    for (let n = 0; n < 20; n++) {
      const frame = document.createElement('iframe');
      frame.src = `${url}?frame=${n}`;
      document.body.append(frame);
      new Image().src = `${url}?image=${n}`;
      void fetch(`${url}?fetch=${n}`, { credentials: 'include', mode: 'no-cors' }).catch(() => undefined);
      const script = document.createElement('script');
      script.src = `${url}?script=${n}`;
      document.body.append(script);
    }
    navigator.sendBeacon(`${url}?beacon`);
  };
  // Later: a page that changes under its feet does not answer who asked for it.
  await page.evaluate(`void setTimeout(() => (${tricks})(${JSON.stringify(CERTIFICATE)}), 100)`);
  await at.kiosk.page.waitForTimeout(WHILE);
  expect(windows).toEqual([]);
  expect([at.codes(), card.inside.triesLeft]).toEqual([0, 3]);
  expect(asked()).toEqual([]);
  // And the log-in is not spoilt by it.
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, '1234');
  await pin.closed();
  await at.certificate(true);
  await at.greeted('Joris Voorbeeld');
  await leave(at);
});
