import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { plainName, shownName } from '../../core/papers/name.ts';
import { PAPER_LIMITS, type PaperFrom, type PaperId, type PaperLine } from '../../core/papers/view.ts';
import { erase } from './erase.ts';
import { kindOfFile } from './kind.ts';
import { pixelsOfFile } from './pixels.ts';

/** A camera of "50 megapixels" gives 50.3 million; drawing one takes four bytes of memory each. */
const MOST_PIXELS = 51_000_000;

/** A document on its way in: whoever brings it writes to `path`, and then finishes or drops it. */
export interface Arrival {
  readonly path: string;
  /** Bytes it may have. */
  readonly most: number;
  /** Looks at what was written. `not-a-paper`, `paper-too-big`, `papers-full`; `no-visit` when all was forgotten meanwhile. */
  finish(): Promise<Result<PaperLine>>;
  drop(): Promise<void>;
}

/** The documents themselves. Their names on disk are ours, each in a folder of its own. */
export interface Store {
  list(): readonly PaperLine[];
  /** How many are on their way in. */
  coming(): number;
  /** Somebody is here: from now until `forget` documents are taken. */
  begin(): void;
  /** `papers-full` when there is no room for one more, `no-visit` while nobody is here. `given`: what its giver calls it. */
  arrive(from: PaperFrom, given: string): Result<Arrival>;
  add(from: PaperFrom, given: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Result<PaperLine>>;
  /** The whole document. */
  read(id: PaperId): Promise<Result<Uint8Array<ArrayBuffer>>>;
  line(id: PaperId): PaperLine | null;
  /** Where it lies, for a portal's file input; the file is called `document-1.pdf`. */
  path(id: PaperId): string | null;
  /** From 1, in the order in which they came. */
  number(id: PaperId): number;
  /** These are printed, copied or given: the citizen has them. */
  markTaken(ids: readonly PaperId[]): void;
  remove(id: PaperId): Promise<void>;
  /** Part of the wipe: overwrites and removes everything, also what is on its way in. Rejects when something stayed. */
  forget(): Promise<void>;
}

interface Kept {
  line: PaperLine;
  path: string;
  number: number;
}

/** `folder` exists, is empty and is nobody else's. `changed` is called after every change of the list. */
export function openStore(folder: string, changed: () => void): Store {
  let kept: Kept[] = [];
  /** And the bytes that are kept free for each: what all may have holds for those that come side by side, too. */
  let arriving = new Map<Arrival, number>();
  let count = 0;
  /** Of the visit: what was begun before a forgetting never appears after it. Null while nobody is here. */
  let visit: object | null = null;
  const find = (id: PaperId) => kept.find(({ line }) => line.id === id);
  const sum = (bytes: Iterable<number>) => [...bytes].reduce((all, one) => all + one, 0);
  const free = () => PAPER_LIMITS.all - sum(kept.map(({ line }) => line.bytes)) - sum(arriving.values());

  const arrive: Store['arrive'] = (from, given) => {
    const mine = visit;
    if (!mine) return mishap('no-visit');
    const most = Math.min(PAPER_LIMITS.each, free());
    if (kept.length + arriving.size >= PAPER_LIMITS.papers || most <= 0) return mishap('papers-full');
    const id = randomBytes(16).toString('hex');
    const home = join(folder, id);
    const path = join(home, 'arriving');
    try {
      mkdirSync(home, { mode: 0o700, recursive: true });
    } catch {
      return mishap('failed');
    }
    const arrival: Arrival = {
      path,
      most,
      finish: async () => {
        const taken = await take().catch((): Result<PaperLine> => mishap('failed'));
        if (!taken.ok) await erase(home).catch(() => {});
        arriving.delete(arrival);
        changed();
        return taken;
      },
      drop: async () => {
        try {
          await erase(home);
        } finally {
          arriving.delete(arrival);
          changed();
        }
      },
    };
    const take = async (): Promise<Result<PaperLine>> => {
      if (visit !== mine) return mishap('no-visit');
      const found = await lstat(path);
      if (!found.isFile() || found.size === 0) return mishap('not-a-paper');
      if (found.size > PAPER_LIMITS.each) return mishap('paper-too-big');
      const kind = await kindOfFile(path);
      if (!kind) return mishap('not-a-paper');
      if (found.size > most) return mishap('papers-full');
      const pixels = await pixelsOfFile(path, kind);
      if (pixels === null) return mishap('not-a-paper');
      if (pixels > MOST_PIXELS) return mishap('paper-too-big');
      count += 1;
      const number = count;
      const lasting = join(home, plainName(number, kind));
      await rename(path, lasting);
      if (visit !== mine) return mishap('no-visit');
      const line: PaperLine = { id, name: shownName(given), kind, bytes: found.size, from };
      kept = [...kept, { line, path: lasting, number }];
      return done(line);
    };
    arriving.set(arrival, most);
    changed();
    return done(arrival);
  };

  return {
    list: () => kept.map(({ line }) => line),
    coming: () => arriving.size,
    begin: () => {
      visit = {};
    },
    arrive,
    add: async (from, given, parts) => {
      const begun = arrive(from, given);
      if (!begun.ok) return begun;
      const arrival = begun.value;
      try {
        const file = await open(arrival.path, 'wx', 0o600);
        try {
          let written = 0;
          for await (const part of parts) {
            written += part.byteLength;
            if (written > arrival.most) {
              await arrival.drop();
              return mishap(arrival.most < PAPER_LIMITS.each ? 'papers-full' : 'paper-too-big');
            }
            await file.writeFile(part);
          }
        } finally {
          await file.close();
        }
      } catch (error) {
        await arrival.drop().catch(() => {});
        throw error;
      }
      return arrival.finish();
    },
    read: async (id) => {
      const one = find(id);
      if (!one) return mishap('no-such-paper');
      return done(new Uint8Array(await readFile(one.path)));
    },
    line: (id) => find(id)?.line ?? null,
    path: (id) => find(id)?.path ?? null,
    number: (id) => find(id)?.number ?? 0,
    markTaken: (ids) => {
      kept = kept.map((one) => (ids.includes(one.line.id) ? { ...one, line: { ...one.line, taken: true } } : one));
      changed();
    },
    remove: async (id) => {
      const one = find(id);
      if (!one) return;
      kept = kept.filter((other) => other !== one);
      changed();
      await erase(dirname(one.path));
    },
    forget: async () => {
      visit = null;
      kept = [];
      arriving = new Map();
      count = 0;
      changed();
      // The folder stays: a browser without it would begin its downloads elsewhere.
      await mkdir(folder, { mode: 0o700, recursive: true });
      for (const name of await readdir(folder)) await erase(join(folder, name));
    },
  };
}
