import type { Database } from 'better-sqlite3';
import type { Draft, KeptDraft } from '../../core/journal/draft.ts';
import { sql } from './sql.ts';

/** Keeps a half-filled form, in the place of what was kept under its id. `day` is today's, local. */
export function keepDraft(
  db: Database,
  { id, helper, day, draft }: { id: string; helper: string | null; day: string; draft: Draft },
) {
  sql(
    db,
    `INSERT INTO drafts (id, helper, day, draft) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET helper = excluded.helper, day = excluded.day, draft = excluded.draft`,
  ).run(id, helper, day, JSON.stringify(draft));
}

/** Drafts of a helper, the last changed first. */
export function draftsOf(db: Database, helper: string | null): KeptDraft[] {
  const rows = sql(db, 'SELECT id, day, draft FROM drafts WHERE helper IS ? ORDER BY day DESC, rowid DESC').all(helper) as {
    id: string;
    day: string;
    draft: string;
  }[]; // the columns named in the statement, typed by STRICT
  return rows.map(({ id, day, draft }) => ({ id, day, draft: JSON.parse(draft) as Draft })); // parsed before it was kept
}

export function dropDraft(db: Database, id: string): void {
  sql(db, 'DELETE FROM drafts WHERE id = ?').run(id);
}

/** Drops those last changed before this day; gives how many. */
export function dropOldDrafts(db: Database, before: string): number {
  return sql(db, 'DELETE FROM drafts WHERE day < ?').run(before).changes;
}
