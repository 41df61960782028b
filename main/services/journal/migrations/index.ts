import type { Database } from 'better-sqlite3';
import { entries } from './0001-entries.ts';
import { helps } from './0002-helps.ts';
import type { Migration } from './migration.ts';

/** In order; `user_version` is how many of them a file has seen. */
export const MIGRATIONS: readonly Migration[] = [entries, helps];

/** The file was made by a newer Comptoir: it is left alone. */
export class NewerSchema extends Error {}

/** Brings a file to the newest schema, one transaction per step. Throws NewerSchema when the file is ahead of the code. */
export function migrate(db: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = schemaVersion(db);
  if (version > migrations.length) throw new NewerSchema(`user_version=${version}`);
  migrations.slice(version).forEach((migration, i) => {
    db.transaction(() => {
      db.exec(migration.sql);
      db.pragma(`user_version = ${version + i + 1}`);
    }).immediate();
  });
}

/** How many migrations a file has seen. */
export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}
