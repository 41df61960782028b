import type { Database } from 'better-sqlite3';
import { DIMENSIONS, type Dimension } from '../../core/journal/dimensions.ts';
import type { HelpRecord } from '../../core/journal/help.ts';
import { latest } from '../../core/journal/latest.ts';
import type { Payload } from '../../core/journal/record.ts';
import { laterOf, payloadOf } from './reading.ts';
import { sql } from './sql.ts';

// `helps`, `help_tags`, `notes` and `day_sums` say how each help reads now. They hold nothing that the chain does not, and go where it goes.

const COLUMNS = ['position', 'id', 'private', 'day', 'hour', 'people', 'minutes', 'helper', 'note', ...DIMENSIONS];
const INSERT = `INSERT INTO helps (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`;
const BARE = Object.fromEntries(COLUMNS.map((name) => [name, null]));

/** Brings them up to the last entry: after an append by one entry, after a change of schema or a salvage by all. */
export function project(db: Database): void {
  const told = Number(sql(db, "SELECT value FROM state WHERE key = 'told'").pluck().get());
  const fresh = sql(db, 'SELECT position, id, about, kind FROM entries WHERE position > ? ORDER BY position LIMIT 1000');
  for (let from = told; ; ) {
    const rows = fresh.all(from) as { position: number; id: string; about: string | null; kind: string }[]; // as named, STRICT
    for (const row of rows) {
      // Nothing is said yet of an entry that is new: what is about it comes after it.
      if (row.about === null) show(db, row.id, payloadOf(db, row.id), []);
      else tell(db, row.about);
    }
    from = rows.at(-1)?.position ?? from;
    if (rows.length > 0) sql(db, "UPDATE state SET value = ? WHERE key = 'told'").run(from);
    if (rows.length < 1000) return;
  }
}

/** Writes down how the help whose first entry is `id` reads now, or takes it out when nothing is left of it. */
export function tell(db: Database, id: string): void {
  unproject(db, id);
  show(db, id, payloadOf(db, id), laterOf(db, id));
}

function show(db: Database, id: string, first: Payload | null, later: readonly Payload[]): void {
  if (first === null) return;
  const position = sql(db, 'SELECT position FROM entries WHERE id = ?').pluck().get(id);
  const help = latest(first, later);
  if (help) put(db, { position, id }, help);
  if (first.kind !== 'private') return;
  const { day, theme } = first;
  insert(db, { ...BARE, position, id, private: 1, day, hour: -1, theme, people: 1, minutes: 0 });
}

function put(db: Database, { position, id }: { position: unknown; id: string }, help: HelpRecord): void {
  const { day, hour, minutes, helper, note } = help;
  const people = help.workshop?.participants ?? 1;
  const values = Object.fromEntries(DIMENSIONS.map((name) => [name, help[name]]));
  insert(db, { ...values, position, id, private: 0, day, hour: hour ?? -1, minutes, helper, people, note: note || null });
  for (const tag of help.tags) sql(db, 'INSERT INTO help_tags (tag, position) VALUES (?, ?)').run(tag, position);
  if (note) sql(db, 'INSERT INTO notes (rowid, note) VALUES (?, ?)').run(position, note);
}

function insert(db: Database, row: Counted & Record<string, unknown>): void {
  sql(db, INSERT).run(row);
  count(db, row, 1);
}

/** Takes a help out, its words too. */
export function unproject(db: Database, id: string): void {
  const old = sql(db, 'SELECT * FROM helps WHERE id = ?').get(id) as
    | (Counted & { position: number; note: string | null })
    | undefined; // the columns of the table, typed by STRICT
  if (!old) return;
  if (old.note) sql(db, "INSERT INTO notes (notes, rowid, note) VALUES ('delete', ?, ?)").run(old.position, old.note);
  sql(db, 'DELETE FROM help_tags WHERE position = ?').run(old.position);
  sql(db, 'DELETE FROM helps WHERE position = ?').run(old.position);
  count(db, old, -1);
  sql(db, 'DELETE FROM day_sums WHERE day = ? AND helps = 0').run(old.day);
}

type Counted = { day: string; people: number; minutes: number } & { [K in Dimension]?: string | null };

const COUNT = `INSERT INTO day_sums (day, dimension, value, helps, people, minutes) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (day, dimension, value) DO UPDATE SET
    helps = helps + excluded.helps, people = people + excluded.people, minutes = minutes + excluded.minutes`;

/** Adds a help to the sums of its day, or (-1) takes it away: a report by one dimension costs the same however many helps there are. */
function count(db: Database, row: Counted, sign: 1 | -1): void {
  const { day, people, minutes } = row;
  const add = sql(db, COUNT);
  add.run(day, 'all', '', sign, sign * people, sign * minutes);
  for (const name of DIMENSIONS) add.run(day, name, row[name] ?? '', sign, sign * people, sign * minutes);
}
