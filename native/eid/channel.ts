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
type Answer = Outcome<Reply, ChannelMishap>;

/** A connection that speaks APDUs: T=0's 61xx and 6Cxx are settled here, whether or not the reader does it itself. */
export interface Channel {
  send(command: Uint8Array): Promise<Answer>;
  /** As it is, one time, whatever the answer: for commands that spend a try, and where nothing shall be fetched. */
  once(command: Uint8Array): Promise<Answer>;
  transaction<T>(work: () => Promise<T>): Promise<PcscOutcome<T>>;
  /** Lets a reader that answered oddly catch its breath. */
  pause(): Promise<void>;
  /** Most bytes to ask for at once: 256, until this reader has shown that it cannot. */
  longest: number;
  /** Answer to reset: a hint for sizes, never a reason to refuse. */
  readonly atr: Uint8Array;
  /** Commands sent so far, with the repeats. */
  readonly commands: number;
}

/** Old and cheap readers answer oddly when pressed (field reports: 25 to 50 ms helps). */
const PAUSE_MS = 40;
/** Pieces of one answer. Stops a card that always has more. */
const MOST_PIECES = 64;

/** `wanted` is asked before each command: whoever says no has the card left alone from that moment, in mid-file too. */
export function openChannel(connection: Connection, wanted: () => boolean = () => true): Channel {
  let commands = 0;
  const once = async (command: Uint8Array): Promise<Answer> => {
    if (!wanted()) return bad('unwanted');
    commands++;
    const answer = await connection.transmit(command);
    if (!answer.ok) return answer;
    const bytes = Buffer.from(answer.value.buffer, answer.value.byteOffset, answer.value.length);
    return good({ data: bytes.subarray(0, -2), word: bytes.readUInt16BE(bytes.length - 2) });
  };
  /** 6Cxx: once more with the length the card names. A command with data of its own has no such length to change. */
  const exact = async (command: Uint8Array): Promise<Answer> => {
    const reply = await once(command);
    if (!reply.ok || command.length !== 5 || reply.value.word >> 8 !== 0x6c) return reply;
    return await once(withLength(command, reply.value.word & 0xff));
  };
  return {
    async send(command) {
      let reply = await exact(command);
      const pieces: Buffer[] = [];
      while (reply.ok && reply.value.word >> 8 === 0x61 && pieces.length < MOST_PIECES) {
        pieces.push(reply.value.data);
        reply = await exact(getResponse(reply.value.word & 0xff));
      }
      if (!reply.ok || pieces.length === 0) return reply;
      return good({ data: Buffer.concat([...pieces, reply.value.data]), word: reply.value.word });
    },
    once,
    transaction: (work) => connection.transaction(work),
    pause: () => sleep(PAUSE_MS),
    longest: 256,
    atr: connection.atr,
    get commands() {
      return commands;
    },
  };
}
