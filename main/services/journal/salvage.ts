import type { Database } from 'better-sqlite3';
import { connect } from './database.ts';
import { project } from './projection.ts';
import { type ChainRow, chainRows, chainWalker, coverage } from './verify.ts';
import { insertEntry, insertPayload } from './write.ts';

/**
 * Carries over from a damaged file what still verifies: of each device, every entry before the first bad one.
 * They keep their device, sequence and hashes; the fresh file writes on under a new device of its own, so no number is used twice.
 * Returns how many. Whatever cannot be read stays in the file aside.
 */
export function salvage(aside: string, fresh: Database): number {
  let carried = 0;
  let old: Database | null = null;
  try {
    old = connect(aside, { readonly: true, fileMustExist: true });
    const walk = chainWalker(coverage(old));
    const stopped = new Set<string>();
    for (const row of chainRows(old)) {
      if (stopped.has(row.device)) continue;
      if (walk(row) === null && carry(fresh, row)) carried += 1;
      else stopped.add(row.device);
    }
  } catch {
    // A page that cannot be read ends the salvage; the file aside is kept whole for somebody with better tools.
  } finally {
    old?.close();
  }
  fresh.transaction(() => project(fresh))();
  return carried;
}

function carry(fresh: Database, row: ChainRow): boolean {
  try {
    fresh.transaction(() => {
      insertEntry(fresh, row, row.previousHash);
      if (row.salt !== null && row.payload !== null) insertPayload(fresh, row.id, row.salt, row.payload);
    })();
    return true;
  } catch {
    return false; // it points to an entry that was lost
  }
}
