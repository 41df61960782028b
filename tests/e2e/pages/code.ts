import { expect } from '@playwright/test';
import type { SimCard } from '../../../native/sim/card.ts';
import type { Counter } from '../counter.ts';
import { type Kiosk, kioskOf } from './kiosk.ts';
import type { Pin } from './pin.ts';

/** The same card, with a count of the codes that it was given (VERIFY with a code; CHANGE). */
export function counted(card: SimCard): SimCard & { codes(): number } {
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
export async function atCode({ app, world }: Counter, card: SimCard): Promise<Kiosk> {
  const kiosk = await kioskOf(app, 'fr');
  await kiosk.begin();
  await world.plug(card);
  await kiosk.cardSays('present');
  await kiosk.page.locator('.promise-card').click();
  await kiosk.page.locator('.mycard-code').click();
  await kiosk.heading(kiosk.w('code.title'));
  return kiosk;
}

/** The PIN window says so, is closed by its button, and the kiosk says it too. */
export async function ends(kiosk: Kiosk, pin: Pin, title: string, said: string): Promise<void> {
  await pin.heading(title);
  await pin.press(pin.w('close'));
  await pin.closed();
  await expect(kiosk.page.locator('.mycode-said')).toHaveText(said);
}

/** The end of the visit, with an empty reader for the next person. */
export async function leave(counter: Counter, kiosk: Kiosk): Promise<void> {
  await kiosk.end();
  await counter.empty();
}
