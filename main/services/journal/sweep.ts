import type { Database } from 'better-sqlite3';
import { sql } from './sql.ts';

/** Below this many bytes the file is written anew in memory, above it beside itself on the disk. */
const IN_MEMORY = 200 * 1024 * 1024;

/** Something was taken out: the file must be written anew. Within the same transaction, so that no crash forgets it. */
export function wantSweep(db: Database): void {
  sql(db, "UPDATE state SET value = 1 WHERE key = 'sweep'").run();
}

export const sweepDue = (db: Database): boolean => sql(db, "SELECT value FROM state WHERE key = 'sweep'").pluck().get() === 1;

/**
 * Writes the file anew without what was taken out. `secure_delete` overwrites what is deleted; but where SQLite moved a row to another
 * page before, the unused middle of the old page may still hold it, and only a new file does not. Throws when the disk has no room for
 * it; it stays due then.
 */
export function sweep(db: Database): void {
  const bytes = Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true }));
  db.pragma(`temp_store = ${bytes < IN_MEMORY ? 'MEMORY' : 'DEFAULT'}`);
  db.exec('VACUUM');
  sql(db, "UPDATE state SET value = 0 WHERE key = 'sweep'").run();
  db.pragma('wal_checkpoint(TRUNCATE)');
}
