import type { Applet } from './applets.ts';
import type { SimCard } from './card.ts';
import { word } from './word.ts';

/** Everything that may go wrong with cards and readers on purpose, in one place. Commands are counted from 0, since the card was put in. */
export interface Faults {
  /** Milliseconds added to each command. */
  latency?: number;
  /** Bits per second on the card's contacts: 12 time units a byte, both ways. 43 011 for applet 1.7, 250 000 for 1.8. */
  baud?: number;
  /** What a command takes beside its bytes, as a model: 4 ms of USB and driver, 3 to 8 in the card, the more the longer the answer. */
  exchange?: boolean;
  /** Pulled while this command is on its way. */
  removeAt?: number;
  /** Silent for ever from this command on. */
  muteAt?: number;
  /** This command is answered with this word and nothing else. */
  wrongWord?: { at: number; word: string };
  /** Of this answer only so many bytes arrive. */
  torn?: { at: number; bytes: 0 | 1 | 'half' };
  /** The reader carries no more in one answer: 248 for some old ones. More is refused with 6700. */
  most?: number;
  /** Every so many reads the reader ends early, answers nothing, or has lost the file: what some readers do at random. */
  earlyEnd?: number;
}

/** Oddities of readers in the field, in turn. */
const ODDITIES = [word('6b00'), word('9000'), word('6986')];

/** The same card behind these faults. `pull` takes it out of whatever it is in. Time is not in here: see `delayOf`. */
export function withFaults(card: SimCard, faults: Faults, pull: () => void): SimCard {
  let count = 0;
  let reads = 0;
  const answer = (command: Buffer): Buffer | null => {
    const isRead = command[0] === 0 && command[1] === 0xb0;
    if (isRead && faults.most !== undefined && (command[4] || 256) > faults.most) return word('6700');
    if (isRead && faults.earlyEnd !== undefined && ++reads % faults.earlyEnd === 0)
      return ODDITIES[(reads / faults.earlyEnd - 1) % ODDITIES.length] ?? null;
    return card.exchange(command);
  };
  return {
    atr: card.atr,
    reset: () => card.reset(),
    exchange(command) {
      const at = count++;
      if (at === faults.removeAt) {
        pull();
        return null;
      }
      if (faults.muteAt !== undefined && at >= faults.muteAt) return null;
      if (at === faults.wrongWord?.at) return word(faults.wrongWord.word);
      const whole = answer(command);
      if (!whole || at !== faults.torn?.at) return whole;
      const { bytes } = faults.torn;
      return whole.subarray(0, bytes === 'half' ? whole.length >> 1 : bytes);
    },
  };
}

/** Milliseconds a command of `sent` bytes with `received` bytes of answer takes. T=0: one more byte says "go on" before data. */
export function delayOf({ latency = 0, baud, exchange }: Faults): (sent: number, received: number) => number {
  return (sent, received) =>
    latency +
    (exchange ? EXCHANGE_MS + CARD_MS + MORE_MS * Math.min(1, received / 258) : 0) +
    (baud ? byteTime(sent + received + 1, baud) : 0);
}
const [EXCHANGE_MS, CARD_MS, MORE_MS] = [4, 3, 5];

/** Milliseconds of so many bytes on the contacts: 12 time units each (ISO 7816-3, T=0). */
export function byteTime(bytes: number, baud: number): number {
  return (bytes * 12_000) / baud;
}

/** Bits per second that the card names in its ATR, at 4 MHz (ISO 7816-3). */
const SPEEDS: Record<Applet, number> = { '1.0': 62_500, '1.1': 43_011, '1.7': 43_011, 're-keyed': 43_011, '1.8': 250_000 };

/** The speed of a real card of that generation in a real reader. */
export function contactSpeed(applet: Applet): { baud: number; exchange: true } {
  return { baud: SPEEDS[applet], exchange: true };
}
