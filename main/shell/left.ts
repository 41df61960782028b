import { readdir } from 'node:fs/promises';
import { type Session, webContents } from 'electron';
import type { Wiped } from '../core/visit/view.ts';

/** Sessions of the visit that were emptied, to be counted when all is. */
const emptied = new Set<Session>();

/** Remembers a session that a portal used: after the wipe somebody looks whether it is empty. */
export const countLater = (session: Session): void => void emptied.add(session);

/**
 * Counts what is left of a visit, once everything but its window is forgotten. `folders`: those in which a visit may leave files;
 * `signedOut`: whether the card would ask its code again. Caches and workers count as files.
 */
export async function countLeft(options: { folders: readonly string[]; signedOut: () => boolean }): Promise<Wiped> {
  const left: Wiped = { files: 0, cookies: 0, signedOut: options.signedOut() };
  for (const folder of options.folders) left.files += await filesIn(folder);
  // Taken out first: what the next visit adds meanwhile is counted after that one.
  const mine = [...emptied];
  emptied.clear();
  for (const session of mine) {
    try {
      left.cookies += (await session.cookies.get({})).length;
      left.files += Object.keys(session.serviceWorkers.getAllRunning()).length;
      if ((await session.getCacheSize()) > 0) left.files += 1;
    } catch {
      left.files += 1; // nobody can say that it is empty
    }
    // A page that still runs may still be logged in, whatever its session holds.
    if (webContents.getAllWebContents().some((one) => !one.isDestroyed() && one.session === session)) left.signedOut = false;
  }
  return left;
}

async function filesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isDirectory()).length;
}
