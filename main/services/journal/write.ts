import type { Database } from 'better-sqlite3';
import { type Link, linkHash } from './chain.ts';
import { sql } from './sql.ts';

/** Writes one link of the chain. */
export function insertEntry(db: Database, link: Link, previousHash: string): void {
  sql(
    db,
    `INSERT INTO entries (device, sequence, id, kind, about, payload_hash, previous_hash, hash, receipt_hash)
     VALUES (@device, @sequence, @id, @kind, @about, @payloadHash, @previousHash, @hash, @receiptHash)`,
  ).run({ ...link, previousHash, hash: linkHash(previousHash, link) });
}

/** Writes the payload of an entry that is there. */
export function insertPayload(db: Database, entry: string, salt: Uint8Array, payload: string): void {
  sql(db, 'INSERT INTO payloads (entry, salt, payload) VALUES (?, ?, ?)').run(entry, salt, payload);
}
