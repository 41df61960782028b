import type { Database } from 'better-sqlite3';
import { type AssistanceView, Completion, type DayView, Payload } from '../../core/journal/record.ts';
import { THEMES, type Theme } from '../../core/procedure/schema.ts';
import { FIRST, type Link, saltedHash } from './chain.ts';
import { asideFiles, openDatabase, quickCheck, setAside } from './database.ts';
import { isDamage } from './failure.ts';
import { salvage } from './salvage.ts';
import { verifyChain } from './verify.ts';
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

export interface CheckResult {
  intact: boolean;
  entries: number;
  /** For the IT person, `key=value`: where the chain breaks. */
  detail: string;
  /** Damaged files that were set aside and wait for somebody to look at them. */
  aside: string[];
}

/** The journal's file and everything that may be asked of it. The only place beside `migrations/` that says SQL of entries. */
export interface Store {
  append(entry: NewEntry): void;
  assistance(id: string): AssistanceView | null;
  day(day: string): DayView;
  check(): CheckResult;
  /** Empties the write-ahead log. False while a reader (a `doctor` at that moment) keeps words in it: then again a little later. */
  settle(): boolean;
  close(): void;
}

/**
 * Opens the journal of `folder`. A damaged file is set aside under a dated name, what still verifies is carried over, and an
 * empty file takes its place. Throws SQLite's errors for a full or read-only disk, and NewerSchema.
 */
export function openStore(folder: string, stamp: () => string): Store {
  let db = openOrRecover();

  function openOrRecover(): Database {
    try {
      return openDatabase(folder);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return recover();
    }
  }
  function recover(): Database {
    const aside = setAside(folder, stamp());
    const fresh = openDatabase(folder);
    salvage(aside, fresh);
    return fresh;
  }
  /** Damage found while working is met once: file aside, empty one in its place, the same thing again. */
  function sound<T>(work: (db: Database) => T): T {
    try {
      return work(db);
    } catch (error) {
      if (!isDamage(error)) throw error;
      db.close();
      db = recover();
      return work(db);
    }
  }

  return {
    append: (entry) => sound((at) => append(at, entry)),
    assistance: (id) => sound((at) => assistance(at, id)),
    day: (day) => sound((at) => readDay(at, day)),
    check: () => checkDatabase(db, asideFiles(folder)),
    settle: () => db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0, // the first column: busy
    close: () => {
      db.pragma('optimize');
      db.close();
    },
  };
}

function append(db: Database, entry: NewEntry): void {
  db.transaction(() => {
    const known = db.prepare('SELECT 1 FROM entries WHERE id = ?').get(entry.id);
    if (known) return; // an entry that was kept for a retry is written once, even when the first answer was lost
    const device = String(db.prepare("SELECT value FROM meta WHERE key = 'device'").pluck().get());
    const last = db.prepare('SELECT sequence, hash FROM entries WHERE device = ? ORDER BY sequence DESC LIMIT 1').get(device) as
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
  }).immediate();
}

function readDay(db: Database, day: string): DayView {
  const rows = db
    .prepare('SELECT e.id, p.payload FROM payloads p JOIN entries e ON e.id = p.entry WHERE p.day = ? ORDER BY e.position')
    .all(day) as { id: string; payload: string }[]; // the columns named in the statement, typed by STRICT
  const view: DayView = { day, assistances: [], interrupted: 0 };
  const themes: Theme[] = [];
  for (const row of rows) {
    const payload = parse(row.payload);
    if (payload?.kind === 'assistance') {
      view.assistances.push({ id: row.id, record: payload, completion: latestCompletion(db, row.id) });
    } else if (payload?.kind === 'private') themes.push(payload.theme);
    else if (payload?.kind === 'interrupted') view.interrupted += payload.count;
  }
  // In the order of the themes: the order of arrival would give the hour away.
  const counts = THEMES.flatMap((theme) => {
    const count = themes.filter((one) => one === theme).length;
    return count > 0 ? [{ theme, count }] : [];
  });
  return counts.length > 0 ? { ...view, private: counts } : view;
}

function assistance(db: Database, id: string): AssistanceView | null {
  const text = db.prepare('SELECT payload FROM payloads WHERE entry = ?').pluck().get(id);
  const payload = typeof text === 'string' ? parse(text) : null;
  return payload?.kind === 'assistance' ? { id, record: payload, completion: latestCompletion(db, id) } : null;
}

function latestCompletion(db: Database, id: string): Completion | null {
  const text = db
    .prepare(
      `SELECT p.payload FROM entries e JOIN payloads p ON p.entry = e.id
       WHERE e.about = ? AND e.kind = 'completion' ORDER BY e.position DESC LIMIT 1`,
    )
    .pluck()
    .get(id);
  return typeof text === 'string' ? (Completion.safeParse(JSON.parse(text)).data ?? null) : null;
}

/** Only entries this code wrote are here; one that somebody tampered with is left out, and `check` says where it is. */
function parse(text: string): Payload | null {
  return Payload.safeParse(JSON.parse(text)).data ?? null;
}

/** Quick check and chain of an open file. `aside` are the damaged files that wait beside it. */
export function checkDatabase(db: Database, aside: string[]): CheckResult {
  const [unsound] = quickCheck(db);
  if (unsound !== undefined) return { intact: false, entries: 0, detail: `quick_check=${JSON.stringify(unsound)}`, aside };
  const { entries, broken } = verifyChain(db);
  return { intact: broken === null, entries, detail: broken ?? `entries=${entries}`, aside };
}
