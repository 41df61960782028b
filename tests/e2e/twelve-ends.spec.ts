import { expect, test } from '@playwright/test';
import type { SimCard } from '../../native/sim/card.ts';
import { sampleName, sampleOf } from '../fixtures/sample.ts';
import { again } from './pages/again.ts';
import { type AtLogin, atLogin } from './pages/login.ts';
import { openPortalCounter, type PortalCounter } from './pages/portal.ts';

// Twelve ways in which a visit ends while somebody is logged in with their card. The next person opens the same procedure, even with
// that very card in the reader, and is nobody: the portal, the state's log-in and the card all ask anew. The servers say so.

const NAME = 'Joris Voorbeeld';
const CODE = '739164';

let counter: PortalCounter;
let card: SimCard;
test.beforeEach(async () => {
  test.setTimeout(150_000);
  counter = await openPortalCounter({ settings: { idle: { seconds: 20, warning: 20 } } });
  card = counter.mint.card('joris', undefined, { applet: '1.7', pin: CODE });
});
test.afterEach(async () => {
  await counter.app.close();
  await counter.close();
});

const gone = (at: AtLogin, seconds = 20) => expect.poll(() => at.kiosk.page.isClosed(), { timeout: seconds * 1_000 }).toBe(true);
const kioskWindow = (what: 'crash' | 'close') =>
  counter.app.electron.evaluate(({ BrowserWindow }, how) => {
    const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('app://kiosk/'));
    if (how === 'crash') window?.webContents.forcefullyCrashRenderer();
    else window?.close();
  }, what);
const system = (event: 'suspend' | 'lock-screen') =>
  counter.app.electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
const taken = async (at: AtLogin) => {
  counter.world.unplug();
  await at.kiosk.heading(at.kiosk.w('taken.title'));
};

/** The new start has wiped what was left, and waits for the card. */
const alarm = () =>
  expect
    .poll(
      async () =>
        (await counter.app.window('kiosk'))
          .locator('.left')
          .isVisible()
          .catch(() => false),
      { timeout: 30_000 },
    )
    .toBe(true);

/** After this one NSS hears of no card any more, until the program starts again: nobody is logged in, and nobody can be. */
const DEAF = 'the reader service dies, then done';

const ENDS_PROGRAM = ['the program ends and starts again', 'the power is cut'];

const ENDS: Record<string, (at: AtLogin) => Promise<unknown>> = {
  'done, with the card left in': (at) => at.kiosk.end(),
  'the card taken, then done': async (at) => {
    await taken(at);
    await at.kiosk.page.getByRole('button', { name: at.kiosk.w('closing.end'), exact: true }).click();
    await gone(at);
  },
  'the card taken, and nobody answers': async (at) => {
    await taken(at);
    await gone(at, 60);
  },
  'nobody touches anything': (at) => gone(at, 60),
  'somebody of the house closes the window': async (at) => {
    await kioskWindow('close');
    await gone(at);
    await counter.app.electron.evaluate(({ app }) => void app.emit('second-instance'));
  },
  'the page of the kiosk crashes': () => kioskWindow('crash'),
  'the page of the portal crashes, then done': async (at) => {
    await counter.app.electron.evaluate(({ webContents }) => {
      for (const one of webContents.getAllWebContents()) if (one.getURL().startsWith('https:')) one.forcefullyCrashRenderer();
    });
    await at.pane.sees({ trouble: 'crashed' });
    await at.kiosk.end();
  },
  [DEAF]: async (at) => {
    await counter.world.stopService('SIGKILL');
    await at.kiosk.end();
    await counter.world.startService();
  },
  'the machine goes to sleep': async (at) => {
    await system('suspend');
    await gone(at);
  },
  'the screen is locked': async (at) => {
    await system('lock-screen');
    await gone(at);
  },
  'the program ends and starts again': async () => {
    counter.app = await again(counter.app, 'quit');
    await alarm();
  },
  'the power is cut': async () => {
    counter.app = await again(counter.app, 'power cut');
    await alarm();
  },
};

test('there are twelve of them', () => {
  expect(Object.keys(ENDS).length).toBe(12);
});

// Each takes 20 s to a minute.
const SOME = 4;
for (const [what, end] of sampleOf(Object.entries(ENDS), SOME))
  test(`${what}: the next person is not logged in (${sampleName(SOME, 12)})`, async () => {
    const { portal, world } = counter;
    const first = await atLogin(counter, card);
    await first.chooseCard();
    const pin = await first.agrees();
    await first.types(pin, CODE);
    await pin.closed();
    await first.certificate(true);
    await first.greeted(NAME);
    await first.pane.sees({ loggedIn: true });
    // The console is left as it is, unless the whole program ends.
    const desk = await counter.app.window('console');
    await desk.evaluate(() => document.body.setAttribute('data-same', 'page'));

    await end(first);
    // Nobody can begin with that card in. Then somebody puts it in again.
    world.unplug();
    const poster = async () => (await counter.app.window('kiosk')).locator('.attract-counter').isVisible();
    await expect.poll(() => poster().catch(() => false), { timeout: 30_000 }).toBe(true);
    portal.record.clear();

    const next = await atLogin(counter, card);
    const page = await next.pane.page();
    await page.goto('https://irisbox.irisnet.be/irisbox/household');
    await expect(page.locator('#eid')).toBeAttached();
    await next.chooseCard();
    if (what === DEAF) await next.trouble('login-failed');
    else {
      // The card would sign for nobody: the code is asked.
      const asked = await next.agrees();
      await asked.press(asked.w('entry.cancel'));
      await next.trouble('login-cancelled');
    }
    expect(next.codes()).toBe(0);
    expect(portal.record.certificates()).toEqual([]);
    expect(portal.record.logins).toEqual([]);
    const cookies = portal.record.requests.flatMap((one) => Object.keys(one.cookies));
    expect(cookies.filter((name) => /SESSION|SSO/.test(name))).toEqual([]);
    await next.pane.sees({ loggedIn: false });
    if (!ENDS_PROGRAM.includes(what)) await expect(desk.locator('body')).toHaveAttribute('data-same', 'page');
  });
