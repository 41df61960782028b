import { constants } from 'node:fs';
import { lstat, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const PIECE = Buffer.alloc(1024 * 1024);

/** Overwrites every file in a folder (or one file) with zeros, then removes it all. In memory that is the end of it. */
export async function erase(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (!found) return;
  if (found.isDirectory()) for (const name of await readdir(path)) await erase(join(path, name));
  else if (found.isFile()) await blank(path, found.size).catch(() => {}); // it is removed all the same
  await rm(path, { recursive: true, force: true });
}

async function blank(path: string, size: number): Promise<void> {
  const file = await open(path, constants.O_WRONLY | constants.O_NOFOLLOW);
  try {
    for (let at = 0; at < size; at += PIECE.length) await file.write(PIECE, 0, Math.min(PIECE.length, size - at), at);
  } finally {
    await file.close();
  }
}
