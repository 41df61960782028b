import { bad, good } from '../outcome.ts';
import { toMishap } from './mini-codes.ts';
import type { PcscOutcome, Pulse } from './pcsc.ts';

/** After so long a call that waits its turn is taken for stuck, unless it says again that somebody else's turn lasts. */
const TURN_MS = 60_000;
const RENEW_MS = 15_000;

/** A call into pcsc-mini that a card or a reader has to answer: announced to the watchdog, its errors as codes. */
export async function guarded<T>(pulse: Pulse, limit: number, call: () => Promise<T>): Promise<PcscOutcome<T>> {
  const ended = pulse(limit, 'answer');
  try {
    return good(await call());
  } catch (error) {
    return bad(toMishap(error));
  } finally {
    ended();
  }
}

/**
 * A call that other programs may keep waiting: the service queues whoever comes second. Announced again and again for as long as
 * `isHeld` finds another program there, so that no turn is too long. A driver that hangs with nobody there is given up once.
 */
export async function inTurn<T>(
  pulse: Pulse,
  isHeld: () => Promise<boolean>,
  call: () => Promise<T>,
  { limit = TURN_MS, renew = RENEW_MS } = {},
): Promise<PcscOutcome<T>> {
  let ended: (() => void) | null = pulse(limit, 'turn');
  const timer = setInterval(async () => {
    if (!(await isHeld()) || !ended) return;
    const before = ended;
    ended = pulse(limit, 'turn');
    before();
  }, renew);
  try {
    return good(await call());
  } catch (error) {
    return bad(toMishap(error));
  } finally {
    clearInterval(timer);
    ended();
    ended = null;
  }
}
