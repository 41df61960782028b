import { expect, type Page } from '@playwright/test';
import type { LoginTrouble } from '../../../main/core/portal/view.ts';
import type { SimCard } from '../../../native/sim/card.ts';
import { CERTIFICATE_HOST } from '../../portal/hosts.ts';
import { counted } from './code.ts';
import { type Kiosk, kioskOf } from './kiosk.ts';
import { type Pin, pinOf } from './pin.ts';
import { openPane, type Pane, type PortalCounter } from './portal.ts';

/** A citizen with a card, at the page where the state asks how to log in. */
export interface AtLogin {
  kiosk: Kiosk;
  pane: Pane;
  /** Codes that the card was shown since it came in, whoever showed them. */
  codes(): number;
  /** Chooses the eID: the page asks for the certificate. */
  chooseCard(): Promise<void>;
  /** The code, in the PIN window that opens. `pin` is the window. */
  agrees(): Promise<Pin>;
  types(pin: Pin, code: string): Promise<void>;
  /** The question about the certificate, answered. */
  certificate(agree: boolean): Promise<void>;
  trouble(expected: LoginTrouble): Promise<void>;
  /** Who the portal says is there, once it says so. */
  greeted(name: string): Promise<Page>;
}

export const CERTIFICATE = `https://${CERTIFICATE_HOST}/fas/eid`;

/** A visit of its own with this card, and the portal opened at the log-in. */
export async function atLogin(counter: PortalCounter, given: SimCard, { begin = true } = {}): Promise<AtLogin> {
  const { app, world } = counter;
  const kiosk = await kioskOf(app, 'fr');
  const card = counted(given);
  if (begin) await kiosk.begin();
  await world.plug(card);
  await kiosk.cardSays('present');
  return { ...(await openLoginPage(counter, kiosk)), codes: card.codes };
}

/** The portal opened at the log-in, in the visit that is running. */
export async function openLoginPage({ app }: PortalCounter, kiosk: Kiosk): Promise<Omit<AtLogin, 'codes'>> {
  const pane = await openPane(app, 'composition-menage');
  const page = await pane.page();
  await page.goto('https://irisbox.irisnet.be/irisbox/login');
  await expect(page.locator('#eid')).toBeAttached();
  return {
    kiosk,
    pane,
    async chooseCard() {
      // By script: the pane may lie under a screen of ours. The touch that counts is told apart from it in the tests that need one.
      await page.evaluate(() => document.querySelector<HTMLElement>('#eid')?.click());
    },
    async agrees() {
      const pin = await pinOf(app, kiosk.language);
      await pin.heading(pin.w('consent.title.login'));
      await expect(pin.page.getByText(CERTIFICATE_HOST)).toBeVisible();
      await pin.press(pin.w('consent.yes'));
      await pin.heading(pin.w('entry.title.current'));
      return pin;
    },
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
