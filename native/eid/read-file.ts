import { bad, good, type Outcome } from '../outcome.ts';
import { readBinary, selectId, selectPath } from './apdu.ts';
import type { Channel, ChannelMishap } from './channel.ts';
import { derLength } from './der.ts';
import type { EidFile } from './files.ts';

/** `absent`: the card has no such file. `odd`: it answered something that cannot be worked with, more than once. */
export type ReadMishap = ChannelMishap | 'absent' | 'odd';

/** Odd answers in a row at one place. A reader that is odd now and then gets through. */
const RETRIES = 3;
/** Nothing on the card is longer (the plan for photos is 4 kB). Stops a card that never ends. */
const MOST = 16_384;

/**
 * Reads a whole file inside one transaction. Some readers lie in mid-file (an early end, an empty answer, "no file selected",
 * at random): each odd answer costs a pause, a new SELECT and the same offset again, and after the first one smaller chunks.
 * Errors: the channel's as they come; `absent`; `odd` after three retries in one place.
 */
export async function readFile(channel: Channel, file: EidFile, chunk = 256): Promise<Outcome<Buffer, ReadMishap>> {
  const parts: Buffer[] = [];
  const done = await channel.transaction(() => readInside(channel, file, chunk, parts));
  const size = done.ok ? done.value : done;
  const whole = size.ok ? good(Buffer.concat(parts, size.value)) : size;
  for (const part of parts) part.fill(0);
  return whole;
}

/** Fills `parts`; gives how many of their bytes are the file. */
async function readInside(
  channel: Channel,
  file: EidFile,
  firstChunk: number,
  parts: Buffer[],
): Promise<Outcome<number, ReadMishap>> {
  const selected = await select(channel, file);
  if (!selected.ok) return selected;
  let size = 0;
  let total = MOST;
  let chunk = firstChunk;
  let retries = 0;
  let endSeenAt = -1;
  while (size < total) {
    const asked = Math.min(chunk, total - size);
    const reply = await channel.send(readBinary(size, asked));
    if (!reply.ok) return reply;
    const { data, word } = reply.value;
    if (word === 0x9000 && data.length > 0 && data.length <= asked) {
      parts.push(data);
      size += data.length;
      retries = 0;
      if (file.end === 'der' && parts.length === 1) total = derLength(data) ?? 0;
      if (data.length < asked) break;
      continue;
    }
    if (isEnd(word, data) && size > 0 && (endSeenAt === size || file.end === 'round')) break;
    if (isEnd(word, data)) endSeenAt = size;
    if (retries++ === RETRIES) return bad('odd');
    if (!isEnd(word, data)) chunk = Math.min(chunk, 248);
    await channel.pause();
    const again = await select(channel, file);
    if (!again.ok) return again;
  }
  // Padding behind a certificate, or all of it when there is none, is left out.
  return good(Math.min(size, total));
}

/** "Beyond the end", or nothing at all: an end if it stays so. */
function isEnd(word: number, data: Buffer): boolean {
  return word === 0x6b00 || (word === 0x9000 && data.length === 0);
}

/** By path in one command; readers or cards that refuse that are walked down folder by folder. */
async function select(channel: Channel, file: EidFile): Promise<Outcome<null, ReadMishap>> {
  const reply = await channel.send(selectPath(file.path));
  if (!reply.ok) return reply;
  if (isDone(reply.value.word)) return good(null);
  for (const id of file.path.match(/.{4}/g) ?? []) {
    const step = await channel.send(selectId(id));
    if (!step.ok) return step;
    if (step.value.word === 0x6a82) return bad('absent');
    if (!isDone(step.value.word)) return bad('odd');
  }
  return good(null);
}

/** 9000, or 61xx when a card offers file information nobody asked for. */
export function isDone(word: number): boolean {
  return word === 0x9000 || word >> 8 === 0x61;
}
