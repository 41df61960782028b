import { randomUUID } from 'node:crypto';
import { type FileHandle, open, readFile, rename, rm, stat } from 'node:fs/promises';
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
 * Runs `work` while no other process does the same: the window and the command line write the same files. A lock of a process that is no
 * more is broken at once, one that says nothing after ten seconds. Rejects with the system's error when no lock can be made.
 */
export async function alone<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    if (await isLeft(path)) await breakOpen(path);
    else await sleep(20);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    return null;
  });
  if (!file) return false;
  // On a full disk it stays empty, and only its age tells.
  await file.writeFile(String(process.pid)).catch(() => undefined);
  await file.close();
  return true;
}

/** Whether whoever made it cannot hold it any more. */
async function isLeft(path: string): Promise<boolean> {
  try {
    const [{ mtimeMs }, holder] = await Promise.all([stat(path), readFile(path, 'utf8')]);
    return isDead(Number(holder)) || Math.abs(Date.now() - mtimeMs) > STALE_MS;
  } catch {
    return false; // it is gone
  }
}

function isDead(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** One at a time, who looks again: otherwise the second would remove the lock that the first has just made anew. */
async function breakOpen(path: string): Promise<void> {
  const breaking = `${path}-break`;
  if (!(await take(breaking))) {
    if (await isLeft(breaking)) await rm(breaking, { force: true });
    return await sleep(20);
  }
  try {
    if (await isLeft(path)) await rm(path, { force: true });
  } finally {
    await rm(breaking, { force: true });
  }
}
