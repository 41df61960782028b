import { statfsSync } from 'node:fs';
import type { Mishap } from '../../core/mishap.ts';
import { NewerSchema } from './migrations/index.ts';

/** SQLite's quick check found the file unsound. */
export class Damaged extends Error {}

/** Is this the kind of failure after which the file must be set aside? */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error);
  return error instanceof Damaged || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

/** The folder cannot be made or written. (Node says ENOENT when it cannot make a folder on a read-only disk.) */
const NOT_OURS_TO_WRITE = ['EROFS', 'EACCES', 'EPERM', 'ENOENT', 'ENOTDIR'];

/**
 * The mishap that an error of SQLite or of the file system means; null when it is a bug of ours.
 * A full disk does not always say so: making the shared-memory file on a full tmpfs is an I/O error, so the free space is asked.
 */
export function mishapOf(error: unknown, folder: string): Mishap | null {
  const code = codeOf(error);
  if (isDamage(error)) return 'journal-damaged';
  if (error instanceof NewerSchema) return 'journal-newer';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'journal-full';
  if (code.startsWith('SQLITE_READONLY') || NOT_OURS_TO_WRITE.includes(code)) return 'journal-readonly';
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    if (isFull(folder)) return 'journal-full';
    return code.startsWith('SQLITE_CANTOPEN') ? 'journal-readonly' : 'failed';
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED') || code === 'SQLITE_NOMEM') return 'failed';
  return null;
}

/** Bytes below which SQLite can no longer make its side files (WAL header and first page of shared memory). */
const SMALLEST = 64 * 1024;

function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < SMALLEST;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
