import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { erase } from './erase.ts';
import type { Store } from './store.ts';

/**
 * A folder into which a scanner drops files. `look` takes in what came since `begin`: a file that was there before belongs to
 * somebody else and is never touched. A file that still grows is left for the next look.
 */
export interface WatchedFolder {
  begin(): Promise<void>;
  look(): Promise<void>;
}

export function watchedFolder(folder: string, store: Store): WatchedFolder {
  let since = Number.POSITIVE_INFINITY;
  let before = new Set<string>();
  let sizes = new Map<string, number>();
  /** What was no document, or did not fit: not looked at again in this visit. */
  let refused = new Set<string>();

  const list = async () => (await readdir(folder).catch((): string[] => [])).filter((name) => !name.startsWith('.'));

  async function take(name: string): Promise<void> {
    const path = join(folder, name);
    // No link: somebody could have the counter hand out, and remove, another file of this machine.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    let taken: boolean;
    try {
      taken = (await file.stat()).isFile() && (await store.add('folder', '', file.createReadStream({ autoClose: false }))).ok;
    } finally {
      await file.close();
    }
    if (taken) await erase(path);
    else refused.add(name);
  }

  return {
    begin: async () => {
      since = Number.POSITIVE_INFINITY;
      before = new Set(await list());
      sizes = new Map();
      refused = new Set();
      since = Date.now();
    },
    look: async () => {
      const from = since;
      const grown = new Map<string, number>();
      for (const name of await list()) {
        if (before.has(name) || refused.has(name) || from !== since) continue;
        const found = await lstat(join(folder, name)).catch(() => null);
        // A second of grace: a share's clock and its whole seconds are not ours.
        if (!found?.isFile() || Math.max(found.mtimeMs, found.ctimeMs) < from - 1_000) continue;
        if (found.size > 0 && sizes.get(name) === found.size) await take(name).catch(() => refused.add(name));
        else grown.set(name, found.size);
      }
      sizes = grown;
    },
  };
}
