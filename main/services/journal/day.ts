import type { Database } from 'better-sqlite3';
import type { AssistanceView, Completion, DayView } from '../../core/journal/record.ts';
import { THEMES, type Theme } from '../../core/procedure/schema.ts';
import { helpLine, parsePayload, payloadOf } from './reading.ts';
import { sql } from './sql.ts';

/** The visits of a day as the kiosk wrote them, each with what was said of it last; private helps and interruptions as numbers. */
export function readDay(db: Database, day: string): DayView {
  const rows = sql(
    db,
    'SELECT e.id, p.payload FROM payloads p JOIN entries e ON e.id = p.entry WHERE p.day = ? ORDER BY e.position',
  ).all(day) as { id: string; payload: string }[]; // the columns named in the statement, typed by STRICT
  const view: DayView = { day, assistances: [], interrupted: 0 };
  const themes: Theme[] = [];
  for (const row of rows) {
    const payload = parsePayload(row.payload);
    if (payload?.kind === 'assistance')
      view.assistances.push({ id: row.id, record: payload, completion: latestCompletion(db, row.id) });
    else if (payload?.kind === 'private') themes.push(payload.theme);
    else if (payload?.kind === 'interrupted') view.interrupted += payload.count;
    else if (payload?.kind === 'sums') view.interrupted += payload.interrupted;
  }
  // In the order of the themes: the order of arrival would give the hour away.
  const counts = THEMES.flatMap((theme) => {
    const count = themes.filter((one) => one === theme).length;
    return count > 0 ? [{ theme, count }] : [];
  });
  return counts.length > 0 ? { ...view, private: counts } : view;
}

/** One visit of the kiosk, with what was said of it last. */
export function readAssistance(db: Database, id: string): AssistanceView | null {
  const payload = payloadOf(db, id);
  return payload?.kind === 'assistance' ? { id, record: payload, completion: latestCompletion(db, id) } : null;
}

function latestCompletion(db: Database, id: string): Completion | null {
  const line = helpLine(db, id);
  if (!line || line.state === 'first') return null;
  const { outcome, autonomy, helpLevel: help, blockReason } = line.help;
  return { kind: 'completion', outcome, autonomy, help, blockReason };
}
