import type { Database, Statement } from 'better-sqlite3';

const prepared = new WeakMap<Database, Map<string, Statement>>();

/** A statement, prepared once for each connection. For texts of ours only: each is kept as long as the connection. */
export function sql(db: Database, text: string): Statement {
  let known = prepared.get(db);
  if (!known) {
    known = new Map();
    prepared.set(db, known);
  }
  let statement = known.get(text);
  if (!statement) {
    statement = db.prepare(text);
    known.set(text, statement);
  }
  return statement;
}
