import type { Database } from 'better-sqlite3';
import { DIMENSIONS, type Dimension, PERSONAL } from '../../core/journal/dimensions.ts';
import { type Figures, NOTHING, plus } from '../../core/journal/report.ts';
import type { Sums } from '../../core/journal/sums.ts';
import { FEW } from '../../core/journal/suppress.ts';
import { append, newEntry } from './append.ts';
import { unproject } from './projection.ts';
import { sql } from './sql.ts';
import { wantSweep } from './sweep.ts';

/** Helps and days of which only sums stay (or would, in a dry run). */
export interface Retained {
  days: number;
  helps: number;
}

interface Row extends Figures {
  id: string;
}
type Cells = Row & Record<Dimension, string | null>;

/** Days before `before` of which details are left, oldest first. */
export function daysToSum(db: Database, before: string): string[] {
  return sql(
    db,
    `SELECT day FROM helps WHERE day < @before
     UNION SELECT p.day FROM entries e CROSS JOIN payloads p ON p.entry = e.id WHERE e.kind = 'interrupted' AND p.day < @before
     ORDER BY day`,
  )
    .pluck()
    .all({ before })
    .map(String);
}

/** How many details a run would take out. */
export function retentionAhead(db: Database, before: string): Retained {
  const helps = Number(sql(db, 'SELECT count(*) FROM helps WHERE day < ?').pluck().get(before));
  return { days: daysToSum(db, before).length, helps };
}

/**
 * Puts the sums of a day in the place of its details: one transaction, so that a power cut leaves either. Details that come later for
 * the same day get sums of their own. `done` is the local day of today. Gives how many helps it was.
 */
export function sumUp(db: Database, day: string, done: string): number {
  return db
    .transaction(() => {
      const helps = sql(db, `SELECT id, 1 AS helps, people, minutes, ${DIMENSIONS.join(', ')} FROM helps WHERE day = ?`).all(
        day,
      ) as Cells[]; // the columns named in the statement, typed by STRICT
      const interruptions = sql(
        db,
        `SELECT e.id, json_extract(p.payload, '$.count') AS count FROM entries e CROSS JOIN payloads p ON p.entry = e.id
         WHERE e.kind = 'interrupted' AND p.day = ?`,
      ).all(day) as { id: string; count: number }[]; // the columns named in the statement
      const gone = linksOf(
        db,
        [...helps, ...interruptions].map(({ id }) => id),
      );
      if (gone.length === 0) return 0;
      const total = helps.reduce<Figures>((sum, one) => plus(sum, { ...one, helps: 1 }), NOTHING);
      const sums: Sums = {
        kind: 'sums',
        day,
        done,
        ...total,
        interrupted: interruptions.reduce((sum, { count }) => sum + count, 0),
        by: Object.fromEntries(DIMENSIONS.map((name) => [name, linesOf(name, helps)])),
        covers: rangesOf(gone),
      };
      append(db, newEntry(sums));
      for (const { id } of helps) unproject(db, id);
      for (const { id } of gone) sql(db, 'DELETE FROM payloads WHERE entry = ?').run(id);
      wantSweep(db);
      return helps.length;
    })
    .immediate();
}

/** Of a day with few helps nothing is kept about persons: the sums would be as good as the record. */
function linesOf(name: Dimension, helps: readonly Cells[]): NonNullable<Sums['by'][Dimension]> {
  const told = !PERSONAL.includes(name) || helps.length >= FEW;
  const sums = new Map<string | null, Figures>();
  for (const help of helps) {
    const value = told ? help[name] : null;
    sums.set(value, plus(sums.get(value) ?? NOTHING, { ...help, helps: 1 }));
  }
  return [...sums].map(([value, { helps: count, people, minutes }]) => [value, count, people, minutes]);
}

interface Place {
  id: string;
  device: string;
  sequence: number;
}

/** These entries and all about them that still have a payload, except the words of an erasure itself. */
function linksOf(db: Database, ids: readonly string[]): Place[] {
  const text = `SELECT e.id, e.device, e.sequence FROM entries e JOIN payloads p ON p.entry = e.id
    WHERE (e.id = @id OR e.about = @id) AND e.kind <> 'erased'`;
  return ids.flatMap((id) => sql(db, text).all({ id }) as Place[]); // the columns named in the statement, typed by STRICT
}

/** `[device, first, last]` for each run of numbers without a gap. */
function rangesOf(places: readonly Place[]): Sums['covers'] {
  const ranges: Sums['covers'] = [];
  const sorted = [...places].sort((a, b) => (a.device === b.device ? a.sequence - b.sequence : a.device < b.device ? -1 : 1));
  for (const { device, sequence } of sorted) {
    const last = ranges.at(-1);
    if (last && last[0] === device && last[2] === sequence - 1) last[2] = sequence;
    else ranges.push([device, sequence, sequence]);
  }
  return ranges;
}
