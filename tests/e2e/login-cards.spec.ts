import { expect, test } from '@playwright/test';
import type { CardView } from '../../main/core/card/view.ts';
import type { OpenCard, SimCard } from '../../native/sim/card.ts';
import { type AtLogin, atLogin } from './pages/login.ts';
import { openPortalCounter, type PortalCounter } from './pages/portal.ts';
import { procedure } from './pages/words.ts';

// At the log-in of a site: cards that cannot, a code that has one try left, and a site that does not want the card. Each has its own words.

const CODE = '739164';

let counter: PortalCounter;
test.beforeAll(async () => {
  counter = await openPortalCounter({ settings: { seats: ['kiosk'] } });
});
test.afterAll(async () => counter.close());
test.beforeEach(() => {
  counter.portal.record.clear();
  counter.portal.behave({ login: 'tls1.2' });
});

const card = (tries = 3) => counter.mint.card('joris', undefined, { applet: '1.7', pin: CODE, tries });
const leave = async ({ kiosk }: AtLogin) => {
  await kiosk.end();
  await counter.empty();
};
const asked = () => counter.portal.record.to('certif.iamfas.belgium.be');

/** With the guide and the site on the screen: what is said of the log-in is read there. */
const withScreens = (given: SimCard, says: CardView['state'] = 'present') => atLogin(counter, given, { says, screens: true });

for (const [what, make, says, trouble] of [
  ['a bank card', () => counter.mint.card('joris', 'bank'), 'bank-card', 'login-not-eid'],
  ['a card that does not answer', () => counter.mint.card('joris', 'upside-down'), 'unreadable', 'login-unreadable'],
] as const)
  test(`${what} at the log-in is told in its own words, and the right one then goes on`, async () => {
    const at = await withScreens(make(), says);
    await at.chooseCard();
    await at.trouble(trouble);
    await at.kiosk.heading(at.kiosk.w(`portal.trouble.${trouble}.title`));
    expect(asked()).toEqual([]);
    counter.world.unplug();
    // Taking it is no end of anything: nothing of it was known here.
    await at.kiosk.cardSays('no-card');
    await counter.world.plug(card());
    await at.kiosk.cardSays('present');
    await at.kiosk.press(at.kiosk.w('portal.trouble.again'));
    const pin = await at.agrees();
    await pin.press(pin.w('entry.cancel'));
    await at.trouble('login-cancelled');
    await leave(at);
  });

for (const [how, login] of [
  ['by ending the line', 'refuses'],
  ['by a page that says so', 'denies'],
] as const)
  test(`a site that does not take the certificate, ${how}: said on a screen of ours, and nobody is called logged in`, async () => {
    counter.portal.behave({ login });
    const at = await withScreens(card());
    const { kiosk } = at;
    await at.chooseCard();
    const pin = await at.agrees();
    await at.types(pin, CODE);
    await pin.closed();
    await kiosk.press(kiosk.w('portal.certificate.yes'));
    await at.trouble('login-refused');
    await kiosk.heading(kiosk.w('portal.trouble.login-refused.title'));
    await at.pane.sees({ loggedIn: false, certificate: null });
    await expect(kiosk.page.getByText(kiosk.w('portal.site.loggedIn'))).toHaveCount(0);
    for (const way of ['counter', 'phone', 'post'] as const)
      await expect(
        kiosk.page.locator('.trouble').getByRole('button', { name: kiosk.w(`ways.${way}`), exact: true }),
      ).toBeVisible();
    expect([at.codes(), counter.portal.record.logins]).toEqual([2, []]);
    // The site has thought better of it.
    counter.portal.behave({ login: 'tls1.2' });
    await kiosk.press(kiosk.w('portal.trouble.again'));
    await at.greeted('Joris Voorbeeld');
    await at.pane.sees({ loggedIn: true, trouble: null });
    expect(at.codes()).toBe(2);
    await leave(at);
  });

test('the last try of a card that tells them: asked before the code and after it; a no spends nothing, a yes logs in', async () => {
  const mine = card(1);
  const at = await withScreens(telling(mine));
  const begin = async () => {
    const pin = await at.agreesTo('warning.title');
    await pin.press(pin.w('warning.yes'));
    await pin.heading(pin.w('entry.title.current'));
    await at.types(pin, CODE);
    await pin.heading(pin.w('sure.title'));
    return pin;
  };
  await at.chooseCard();
  const no = await begin();
  await no.press(no.w('sure.no'));
  await no.closed();
  await at.trouble('login-cancelled');
  expect([at.codes(), mine.inside.triesLeft, asked()]).toEqual([0, 1, []]);

  await at.kiosk.press(at.kiosk.w('portal.trouble.again'));
  const yes = await begin();
  await yes.press(yes.w('sure.yes'));
  await yes.closed();
  await at.kiosk.press(at.kiosk.w('portal.certificate.yes'));
  await at.greeted('Joris Voorbeeld');
  expect([at.codes(), mine.inside.triesLeft]).toEqual([2, 3]);
  await leave(at);
});

test('the last code, wrong: the card is blocked by that one code, the screen says how to get a new one, and no page asks again', async () => {
  // A card of before 1.8 tells nobody how many tries are left.
  const mine = card(1);
  const at = await withScreens(mine);
  const { kiosk } = at;
  await at.chooseCard();
  const pin = await at.agrees();
  await at.types(pin, '1111');
  await pin.heading(pin.w('end.blocked.title'));
  await pin.press(pin.w('help'));
  await pin.closed();
  await at.trouble('login-code');
  await kiosk.heading(kiosk.w('portal.trouble.login-code.title'));
  expect([at.codes(), mine.inside.triesLeft, asked()]).toEqual([1, 0, []]);
  await kiosk.press(kiosk.w('portal.trouble.newCode'));
  await kiosk.heading(procedure('fr', 'eid-pin-code').title);
  await leave(at);
});

/** A card whose chip also tells how many tries are left, as one of applet 1.8 does; with keys that the module of this machine can use. */
function telling(card: OpenCard): SimCard {
  const data = () => {
    const answer = card.exchange(Buffer.from('80e400001c', 'hex')) ?? Buffer.alloc(0);
    const told = Buffer.from(answer);
    told[21] = 0x18;
    return told;
  };
  return {
    atr: card.atr,
    reset: () => card.reset(),
    exchange(command) {
      if (!command.toString('hex').startsWith('80e400')) return card.exchange(command);
      if (command[3] === 0) return data();
      return Buffer.concat([data().subarray(0, 28), Buffer.of(card.inside.triesLeft, 0, 0, 0x90, 0)]);
    },
  };
}
