import { setTimeout as sleep } from 'node:timers/promises';
import { good } from '../outcome.ts';
import type { Connection, PcscOutcome } from '../pcsc/pcsc.ts';
import { getResponse, withLength } from './apdu.ts';

export interface Reply {
  readonly data: Buffer;
  /** SW1 SW2. */
  readonly word: number;
}

/** A connection that speaks APDUs: T=0's 61xx and 6Cxx are settled here, whether or not the reader does it itself. */
export interface Channel {
  send(command: Uint8Array): Promise<PcscOutcome<Reply>>;
  transaction<T>(work: () => Promise<T>): Promise<PcscOutcome<T>>;
  /** Lets a reader that answered oddly catch its breath. */
  pause(): Promise<void>;
  /** Commands sent so far, with the repeats. */
  readonly commands: number;
}

/** Old and cheap readers answer oddly when pressed (field reports: 25 to 50 ms helps). */
const PAUSE_MS = 40;

export function openChannel(connection: Connection): Channel {
  let commands = 0;
  const once = async (command: Uint8Array): Promise<PcscOutcome<Reply>> => {
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
    transaction: (work) => connection.transaction(work),
    pause: () => sleep(PAUSE_MS),
    get commands() {
      return commands;
    },
  };
}
