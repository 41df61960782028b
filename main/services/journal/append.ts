import { randomBytes } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Payload } from '../../core/journal/record.ts';
import { entryId, FIRST, type Link, saltedHash } from './chain.ts';
import { project } from './projection.ts';
import { sql } from './sql.ts';
import { insertEntry, insertPayload } from './write.ts';

/** An entry on its way in. Id and salt come from outside, so that they are known before the disk answers. */
export interface NewEntry {
  id: string;
  kind: Payload['kind'];
  about: string | null;
  salt: Uint8Array;
  /** The payload's JSON, exactly as it is stored and hashed. */
  payload: string;
  receipt: string | null;
}

/** An entry of the journal's own, with an id and a salt. What people write comes through `writer.ts`. */
export function newEntry(payload: Payload, about: string | null = null): NewEntry {
  const text = JSON.stringify(payload);
  return { id: entryId(randomBytes(16)), kind: payload.kind, about, salt: randomBytes(16), payload: text, receipt: null };
}

/** Writes an entry at the end of this device's chain, and how its help reads now. To be called within a transaction. */
export function append(db: Database, entry: NewEntry): void {
  const known = sql(db, 'SELECT 1 FROM entries WHERE id = ?').get(entry.id);
  if (known) return; // an entry that was kept for a retry is written once, even when the first answer was lost
  const device = String(sql(db, "SELECT value FROM meta WHERE key = 'device'").pluck().get());
  const last = sql(db, 'SELECT sequence, hash FROM entries WHERE device = ? ORDER BY sequence DESC LIMIT 1').get(device) as
    | { sequence: number; hash: string }
    | undefined; // the columns named in the statement, typed by STRICT
  const link: Link = {
    device,
    sequence: (last?.sequence ?? 0) + 1,
    id: entry.id,
    kind: entry.kind,
    about: entry.about,
    payloadHash: saltedHash(entry.salt, entry.payload),
    receiptHash: entry.receipt === null ? null : saltedHash(entry.salt, entry.receipt),
  };
  insertEntry(db, link, last?.hash ?? FIRST);
  insertPayload(db, entry.id, entry.salt, entry.payload);
  project(db);
}
