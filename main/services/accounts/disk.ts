import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mishap } from '../../core/mishap.ts';

/** Mishap of a file system error; null: none that we expect, so a bug. */
export function diskMishap(error: unknown): Mishap | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'accounts-full';
  return ['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EIO'].includes(code) ? 'accounts-readonly' : null;
}

/**
 * Replaces a file whole: written beside it (mode 0600), flushed, renamed, and the folder flushed. Whoever looks, also after a power
 * cut, sees the old one or the new one. Rejects with the system's error; then the old one is there.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await keepOwner(file, path);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** What root writes at the command line belongs to whom it belonged, or to whom the folder does: Comptoir runs as an ordinary user. */
export async function keepOwner(file: FileHandle, path: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(path).catch(() => stat(dirname(path)));
  await file.chown(uid, gid);
}

/** Makes names in a folder last. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Nobody holds the lock for longer: what is slow is done before. */
const STALE_MS = 10_000;

/**
 * Runs `work` while no other process does the same: the window and the command line write the same files. A lock that a killed process
 * left is broken after ten seconds. Rejects with the system's error when no lock can be made.
 */
export async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const held = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      return null;
    });
    if (held) {
      await held.close();
      try {
        return await work();
      } finally {
        await rm(path, { force: true });
      }
    }
    const found = await stat(path).catch(() => null);
    if (found && Math.abs(Date.now() - found.mtimeMs) > STALE_MS) await rm(path, { force: true });
    else await sleep(20);
  }
}
