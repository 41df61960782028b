import type { Database } from 'better-sqlite3';
import type { HelpRecord } from '../../core/journal/help.ts';
import type { HelpPage, HelpQuery, SearchWord } from '../../core/journal/query.ts';
import { helpLine } from './reading.ts';
import { sql } from './sql.ts';
import { whereOf } from './where.ts';

/** A page of helps, newest first. Where the page before ended is a value, not a number of lines: new helps shift nothing. */
export function listHelps(db: Database, { filter, after, limit }: HelpQuery, words: readonly SearchWord[]): HelpPage {
  const where = whereOf(filter, words);
  const from = cursorOf(after);
  const text = `SELECT id, day, hour, position FROM helps WHERE private = 0 AND ${where.text}
    ${from ? 'AND (day, hour, position) < (?, ?, ?)' : ''}
    ORDER BY day DESC, hour DESC, position DESC LIMIT ?`;
  // Not kept prepared: there are as many texts as filters.
  const rows = db.prepare(text).all(...where.values, ...(from ?? []), limit + 1) as {
    id: string;
    day: string;
    hour: number;
    position: number;
  }[]; // the columns named in the statement, typed by STRICT
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    lines: page.flatMap(({ id }) => helpLine(db, id) ?? []),
    next: rows.length > limit && last ? `${last.day}.${last.hour}.${last.position}` : null,
  };
}

function cursorOf(after: string | null): [string, number, number] | null {
  const [, day, hour, position] = /^(\d{4}-\d\d-\d\d)\.(-?\d+)\.(\d+)$/.exec(after ?? '') ?? [];
  return day === undefined ? null : [day, Number(hour), Number(position)];
}

/** The help that this helper (or, with null, anybody) wrote last, as it reads now. */
export function lastHelp(db: Database, helper: string | null): HelpRecord | null {
  const text =
    helper === null
      ? "SELECT id FROM helps WHERE private = 0 AND channel <> 'kiosk' ORDER BY position DESC LIMIT 1"
      : 'SELECT id FROM helps WHERE helper = ? ORDER BY position DESC LIMIT 1';
  const id = sql(db, text)
    .pluck()
    .get(...(helper === null ? [] : [helper]));
  return typeof id === 'string' ? (helpLine(db, id)?.help ?? null) : null;
}

/** Every tag in use and how often, most used first. */
export function tagCounts(db: Database): { tag: string; count: number }[] {
  return sql(db, 'SELECT tag, count(*) AS count FROM help_tags GROUP BY tag ORDER BY count DESC, tag').all() as {
    tag: string;
    count: number;
  }[]; // the columns named in the statement, typed by STRICT
}
