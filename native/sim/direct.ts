import { bad, good } from '../outcome.ts';
import type { Connection } from '../pcsc/pcsc.ts';
import type { SimCard } from './card.ts';

/** A connection straight to a simulated card, without reader and service: for tests of what lies above PC/SC. */
export function connectDirect(card: SimCard): Connection & { readonly sent: readonly string[] } {
  const sent: string[] = [];
  card.reset();
  return {
    sent,
    atr: card.atr,
    protocol: 'T=0',
    async transmit(command) {
      sent.push(Buffer.from(command).toString('hex'));
      const answer = card.exchange(Buffer.from(command));
      return answer && answer.length >= 2 ? good(answer) : bad('removed');
    },
    transaction: async (work) => good(await work()),
    features: async () => new Map(),
    control: async () => bad('failed'),
    disconnect: async () => undefined,
  };
}
