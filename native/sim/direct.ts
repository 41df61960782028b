import { setTimeout as sleep } from 'node:timers/promises';
import { bad, good } from '../outcome.ts';
import type { Connection } from '../pcsc/pcsc.ts';
import type { SimCard } from './card.ts';
import { delayOf, type Faults, withFaults } from './faults.ts';

export interface DirectOptions {
  faults?: Faults;
  /** Milliseconds after which silence is called `mute`, as the watchdog of the card process would; without, silence is `removed`. */
  patience?: number;
}

/** A connection straight to a simulated card, without reader and service: for tests of what lies above PC/SC. */
export function connectDirect(card: SimCard, options: DirectOptions = {}): Connection & { readonly sent: readonly string[] } {
  const { faults = {}, patience } = options;
  const sent: string[] = [];
  let gone = false;
  const spoiled = withFaults(card, faults, () => {
    gone = true;
  });
  const delay = delayOf(faults);
  const timed = faults.latency || faults.baud || faults.exchange;
  card.reset();
  return {
    sent,
    atr: card.atr,
    protocol: 'T=0',
    async transmit(command) {
      sent.push(Buffer.from(command).toString('hex'));
      if (gone) return bad('removed');
      const answer = spoiled.exchange(Buffer.from(command));
      if (timed) await sleep(delay(command.length, answer?.length ?? 0));
      if (!answer && !gone && patience !== undefined) {
        await sleep(patience);
        return bad('mute');
      }
      return answer && answer.length >= 2 ? good(answer) : bad('removed');
    },
    transaction: async (work) => good(await work()),
    features: async () => new Map(),
    control: async () => bad('failed'),
    disconnect: async (then) => {
      if (then === 'reset') card.reset();
      return true;
    },
  };
}
