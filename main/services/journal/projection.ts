import type { Database } from 'better-sqlite3';
import { DIMENSIONS } from '../../core/journal/dimensions.ts';
import type { HelpRecord } from '../../core/journal/help.ts';
import { helpLine, payloadOf } from './reading.ts';
import { sql } from './sql.ts';

// `helps`, `help_tags` and `notes` say how each help reads now. They hold nothing that the chain does not, and go where it goes.

const COLUMNS = ['position', 'id', 'private', 'day', 'hour', 'people', 'minutes', 'helper', 'note', ...DIMENSIONS];
const INSERT = `INSERT INTO helps (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`;
const BARE = Object.fromEntries(COLUMNS.map((name) => [name, null]));

/** Brings them up to the last entry: after an append by one entry, after a change of schema or a salvage by all. */
export function project(db: Database): void {
  const told = Number(sql(db, "SELECT value FROM state WHERE key = 'told'").pluck().get());
  const fresh = sql(db, 'SELECT position, id, about, kind FROM entries WHERE position > ? ORDER BY position LIMIT 1000');
  for (let from = told; ; ) {
    const rows = fresh.all(from) as { position: number; id: string; about: string | null; kind: string }[]; // as named, STRICT
    for (const row of rows) tell(db, row.about ?? row.id);
    from = rows.at(-1)?.position ?? from;
    if (rows.length > 0) sql(db, "UPDATE state SET value = ? WHERE key = 'told'").run(from);
    if (rows.length < 1000) return;
  }
}

/** Writes down how the help whose first entry is `id` reads now, or takes it out when nothing is left of it. */
export function tell(db: Database, id: string): void {
  unproject(db, id);
  const position = sql(db, 'SELECT position FROM entries WHERE id = ?').pluck().get(id);
  const help = helpLine(db, id)?.help;
  if (help) put(db, { position, id }, help);
  const first = payloadOf(db, id);
  if (first?.kind !== 'private') return;
  const { day, theme } = first;
  sql(db, INSERT).run({ ...BARE, position, id, private: 1, day, hour: -1, theme, people: 1, minutes: 0 });
}

function put(db: Database, { position, id }: { position: unknown; id: string }, help: HelpRecord): void {
  const { day, hour, minutes, helper, note } = help;
  const people = help.workshop?.participants ?? 1;
  const values = Object.fromEntries(DIMENSIONS.map((name) => [name, help[name]]));
  sql(db, INSERT).run({
    ...values,
    position,
    id,
    private: 0,
    day,
    hour: hour ?? -1,
    minutes,
    helper,
    people,
    note: note || null,
  });
  for (const tag of help.tags) sql(db, 'INSERT INTO help_tags (tag, position) VALUES (?, ?)').run(tag, position);
  if (note) sql(db, 'INSERT INTO notes (rowid, note) VALUES (?, ?)').run(position, note);
}

/** Takes a help out, its words too. */
export function unproject(db: Database, id: string): void {
  const old = sql(db, 'SELECT position, note FROM helps WHERE id = ?').get(id) as
    | { position: number; note: string | null }
    | undefined; // the columns named in the statement, typed by STRICT
  if (!old) return;
  if (old.note) sql(db, "INSERT INTO notes (notes, rowid, note) VALUES ('delete', ?, ?)").run(old.position, old.note);
  sql(db, 'DELETE FROM help_tags WHERE position = ?').run(old.position);
  sql(db, 'DELETE FROM helps WHERE position = ?').run(old.position);
}
