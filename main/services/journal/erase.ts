import type { Database } from 'better-sqlite3';
import type { ErasureReason } from '../../core/journal/amendment.ts';
import { append, newEntry } from './append.ts';
import { saltedHash } from './chain.ts';
import { tell } from './projection.ts';
import { payloadOf } from './reading.ts';
import { sql } from './sql.ts';
import { wantSweep } from './sweep.ts';

export interface Erasure {
  /** Why, and the local day on which it is done. */
  reason: ErasureReason;
  day: string;
}

/**
 * Takes the words of a help out of the journal: its first entry and all about it lose payload and salt; an entry for each says so.
 * Gives the day of the help, or null when there is none of this id. To be called within a transaction; `sweep` is due after it.
 */
export function erase(db: Database, id: string, { reason, day }: Erasure): string | null {
  const first = payloadOf(db, id);
  if (first?.kind !== 'assistance' && first?.kind !== 'help' && first?.kind !== 'private') return null;
  const shown = sql(db, 'SELECT day FROM helps WHERE id = ?').pluck().get(id);
  const all = sql(db, 'SELECT e.id FROM entries e JOIN payloads p ON p.entry = e.id WHERE e.id = @id OR e.about = @id')
    .pluck()
    .all({ id });
  for (const one of all.map(String)) {
    append(db, newEntry({ kind: 'erased', day, reason }, one));
    sql(db, 'DELETE FROM payloads WHERE entry = ?').run(one);
  }
  tell(db, id);
  wantSweep(db);
  return String(shown ?? first.day);
}

/**
 * The help that this receipt (`XXXX-XXXX`) was given for, if it was given on `from` or later. The receipt is nowhere: each entry's salt
 * is tried with it. About a microsecond an entry.
 */
export function findReceipt(db: Database, receipt: string, from: string): string | null {
  const rows = sql(
    db,
    `SELECT e.id, e.receipt_hash AS hash, p.salt FROM payloads p JOIN entries e ON e.id = p.entry
     WHERE p.day >= ? AND e.receipt_hash IS NOT NULL`,
  ).iterate(from) as IterableIterator<{ id: string; hash: string; salt: Uint8Array }>; // the columns named, typed by STRICT
  for (const { id, hash, salt } of rows) if (saltedHash(salt, receipt) === hash) return id;
  return null;
}
