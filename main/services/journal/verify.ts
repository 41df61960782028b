import type { Database } from 'better-sqlite3';
import type { Sums } from '../../core/journal/sums.ts';
import { FIRST, type Link, linkHash, saltedHash } from './chain.ts';
import { parsePayload } from './reading.ts';

/** A row as the chain is verified from it: the link, its hashes, and the payload when it is still there. */
export interface ChainRow extends Link {
  previousHash: string;
  hash: string;
  salt: Uint8Array | null;
  payload: string | null;
  /** 1 when an entry says that this one's payload was erased. */
  erased: 0 | 1;
}

const ROWS = `
SELECT e.device, e.sequence, e.id, e.kind, e.about, e.payload_hash AS payloadHash, e.receipt_hash AS receiptHash,
  e.previous_hash AS previousHash, e.hash, p.salt, p.payload,
  EXISTS (SELECT 1 FROM entries x WHERE x.kind = 'erased' AND x.about = e.id) AS erased
FROM entries e LEFT JOIN payloads p ON p.entry = e.id
ORDER BY e.position`;

/** Every row in order of arrival. */
export function chainRows(db: Database): IterableIterator<ChainRow> {
  return db.prepare(ROWS).iterate() as IterableIterator<ChainRow>; // the columns named in the statement, typed by STRICT
}

/** Which entries the sums of their day stand for: their payloads may be gone. Asked of the chain, not of the table that the triggers use. */
export function coverage(db: Database): (row: ChainRow) => boolean {
  const ranges = new Map<string, [number, number][]>();
  const sums = db
    .prepare("SELECT p.payload FROM payloads p JOIN entries e ON e.id = p.entry WHERE e.kind = 'sums'")
    .pluck()
    .iterate();
  for (const text of sums as IterableIterator<string>) {
    const payload = parsePayload(text);
    if (payload?.kind === 'sums') addRanges(ranges, payload.covers);
  }
  for (const list of ranges.values()) list.sort(([a], [b]) => a - b);
  return ({ device, sequence }) => {
    const list = ranges.get(device) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.[0] ?? 0) <= sequence) low = middle + 1;
      else high = middle;
    }
    return (list[low - 1]?.[1] ?? 0) >= sequence;
  };
}

function addRanges(ranges: Map<string, [number, number][]>, covers: Sums['covers']): void {
  for (const [device, first, last] of covers) {
    const list = ranges.get(device);
    if (list) list.push([first, last]);
    else ranges.set(device, [[first, last]]);
  }
}

/** Follows the chains of all devices row by row; says what is wrong with a row (a stable word), or null. */
export function chainWalker(covered: (row: ChainRow) => boolean): (row: ChainRow) => string | null {
  const heads = new Map<string, { sequence: number; hash: string }>();
  return (row) => {
    const head = heads.get(row.device) ?? { sequence: 0, hash: FIRST };
    heads.set(row.device, { sequence: row.sequence, hash: row.hash });
    if (row.sequence !== head.sequence + 1) return 'sequence';
    if (row.previousHash !== head.hash) return 'previous-hash';
    if (row.hash !== linkHash(row.previousHash, row)) return 'hash';
    if (row.payload === null || row.salt === null) return row.erased === 1 || covered(row) ? null : 'payload-missing';
    return saltedHash(row.salt, row.payload) === row.payloadHash ? null : 'payload-hash';
  };
}

/** Verifies every chain. `broken` is null, or says where, as `key=value`: `broken=payload-hash device=… sequence=12`. */
export function verifyChain(db: Database): { entries: number; broken: string | null } {
  const walk = chainWalker(coverage(db));
  let entries = 0;
  let broken: string | null = null;
  for (const row of chainRows(db)) {
    entries += 1;
    const fault = walk(row);
    if (fault !== null) broken ??= `broken=${fault} device=${row.device} sequence=${row.sequence}`;
  }
  return { entries, broken };
}
