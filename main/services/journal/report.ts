import type { Database } from 'better-sqlite3';
import {
  type Figures,
  NOTHING,
  plus,
  type Report,
  type ReportBy,
  type ReportLine,
  type ReportQuery,
} from '../../core/journal/report.ts';
import type { Sums } from '../../core/journal/sums.ts';
import { parsePayload } from './reading.ts';
import { whereOf } from './where.ts';

/** Columns are named as dimensions are; a month is the beginning of a day. */
const columnOf = (by: ReportBy) => (by === 'month' ? 'substr(day, 1, 7)' : by);
const FIGURES = 'count(*) AS helps, coalesce(sum(people), 0) AS people, coalesce(sum(minutes), 0) AS minutes';

/** Counts helps as they read now, and of days past the retention time their sums. */
export function readReport(db: Database, { from, to, by, filter }: ReportQuery): Report {
  const bare = Object.keys(filter).length === 0;
  const rows = (bare ? rowsOfSums(db, from, to, by) : null) ?? rowsOfHelps(db, { from, to, by, filter });
  const lines = new Map<string, ReportLine>();
  for (const row of rows) {
    const [helps, people, minutes] = row.slice(by.length).map(Number);
    add(lines, row.slice(0, by.length).map(textOrNull), { helps: helps ?? 0, people: people ?? 0, minutes: minutes ?? 0 });
  }
  let unsplit = NOTHING;
  let interrupted = Number(
    db
      .prepare(
        `SELECT coalesce(sum(json_extract(p.payload, '$.count')), 0) FROM entries e CROSS JOIN payloads p ON p.entry = e.id
         WHERE e.kind = 'interrupted' AND p.day BETWEEN ? AND ?`,
      )
      .pluck()
      .get(from, to),
  );
  for (const sums of sumsOf(db, from, to)) {
    interrupted += sums.interrupted;
    const split = bare ? splitOf(sums, by) : null;
    if (split === null) unsplit = plus(unsplit, sums);
    else for (const { values, ...figures } of split) add(lines, values, figures);
  }
  const sorted = [...lines.values()].sort((a, b) => order(a.values, b.values));
  const total = sorted.reduce<Figures>(plus, NOTHING);
  return { from, to, by, lines: by.length > 0 ? sorted : [], total, unsplit, interrupted };
}

type Row = (string | number | null)[];

/** One row for each value, by going through the helps themselves. */
function rowsOfHelps(db: Database, { from, to, by, filter }: ReportQuery): Row[] {
  const where = whereOf({ ...filter, from, to });
  const columns = by.map(columnOf);
  const group = columns.length > 0 ? `GROUP BY ${columns.join(', ')}` : '';
  const text = `SELECT ${[...columns, FIGURES].join(', ')} FROM helps WHERE ${where.text} ${group}`;
  return db
    .prepare(text)
    .raw()
    .all(...where.values) as Row[]; // typed by STRICT
}

/** The same from the sums of the days, which know one dimension at a time, and days and months beside it. Null for any other question. */
function rowsOfSums(db: Database, from: string, to: string, by: readonly ReportBy[]): Row[] | null {
  const others = by.filter((one) => one !== 'day' && one !== 'month');
  if (others.length > 1) return null;
  const columns = by.map((one) => (one === 'day' || one === 'month' ? columnOf(one) : "nullif(value, '')"));
  const figures = 'coalesce(sum(helps), 0), coalesce(sum(people), 0), coalesce(sum(minutes), 0)';
  const group = columns.length > 0 ? `GROUP BY ${columns.join(', ')}` : '';
  const text = `SELECT ${[...columns, figures].join(', ')} FROM day_sums WHERE dimension = ? AND day BETWEEN ? AND ? ${group}`;
  return db
    .prepare(text)
    .raw()
    .all(others[0] ?? 'all', from, to) as Row[]; // typed by STRICT
}

function sumsOf(db: Database, from: string, to: string): Sums[] {
  return db
    .prepare(
      `SELECT p.payload FROM entries e CROSS JOIN payloads p ON p.entry = e.id
       WHERE e.kind = 'sums' AND p.day BETWEEN ? AND ? ORDER BY e.position`,
    )
    .pluck()
    .all(from, to)
    .map(parsePayload)
    .filter((payload) => payload?.kind === 'sums');
}

/** The lines that sums give for these dimensions; null when they do not know two of them together. */
function splitOf(sums: Sums, by: readonly ReportBy[]): ReportLine[] | null {
  const when = (one: ReportBy) => (one === 'day' ? sums.day : one === 'month' ? sums.day.slice(0, 7) : null);
  const others = by.filter((one) => when(one) === null);
  const [other] = others;
  if (others.length > 1) return null;
  if (other === undefined || other === 'day' || other === 'month')
    return [{ values: by.map(when), helps: sums.helps, people: sums.people, minutes: sums.minutes }];
  return (sums.by[other] ?? []).map(([value, helps, people, minutes]) => ({
    values: by.map((one) => when(one) ?? value),
    helps,
    people,
    minutes,
  }));
}

function add(lines: Map<string, ReportLine>, values: (string | null)[], figures: Figures): void {
  const key = JSON.stringify(values);
  lines.set(key, { values, ...plus(lines.get(key) ?? NOTHING, figures) });
}

const textOrNull = (value: string | number | null | undefined) => (value === null || value === undefined ? null : String(value));

/** By code point, so that it is the same everywhere; what was not said comes last. */
function order(a: (string | null)[], b: (string | null)[]): number {
  for (const [i, one] of a.entries()) {
    const other = b[i] ?? null;
    if (one === other) continue;
    if (one === null) return 1;
    if (other === null) return -1;
    return one < other ? -1 : 1;
  }
  return 0;
}
