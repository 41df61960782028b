import { bad, good, type Outcome } from '../outcome.ts';
import type { PcscOutcome } from '../pcsc/pcsc.ts';
import type { Channel, ChannelMishap } from './channel.ts';

/** Who gives the code: the PIN window as ASCII digits, or the reader's own keypad, which fills the empty block of a command itself. */
export type Entry =
  | { readonly code: Uint8Array; readonly next?: Uint8Array }
  | { readonly keypad: (command: Uint8Array) => Promise<PcscOutcome<Uint8Array>> };

/**
 * What came of a code. `wrong`: a try was spent. `timeout`, `cancelled`, `mistyped`: the keypad never asked the card. `refused`: the card
 * would not, whatever the code. `triesLeft` null: not told.
 */
export interface PinAnswer {
  readonly outcome: 'done' | 'wrong' | 'blocked' | 'timeout' | 'cancelled' | 'mistyped' | 'refused';
  readonly triesLeft: number | null;
}

/** Reference manual of applet 1.8, chapter 6, VERIFY: reference data 01, one block of 8 bytes. */
const VERIFY = [0x00, 0x20, 0x00, 0x01, 8];
/** The same, CHANGE REFERENCE DATA: the present block, then the new one. */
const CHANGE = [0x00, 0x24, 0x00, 0x01, 16];
/** The same, LOG OFF: ends the rights that the code gave. */
const LOG_OFF = Buffer.from('80e60000', 'hex');

const BLOCK = 8;
const [SHORTEST, LONGEST] = [4, 12];
const [ZERO, NINE] = [0x30, 0x39];

/** 4 to 12 ASCII digits: anything else would be a wrong code, or none, and is not shown to the card. */
export function isCode(code: Uint8Array): boolean {
  return code.length >= SHORTEST && code.length <= LONGEST && code.every((byte) => byte >= ZERO && byte <= NINE);
}

/** VERIFY. Errors: the channel's; a code that went out may then have spent a try, and is never sent again from here. */
export function verifyCode(channel: Channel, entry: Entry): Promise<Outcome<PinAnswer, ChannelMishap>> {
  return present(channel, VERIFY, entry, 'keypad' in entry ? [] : [entry.code]);
}

/** CHANGE REFERENCE DATA: the card checks the present code itself, as VERIFY would, and counts it. Errors as `verifyCode`. */
export function changeCode(channel: Channel, entry: Entry): Promise<Outcome<PinAnswer, ChannelMishap>> {
  return present(channel, CHANGE, entry, 'keypad' in entry ? [] : [entry.code, entry.next ?? new Uint8Array()]);
}

/** Ends the rights that a code gave, for whoever comes next; a second time if need be. False: the card did not say that it did. */
export async function logOff(channel: Channel): Promise<boolean> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const reply = await channel.once(LOG_OFF);
    if (reply.ok && reply.value.word === 0x9000) return true;
  }
  return false;
}

async function present(
  channel: Channel,
  head: readonly number[],
  entry: Entry,
  codes: readonly Uint8Array[],
): Promise<Outcome<PinAnswer, ChannelMishap>> {
  if (!codes.every(isCode)) return good({ outcome: 'refused', triesLeft: null });
  const command = Buffer.alloc(head.length + (head.at(-1) ?? 0), 0xff);
  command.set(head);
  for (let at = head.length; at < command.length; at += BLOCK) command[at] = 0x20;
  codes.forEach((code, i) => {
    fillBlock(command.subarray(head.length + i * BLOCK), code);
  });
  try {
    const word = 'keypad' in entry ? await keypadWord(entry.keypad(command)) : await channelWord(channel.once(command));
    return word.ok ? good(toAnswer(word.value, 'keypad' in entry)) : word;
  } finally {
    command.fill(0);
  }
}

/** The digit 2 and the number of digits, then the digits, two a byte from the left; the rest stays F. */
function fillBlock(block: Buffer, code: Uint8Array): void {
  block[0] = 0x20 | code.length;
  code.forEach((byte, i) => {
    const at = 1 + (i >> 1);
    const digit = byte - ZERO;
    block[at] = i % 2 === 0 ? (digit << 4) | 0x0f : ((block[at] ?? 0) & 0xf0) | digit;
  });
}

async function channelWord(sent: ReturnType<Channel['once']>): Promise<Outcome<number, ChannelMishap>> {
  const reply = await sent;
  return reply.ok ? good(reply.value.word) : reply;
}

async function keypadWord(sent: Promise<PcscOutcome<Uint8Array>>): Promise<Outcome<number, ChannelMishap>> {
  const answer = await sent;
  if (!answer.ok) return answer;
  const [high, low] = answer.value.subarray(-2);
  return high === undefined || low === undefined ? bad('failed') : good((high << 8) | low);
}

/** Words of the card (manual, VERIFY), and of a keypad (PC/SC part 10, 2.5.2). */
function toAnswer(word: number, byKeypad: boolean): PinAnswer {
  const answer = (outcome: PinAnswer['outcome'], triesLeft: number | null = null) => ({ outcome, triesLeft });
  if (word === 0x9000) return answer('done');
  if (word >> 4 === 0x63c) return answer('wrong', word & 0x0f);
  if (word === 0x6300) return answer('wrong');
  if (word === 0x6983) return answer('blocked', 0);
  if (byKeypad && word === 0x6400) return answer('timeout');
  if (byKeypad && word === 0x6401) return answer('cancelled');
  if (byKeypad && (word === 0x6402 || word === 0x6403)) return answer('mistyped');
  return answer('refused');
}
