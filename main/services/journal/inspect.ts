import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Mishap } from '../../core/mishap.ts';
import { asideFiles, connect, JOURNAL_FILE } from './database.ts';
import { mishapOf } from './failure.ts';
import { MIGRATIONS, schemaVersion } from './migrations/index.ts';
import { type CheckResult, checkDatabase } from './store.ts';

export interface Inspection extends CheckResult {
  /** False when no journal was ever made in this folder. */
  exists: boolean;
  mishap: Mishap | null;
}

/** Looks at the file of a journal through a read-only connection. Never throws. */
export function inspect(folder: string): Inspection {
  const aside = asideFiles(folder);
  const file = join(folder, JOURNAL_FILE);
  if (!existsSync(file)) return { exists: false, intact: true, entries: 0, detail: '', aside, mishap: null };
  try {
    const db = connect(file, { readonly: true, fileMustExist: true });
    try {
      const version = schemaVersion(db);
      if (version > MIGRATIONS.length) return shut(`user_version=${version}`, 'journal-newer', aside);
      if (version < MIGRATIONS.length)
        return { exists: true, intact: true, entries: 0, detail: `user_version=${version}`, aside, mishap: null };
      const result = checkDatabase(db, aside);
      return { ...result, exists: true, mishap: result.intact && aside.length === 0 ? null : 'journal-damaged' };
    } finally {
      db.close();
    }
  } catch (error) {
    return shut(
      String(error instanceof Error && 'code' in error ? error.code : error),
      mishapOf(error, folder) ?? 'failed',
      aside,
    );
  }
}

function shut(detail: string, code: Mishap, aside: string[]): Inspection {
  return { exists: true, intact: false, entries: 0, detail, aside, mishap: code };
}
