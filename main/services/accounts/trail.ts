import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AuditEvent } from '../../core/accounts/audit.ts';
import { keepOwner, syncFolder } from './disk.ts';
import type { TrailHead } from './shape.ts';

export const TRAIL_FILE = 'audit.jsonl';

/** Where what happens to accounts is written down. The file below; later the journal, which chains it with everything else. */
export interface AuditTrail {
  /** All on the disk when it resolves, with the new head; none when it rejects, with the system's error. */
  append(events: readonly AuditEvent[]): Promise<TrailHead>;
  /** Null: nothing was ever written, so there never were accounts. */
  head(): Promise<TrailHead | null>;
}

const Line = z.strictObject({ n: z.int().min(1), event: AuditEvent, previous: z.string(), hash: z.string() });
type Line = z.infer<typeof Line>;
const FIRST = '0'.repeat(64);
const NO_CHAIN: TrailHead = { count: 0, hash: FIRST };

/** SHA-256, lower-case hex, over previous hash, number and event (its JSON as in the line), joined by LF. */
const hashOf = ({ previous, n, event }: Omit<Line, 'hash'>): string =>
  createHash('sha256')
    .update([previous, n, JSON.stringify(event)].join('\n'))
    .digest('hex');

/** More than any line. */
const LINE_MOST = 2048;

/**
 * `audit.jsonl` in the data folder: one line of JSON an event, each with the hash of the one before; mode 0600, never rewritten. A line
 * that a power cut tore was never acknowledged and is cut off before the next one.
 */
export function openTrail(folder: string): AuditTrail {
  const path = join(folder, TRAIL_FILE);
  return {
    async append(events) {
      const file = await open(path, 'a+', 0o600);
      try {
        const { head, whole, size } = await endOf(file);
        if (whole < size) await file.truncate(whole);
        let last = head ?? NO_CHAIN;
        let text = '';
        for (const given of events) {
          const event = AuditEvent.parse(given); // in the order of its shape, as it is read back
          const link = { n: last.count + 1, event, previous: last.hash };
          last = { count: link.n, hash: hashOf(link) };
          text += `${JSON.stringify({ ...link, hash: last.hash })}\n`;
        }
        try {
          await file.writeFile(text);
          await file.sync();
        } catch (error) {
          // Half a line on a full disk is no line.
          await file.truncate(whole).catch(() => undefined);
          throw error;
        }
        if (!head) {
          await keepOwner(file, folder);
          await syncFolder(folder);
        }
        return last;
      } finally {
        await file.close();
      }
    },
    async head() {
      const file = await openToRead(path);
      if (!file) return null;
      try {
        return (await endOf(file)).head;
      } finally {
        await file.close();
      }
    },
  };
}

/** The last whole line's head, and where that line ends. A last line that is no line of ours counts: the chain goes on from what is there. */
async function endOf(file: FileHandle): Promise<{ head: TrailHead | null; whole: number; size: number }> {
  const { size } = await file.stat();
  const from = Math.max(0, size - 2 * LINE_MOST);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
  const end = buffer.subarray(0, bytesRead).lastIndexOf('\n') + 1;
  // A torn line is shorter than what was read: this is no line of ours, and nothing of it is cut off.
  if (end === 0) return from === 0 ? { head: null, whole: 0, size } : { head: NO_CHAIN, whole: size, size };
  const text = buffer.toString('utf8', 0, end - 1);
  const last = parse(text.slice(text.lastIndexOf('\n') + 1));
  // Somebody wrote into it: what follows is chained to nothing, and `verifyTrail` names the place.
  return { head: last ? { count: last.n, hash: last.hash } : NO_CHAIN, whole: from + end, size };
}

/** Whether the trail no longer holds what the accounts file has seen in it. */
export function isCut(head: TrailHead | null, known: TrailHead | null): boolean {
  if (known === null || known.count === 0) return false;
  return head === null || head.count < known.count || (head.count === known.count && head.hash !== known.hash);
}

/** `broken`: number of the first line that is not what was written; `cut`: lines that the accounts file knew of are, or were, gone. */
export interface TrailVerdict {
  entries: number;
  broken: number | null;
  cut: boolean;
  /** An unfinished last line: a power cut, no loss. */
  torn: boolean;
}

/** Reads the trail whole: each event, and what is to be thought of the chain. `known`: the head that the accounts file holds. */
export async function readTrail(
  folder: string,
  known: TrailHead | null,
): Promise<{ events: AuditEvent[]; verdict: TrailVerdict }> {
  const file = await openToRead(join(folder, TRAIL_FILE));
  const text = file ? await file.readFile('utf8').finally(() => file.close()) : '';
  const lines = text.split('\n');
  const torn = lines.pop() !== '';
  const events: AuditEvent[] = [];
  let previous = FIRST;
  let broken: number | null = null;
  let isKnown = known === null || known.count === 0;
  for (const [at, raw] of lines.entries()) {
    const line = parse(raw);
    if (line) events.push(line.event);
    if (!line || line.n !== at + 1 || line.previous !== previous || line.hash !== hashOf(line)) broken ??= at + 1;
    previous = line?.hash ?? FIRST;
    if (line && known?.count === line.n && known.hash === line.hash) isKnown = true;
  }
  return {
    events,
    verdict: { entries: lines.length, broken, cut: !isKnown || events.some(({ code }) => code === 'trail-cut'), torn },
  };
}

async function openToRead(path: string): Promise<FileHandle | null> {
  return await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

function parse(text: string): Line | null {
  try {
    const line = Line.safeParse(JSON.parse(text));
    return line.success ? line.data : null;
  } catch {
    return null;
  }
}
