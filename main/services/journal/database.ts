import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { entryId } from './chain.ts';
import { Damaged } from './failure.ts';
import { migrate } from './migrations/index.ts';
import { project } from './projection.ts';

export const JOURNAL_FILE = 'journal.db';
const ASIDE = 'journal-damaged-';

/** A connection with every setting stated: better-sqlite3's own defaults differ by build. */
export function connect(file: string, options: Database.Options = {}): Database.Database {
  const db = new Database(file, options);
  try {
    db.pragma('busy_timeout = 5000');
    db.pragma('foreign_keys = ON');
    db.pragma('recursive_triggers = ON');
    db.pragma('trusted_schema = OFF');
    if (!options.readonly) {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL'); // kiosks get unplugged: an acknowledged entry is on the disk
      db.pragma('secure_delete = ON'); // an erased payload is overwritten, not only unlinked
    }
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the journal of a folder at the newest schema, checked. Throws what SQLite throws, Damaged, or NewerSchema. */
export function openDatabase(folder: string): Database.Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = connect(join(folder, JOURNAL_FILE));
  try {
    migrate(db);
    const [first] = quickCheck(db);
    if (first !== undefined) throw new Damaged(first);
    db.prepare("INSERT INTO meta (key, value) SELECT 'device', ? WHERE NOT EXISTS (SELECT 1 FROM meta WHERE key = 'device')").run(
      entryId(randomBytes(16)),
    );
    db.transaction(() => project(db)).immediate();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** What SQLite's own check finds wrong; empty when the file is sound. */
export function quickCheck(db: Database.Database): string[] {
  const rows = db.pragma('quick_check') as { quick_check: string }[]; // the shape this pragma always answers in
  return rows.map((row) => row.quick_check).filter((line) => line !== 'ok');
}

/** Moves a damaged journal out of the way, with its WAL. `stamp` dates it. Returns its new path; it is never deleted. */
export function setAside(folder: string, stamp: string): string {
  const name = freeName(folder, `${ASIDE}${stamp}`);
  for (const tail of ['', '-wal', '-shm']) {
    const from = join(folder, JOURNAL_FILE + tail);
    if (existsSync(from)) renameSync(from, join(folder, name + tail));
  }
  return join(folder, name);
}

function freeName(folder: string, base: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? `${base}.db` : `${base}-${n}.db`;
    if (!existsSync(join(folder, name))) return name;
  }
}

/** Names of the damaged journals that wait in the folder for somebody to look at them. */
export function asideFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.startsWith(ASIDE) && name.endsWith('.db'));
}
