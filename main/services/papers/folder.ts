import { constants, type Stats } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { erase } from './erase.ts';
import type { Store } from './store.ts';

/**
 * A folder into which a scanner drops files. `look` takes in what was begun since `begin`: a file that was there before belongs to
 * somebody else and is never touched. A file that still grows is left for the next look.
 */
export interface WatchedFolder {
  begin(): Promise<void>;
  look(): Promise<void>;
  /** Part of the wipe: overwrites and removes what came since `begin` and is still there, whatever it is. Rejects when some stayed. */
  forget(): Promise<void>;
  /** After it: how many files that came since `begin` are still there. */
  left(): Promise<number>;
}

interface Turn {
  /** Milliseconds since 1970. */
  since: number;
  /** What was there when the visit began; null when that could not be read. */
  before: Promise<ReadonlySet<string> | null>;
  sizes: Map<string, number>;
  /** What was no document, or did not fit: not looked at again in this visit. */
  refused: Set<string>;
}

export function watchedFolder(folder: string, store: Store, now: () => number = Date.now): WatchedFolder {
  /** Null while nobody is here. */
  let turn: Turn | null = null;
  /** Of the visit that is over. */
  let last: Turn | null = null;

  /** Files that were not there when the visit began, of those that `since` lets through. */
  const newcomers = async (mine: Turn | null, when: (found: Stats) => number): Promise<{ name: string; size: number }[]> => {
    const before = await mine?.before;
    if (!mine || !before) return [];
    const files: { name: string; size: number }[] = [];
    for (const name of await readdir(folder).catch((): string[] => [])) {
      const found = before.has(name) ? null : await lstat(join(folder, name)).catch(() => null);
      // A second of grace: a share's clock and its whole seconds are not ours.
      if (found?.isFile() && when(found) >= mine.since - 1_000) files.push({ name, size: found.size });
    }
    return files;
  };
  /** Not every file system knows when a file was begun. */
  const begun = ({ mtimeMs, birthtimeMs }: Stats) => Math.min(mtimeMs, birthtimeMs || mtimeMs);
  /** Also begun before, and laid here now. A share that was mounted meanwhile is full of files that are neither. */
  const landed = ({ mtimeMs, ctimeMs }: Stats) => Math.max(mtimeMs, ctimeMs);

  async function take(name: string, mine: Turn): Promise<void> {
    const path = join(folder, name);
    // No link: somebody could have the counter hand out, and remove, another file of this machine.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    let taken: boolean;
    try {
      const whole = (await file.stat()).isFile() && turn === mine;
      taken = whole && (await store.add('folder', '', file.createReadStream({ autoClose: false }))).ok;
    } finally {
      await file.close();
    }
    if (taken) await erase(path);
    else mine.refused.add(name);
  }

  return {
    begin: async () => {
      const before = readdir(folder).then(
        (names) => new Set(names),
        () => null,
      );
      turn = { since: now(), before, sizes: new Map(), refused: new Set() };
      await before;
    },
    look: async () => {
      const mine = turn;
      if (!mine) return;
      const grown = new Map<string, number>();
      for (const { name, size } of await newcomers(mine, begun)) {
        if (turn !== mine) return;
        if (mine.refused.has(name) || name.startsWith('.')) continue;
        if (size > 0 && mine.sizes.get(name) === size) await take(name, mine).catch(() => mine.refused.add(name));
        else grown.set(name, size);
      }
      mine.sizes = grown;
    },
    forget: async () => {
      // Asked again while nobody is here: what came since is nobody's of the visit.
      last = turn;
      turn = null;
      const erased = await Promise.allSettled((await newcomers(last, landed)).map(({ name }) => erase(join(folder, name))));
      if (erased.some(({ status }) => status === 'rejected')) throw new Error("something stayed in the scanner's folder");
    },
    left: async () => (await newcomers(last, landed)).length,
  };
}
