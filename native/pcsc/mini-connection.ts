import { type Card, CardDisposition, controlCode, Protocol } from 'pcsc-mini';
import { bad, good } from '../outcome.ts';
import { parseFeatures } from './features.ts';
import { guarded, inTurn } from './guard.ts';
import { answerOf } from './mini-answer.ts';
import type { Connection, Pulse } from './pcsc.ts';

/** Milliseconds a card may take for one answer. */
export const APDU_MS = 3000;
/** Powering a card down and up takes longer than an answer. */
const RESET_MS = 15_000;

/** CM_IOCTL_GET_FEATURE_REQUEST (PC/SC part 10, 2.2). */
const GET_FEATURES = controlCode(3400);

/** A connected card of pcsc-mini as a `Connection`. An answer under two bytes means that the card left in mid-command. */
export async function miniConnection(card: Card, pulse: Pulse): Promise<Connection> {
  const state = await card.state().catch(() => null);
  let connected = true;
  return {
    atr: state?.atr ?? new Uint8Array(),
    protocol: card.protocol() === Protocol.T1 ? 'T=1' : 'T=0',
    async transmit(command) {
      const answer = await guarded(pulse, APDU_MS, () => answerOf((out) => card.transmit(command, out)));
      if (answer.ok && answer.value.length < 2) return bad('removed');
      return answer;
    },
    async transaction(work) {
      // Nothing but another program's turn keeps this one waiting, and it lasts as long as it lasts.
      const begun = await inTurn(
        pulse,
        async () => true,
        () => card.transaction(),
      );
      if (!begun.ok) return begun;
      try {
        return good(await work());
      } finally {
        if (connected) await guarded(pulse, APDU_MS, () => begun.value.end(CardDisposition.LEAVE));
      }
    },
    async features() {
      const answer = await guarded(pulse, APDU_MS, () => answerOf((out) => card.control(GET_FEATURES, undefined, out)));
      return parseFeatures(answer.ok ? answer.value : new Uint8Array());
    },
    control: (code, data, limit) => guarded(pulse, limit, () => answerOf((out) => card.control(code, data, out))),
    async disconnect(then = 'leave') {
      if (!connected) return true;
      connected = false;
      const disposition = then === 'reset' ? CardDisposition.RESET : CardDisposition.LEAVE;
      const done = await guarded(pulse, then === 'reset' ? RESET_MS : APDU_MS, () => card.disconnect(disposition));
      return done.ok;
    },
  };
}
