import { setTimeout as sleep } from 'node:timers/promises';
import { bad, good, type Outcome } from '../outcome.ts';
import type { Connection, PcscMishap, PcscOutcome } from '../pcsc/pcsc.ts';
import { getResponse, withLength } from './apdu.ts';

export interface Reply {
  readonly data: Buffer;
  /** SW1 SW2. */
  readonly word: number;
}

/** `unwanted`: nobody wants the answer any more, so the card was not asked. */
export type ChannelMishap = PcscMishap | 'unwanted';

/** A connection that speaks APDUs: T=0's 61xx and 6Cxx are settled here, whether or not the reader does it itself. */
export interface Channel {
  send(command: Uint8Array): Promise<Outcome<Reply, ChannelMishap>>;
  /** As it is, one time, whatever the answer: for commands that spend a try. */
  once(command: Uint8Array): Promise<Outcome<Reply, ChannelMishap>>;
  transaction<T>(work: () => Promise<T>): Promise<PcscOutcome<T>>;
  /** Lets a reader that answered oddly catch its breath. */
  pause(): Promise<void>;
  /** Commands sent so far, with the repeats. */
  readonly commands: number;
}

/** Old and cheap readers answer oddly when pressed (field reports: 25 to 50 ms helps). */
const PAUSE_MS = 40;

/** `wanted` is asked before each command: whoever says no has the card left alone from that moment, in mid-file too. */
export function openChannel(connection: Connection, wanted: () => boolean = () => true): Channel {
  let commands = 0;
  const once = async (command: Uint8Array): Promise<Outcome<Reply, ChannelMishap>> => {
    if (!wanted()) return bad('unwanted');
    commands++;
    const answer = await connection.transmit(command);
    if (!answer.ok) return answer;
    const bytes = Buffer.from(answer.value.buffer, answer.value.byteOffset, answer.value.length);
    return good({ data: bytes.subarray(0, -2), word: bytes.readUInt16BE(bytes.length - 2) });
  };
  return {
    async send(command) {
      const reply = await once(command);
      if (!reply.ok) return reply;
      const { word } = reply.value;
      if (word >> 8 === 0x6c) return await once(withLength(command, word & 0xff));
      if (word >> 8 === 0x61) return await once(getResponse(word & 0xff));
      return reply;
    },
    once,
    transaction: (work) => connection.transaction(work),
    pause: () => sleep(PAUSE_MS),
    get commands() {
      return commands;
    },
  };
}
