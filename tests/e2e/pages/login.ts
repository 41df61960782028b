import { expect, type Page } from '@playwright/test';
import type { CardView } from '../../../main/core/card/view.ts';
import type { LoginTrouble } from '../../../main/core/portal/view.ts';
import type { SimCard } from '../../../native/sim/card.ts';
import { CERTIFICATE_HOST } from '../../portal/hosts.ts';
import { counted } from './code.ts';
import { type Kiosk, kioskOf } from './kiosk.ts';
import { type Pin, pinOf } from './pin.ts';
import { openPane, type Pane, type PortalCounter } from './portal.ts';
import { openSite } from './site.ts';

const PROCEDURE = 'composition-menage';

/** A citizen with a card, at the page where the state asks how to log in. */
export interface AtLogin {
  kiosk: Kiosk;
  pane: Pane;
  /** Codes that the card was shown since it came in, whoever showed them. */
  codes(): number;
  /** Chooses the eID: the page asks for the certificate. */
  chooseCard(): Promise<void>;
  /** A yes to the code, in the PIN window that opens; `agreesTo` for a window that then says something else than "your code". */
  agrees(): Promise<Pin>;
  agreesTo(title: string): Promise<Pin>;
  types(pin: Pin, code: string): Promise<void>;
  /** The question about the certificate, answered. */
  certificate(agree: boolean): Promise<void>;
  trouble(expected: LoginTrouble): Promise<void>;
  /** Who the portal says is there, once it says so. */
  greeted(name: string): Promise<Page>;
}

export const CERTIFICATE = `https://${CERTIFICATE_HOST}/fas/eid`;

interface AtLoginOptions {
  /** What the kiosk says of that card. */
  says?: CardView['state'];
  /** By the buttons, to the guide with the site beside it; without, no screen of ours goes with it. */
  screens?: boolean;
}

/** A visit of its own with this card, and the portal opened at the log-in. */
export async function atLogin(
  counter: PortalCounter,
  given: SimCard,
  { says = 'present', screens = false }: AtLoginOptions = {},
): Promise<AtLogin> {
  const { app, world } = counter;
  const kiosk = await kioskOf(app, 'fr');
  const card = counted(given);
  await kiosk.begin();
  await world.plug(card);
  await kiosk.cardSays(says);
  const pane = screens ? await openSite(app, kiosk, PROCEDURE) : await openPane(app, PROCEDURE);
  return { ...(await openLoginPage(counter, kiosk, pane)), codes: card.codes };
}

/** The portal opened at the log-in, in the visit that is running. */
export async function openLoginPage({ app }: PortalCounter, kiosk: Kiosk, opened?: Pane): Promise<Omit<AtLogin, 'codes'>> {
  const pane = opened ?? (await openPane(app, PROCEDURE));
  const page = await pane.page();
  await page.goto('https://irisbox.irisnet.be/irisbox/login');
  await expect(page.locator('#eid')).toBeAttached();
  const agreesTo = async (title: string) => {
    const pin = await pinOf(app, kiosk.language);
    await pin.heading(pin.w('consent.title.login'));
    await expect(pin.page.getByText(CERTIFICATE_HOST)).toBeVisible();
    await pin.press(pin.w('consent.yes'));
    await pin.heading(pin.w(title));
    return pin;
  };
  return {
    kiosk,
    pane,
    async chooseCard() {
      // By script: the pane may lie under a screen of ours. The touch that counts is told apart from it in the tests that need one.
      await page.evaluate(() => document.querySelector<HTMLElement>('#eid')?.click());
    },
    agrees: () => agreesTo('entry.title.current'),
    agreesTo,
    async types(pin, code) {
      await pin.type(code);
      await pin.press(pin.w('entry.ok'));
    },
    async certificate(agree) {
      await expect.poll(() => pane.read()).toHaveProperty('certificate.host', CERTIFICATE_HOST);
      const answer = { agree, host: CERTIFICATE_HOST };
      await kiosk.page.evaluate((given) => window.comptoir.request('portal.certificate', given), answer);
    },
    trouble: (expected) => pane.sees({ trouble: expected }),
    async greeted(name) {
      await expect(page.locator('.who', { hasText: name })).toBeAttached({ timeout: 15_000 });
      return page;
    },
  };
}
