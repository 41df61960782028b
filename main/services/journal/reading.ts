import type { Database } from 'better-sqlite3';
import { latest } from '../../core/journal/latest.ts';
import type { HelpLine } from '../../core/journal/query.ts';
import { Payload } from '../../core/journal/record.ts';
import { sql } from './sql.ts';

/** Only entries this code wrote are here; one that somebody tampered with is left out, and `check` says where it is. */
export function parsePayload(text: unknown): Payload | null {
  return typeof text === 'string' ? (Payload.safeParse(JSON.parse(text)).data ?? null) : null;
}

/** What the entry of this id says; null when it is not there or was erased. */
export function payloadOf(db: Database, id: string): Payload | null {
  return parsePayload(sql(db, 'SELECT payload FROM payloads WHERE entry = ?').pluck().get(id));
}

/** Every entry about this one that still says something, in order of arrival. */
export function laterOf(db: Database, id: string): Payload[] {
  return sql(db, 'SELECT p.payload FROM entries e JOIN payloads p ON p.entry = e.id WHERE e.about = ? ORDER BY e.position')
    .pluck()
    .all(id)
    .flatMap((text) => parsePayload(text) ?? []);
}

/** A help as it reads now; null when there is none of this id, or it is private, or was erased. */
export function helpLine(db: Database, id: string): HelpLine | null {
  const first = payloadOf(db, id);
  if (first === null) return null;
  const later = laterOf(db, id);
  const help = latest(first, later);
  if (help === null) return null;
  const corrected = later.some((one) => one.kind === 'correction' && one.reason !== 'completed');
  const completed = later.some((one) => one.kind === 'completion' || one.kind === 'correction');
  return { id, help, state: corrected ? 'corrected' : completed ? 'completed' : 'first' };
}
