import { FEATURE } from './features.ts';
import type { Connection, PcscOutcome } from './pcsc.ts';

/** A reader with keys of its own: the code goes from its keys to the card, past the computer. */
export interface Keypad {
  /**
   * The reader asks for a code, puts it into `command` (a VERIFY whose data is an empty PIN block of the card) and sends that.
   * The answer is the card's, or the reader's own: 6400 nobody typed, 6401 cancelled, 6403 wrong length.
   */
  readonly verify: (command: Uint8Array, language: string) => Promise<PcscOutcome<Uint8Array>>;
  /** As `verify` for two blocks, the present code and the new one, which is asked twice; 6402: those two differ. Null: it cannot. */
  readonly change: Keypad['verify'] | null;
}

/** Seconds the reader waits for the first key, and again after it, for each code. */
const WAIT_S = 30;
/** What a card and a slow reader take besides. */
const MARGIN_MS = 15_000;
const MOST_MS = 2 * WAIT_S * 1000 + MARGIN_MS;
const CODES_OF_A_CHANGE = 3;

/** Language of the reader's display (USB language identifiers): French and Dutch of Belgium, German of Germany, English of the United States. */
const LANGUAGE_ID: Readonly<Record<string, number>> = { fr: 0x080c, nl: 0x0813, de: 0x0407, en: 0x0409 };

/** The reader's keypad, or null if it has none that can ask for a code. */
export async function findKeypad(connection: Connection): Promise<Keypad | null> {
  const features = await connection.features();
  const verify = features.get(FEATURE.verifyPinDirect);
  const modify = features.get(FEATURE.modifyPinDirect);
  if (verify === undefined) return null;
  const send = async (code: number, structure: Buffer, limit: number): Promise<PcscOutcome<Uint8Array>> => {
    const answer = await connection.control(code, structure, limit);
    // Shorter than a status word: the card left in the middle, as with commands.
    return answer.ok && answer.value.length < 2 ? { ok: false, code: 'removed' } : answer;
  };
  return {
    verify: (command, language) => send(verify, pinVerify(command, idOf(language)), MOST_MS),
    change:
      modify === undefined
        ? null
        : (command, language) => send(modify, pinModify(command, idOf(language)), CODES_OF_A_CHANGE * MOST_MS),
  };
}

const idOf = (language: string) => LANGUAGE_ID[language] ?? 0x0409;

/**
 * How the card wants its code (reference manual of applet 1.8, VERIFY): one block of 8 bytes; in the first the digit 2 and the
 * number of digits, then the digits two a byte from the left, the rest F.
 */
const FORMAT = {
  /** Bytes count; the code begins one byte into the block; from the left; two digits a byte. */
  string: 0b1_0001_0_01,
  /** Its length takes 4 bits; room for 7 bytes of digits. */
  block: 0x47,
  /** Bits count; the length stands 4 bits into the block. */
  length: 0b000_0_0100,
} as const;
const SHORTEST = 4;
const LONGEST = 12;
/** The code is complete when the person says so with a key. */
const ON_KEY = 0x02;

/** PIN_VERIFY_STRUCTURE (PC/SC part 10, 2.5.2), packed, lowest byte first: 19 bytes and the command. */
export function pinVerify(command: Uint8Array, language: number): Buffer {
  const head = Buffer.alloc(19);
  head.set([WAIT_S, WAIT_S, FORMAT.string, FORMAT.block, FORMAT.length, LONGEST, SHORTEST, ON_KEY]);
  // One message, the first: "enter your code".
  head.writeUInt8(1, 8);
  head.writeUInt16LE(language, 9);
  head.writeUInt32LE(command.length, 15);
  return Buffer.concat([head, command]);
}

/** PIN_MODIFY_STRUCTURE (PC/SC part 10, 2.5.3): 24 bytes and the command. */
export function pinModify(command: Uint8Array, language: number): Buffer {
  const head = Buffer.alloc(24);
  head.set([WAIT_S, WAIT_S, FORMAT.string, FORMAT.block, FORMAT.length]);
  // The present code goes into the first block, the new one into the second, 8 bytes on.
  head.set([0, 8, LONGEST, SHORTEST], 5);
  // Ask for the present code, and for the new one twice; messages 0, 1 and 2 of the reader go with it.
  head.set([0x03, ON_KEY, 3], 9);
  head.writeUInt16LE(language, 12);
  head.set([0, 1, 2], 14);
  head.writeUInt32LE(command.length, 20);
  return Buffer.concat([head, command]);
}
