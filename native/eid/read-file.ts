import { bad, good, type Outcome } from '../outcome.ts';
import { readBinary, selectId, selectPath } from './apdu.ts';
import type { Channel, ChannelMishap } from './channel.ts';
import { derLength } from './der.ts';
import type { EidFile } from './files.ts';

/**
 * `absent`: the card has no such file. `odd`: it answered something that cannot be worked with, more than once. `not-active`: it keeps
 * saying that it may not be read in this state of its life (6D00, 6985).
 */
export type ReadMishap = ChannelMishap | 'absent' | 'odd' | 'not-active';

/** Odd answers in a row at one place. A reader that is odd now and then gets through. */
const RETRIES = 3;
/** Answers shorter than asked, in a file that says its own length: a reader that always gives 248 gets through, one byte at a time does not. */
const MOST_SHORT = 20;
/** Nothing on the card is longer (the plan for photos is 4 kB). Stops a card that never ends. */
const MOST = 16_384;
/** What readers that cannot do 256 can do (Fedict's middleware uses the same). */
const MODEST = 248;

/** For a second reading: unlike the first one's 256, so that few pieces are asked for twice in the same way. */
export const OTHER_CHUNK = 199;

/** `chunk`: most bytes a read, 1..256. `guess`: the length this file usually has; believed when the file's `whole` agrees. */
export interface HowToRead {
  readonly chunk?: number;
  readonly guess?: number | undefined;
}

/**
 * Reads a whole file inside one transaction. Some readers lie in mid-file (an early end, an empty answer, "no file selected",
 * at random): each odd answer costs a pause, a new SELECT and the same offset again; a complaint about length, smaller chunks from
 * then on. Errors: the channel's as they come; `absent`; `odd` or `not-active` after three retries in one place.
 */
export async function readFile(channel: Channel, file: EidFile, how: HowToRead = {}): Promise<Outcome<Buffer, ReadMishap>> {
  const parts: Buffer[] = [];
  const done = await channel.transaction(() => readInside(channel, file, how, parts));
  const size = done.ok ? done.value : done;
  const whole = size.ok ? good(Buffer.concat(parts, size.value)) : size;
  for (const part of parts) part.fill(0);
  return whole;
}

/** Fills `parts`; gives how many of their bytes are the file. */
async function readInside(
  channel: Channel,
  file: EidFile,
  { chunk = 256, guess }: HowToRead,
  parts: Buffer[],
): Promise<Outcome<number, ReadMishap>> {
  const selected = await select(channel, file);
  if (!selected.ok) return selected;
  let size = 0;
  let total = MOST;
  let retries = 0;
  let short = 0;
  let endSeenAt = -1;
  while (size < total) {
    const asked = Math.min(chunk, channel.longest, total - size, (size === 0 && guess) || MOST);
    const reply = await channel.send(readBinary(size, asked));
    if (!reply.ok && reply.code !== 'failed') return reply;
    const { data, word } = reply.ok ? reply.value : FAILED;
    if (word === 0x9000 && data.length > 0 && data.length <= asked) {
      parts.push(data);
      size += data.length;
      retries = 0;
      if (file.end === 'der' && parts.length === 1) total = Math.min(derLength(data) ?? 0, MOST);
      // A certificate has said where it ends: less than asked is a reader's mood.
      if (data.length < asked && file.end !== 'der') break;
      if (data.length < asked && size < total && short++ === MOST_SHORT) return bad('odd');
      if (size === guess && file.whole?.(data)) break;
      continue;
    }
    const ended = isEnd(word, data);
    if (ended && size > 0 && (endSeenAt === size || file.end === 'round')) break;
    if (ended) endSeenAt = size;
    if (retries++ === RETRIES) {
      if (!reply.ok) return reply;
      // Beyond the end of nothing, again and again: an empty file.
      if (ended && size === 0) break;
      return bad(isNotActive(word) ? 'not-active' : 'odd');
    }
    if (word === FAILED.word || word === 0x6700 || word >> 8 === 0x6c) channel.longest = Math.min(channel.longest, MODEST);
    await channel.pause();
    const again = await select(channel, file);
    if (!again.ok) return again;
  }
  // Padding behind a certificate, or all of it when there is none, is left out.
  return good(Math.min(size, total));
}

/** A transmit that came to nothing: one too long for the reader, or a bad contact. */
const FAILED = { data: Buffer.alloc(0), word: 0 };

/** "Beyond the end", or nothing at all: an end if it stays so. */
function isEnd(word: number, data: Buffer): boolean {
  return word === 0x6b00 || (word === 0x9000 && data.length === 0);
}

/** By path in one command; readers or cards that refuse that are walked down folder by folder, after a pause once more. */
async function select(channel: Channel, file: EidFile): Promise<Outcome<null, ReadMishap>> {
  const reply = await channel.send(selectPath(file.path));
  if (!reply.ok && reply.code !== 'failed') return reply;
  if (reply.ok && isDone(reply.value.word)) return good(null);
  const walked = await walk(channel, file);
  if (walked.ok || !['odd', 'not-active', 'failed'].includes(walked.code)) return walked;
  await channel.pause();
  return await walk(channel, file);
}

async function walk(channel: Channel, file: EidFile): Promise<Outcome<null, ReadMishap>> {
  for (const id of file.path.match(/.{4}/g) ?? []) {
    const step = await channel.send(selectId(id));
    if (!step.ok) return step;
    const { word } = step.value;
    if (word === 0x6a82) return bad('absent');
    if (!isDone(word)) return bad(isNotActive(word) ? 'not-active' : 'odd');
  }
  return good(null);
}

/** 9000, or 61xx when a card offers file information nobody asked for. */
export function isDone(word: number): boolean {
  return word === 0x9000 || word >> 8 === 0x61;
}

/** "Not available in this life cycle", "file not activated": a card that the commune has not handed over yet. */
export function isNotActive(word: number): boolean {
  return word === 0x6d00 || word === 0x6985;
}
