import { type Card, CardDisposition, controlCode, Protocol } from 'pcsc-mini';
import { bad, good } from '../outcome.ts';
import { parseFeatures } from './features.ts';
import { answerOf } from './mini-answer.ts';
import { toMishap } from './mini-codes.ts';
import type { Connection, PcscOutcome, Pulse } from './pcsc.ts';

/** Milliseconds a card may take for one answer. */
export const APDU_MS = 3000;
/**
 * Powering a bad card takes longer than an answer. Another program's transaction may take as long as somebody thinks about a code:
 * the service then makes connecting wait, and that is no reason to end this process.
 */
export const PATIENT_MS = 60_000;

/** CM_IOCTL_GET_FEATURE_REQUEST (PC/SC part 10, 2.2). */
const GET_FEATURES = controlCode(3400);

/** A connected card of pcsc-mini as a `Connection`. An answer under two bytes means that the card left in mid-command. */
export async function miniConnection(card: Card, pulse: Pulse): Promise<Connection> {
  const state = await card.state().catch(() => null);
  return {
    atr: state?.atr ?? new Uint8Array(),
    protocol: card.protocol() === Protocol.T1 ? 'T=1' : 'T=0',
    async transmit(command) {
      const answer = await guarded(pulse, APDU_MS, () => answerOf((out) => card.transmit(command, out)));
      if (answer.ok && answer.value.length < 2) return bad('removed');
      return answer;
    },
    async transaction(work) {
      const begun = await guarded(pulse, PATIENT_MS, () => card.transaction());
      if (!begun.ok) return begun;
      try {
        return good(await work());
      } finally {
        await guarded(pulse, APDU_MS, () => begun.value.end(CardDisposition.LEAVE));
      }
    },
    async features() {
      const answer = await guarded(pulse, APDU_MS, () => answerOf((out) => card.control(GET_FEATURES, undefined, out)));
      return parseFeatures(answer.ok ? answer.value : new Uint8Array());
    },
    control: (code, data, limit) => guarded(pulse, limit, () => answerOf((out) => card.control(code, data, out))),
    async disconnect() {
      await guarded(pulse, APDU_MS, () => card.disconnect(CardDisposition.LEAVE));
    },
  };
}

/** A call into pcsc-mini: announced to the watchdog, its errors as codes. */
export async function guarded<T>(pulse: Pulse, limit: number, call: () => Promise<T>): Promise<PcscOutcome<T>> {
  pulse(limit);
  try {
    return good(await call());
  } catch (error) {
    return bad(toMishap(error));
  } finally {
    pulse(0);
  }
}
