import type { Assistance, Outcome, PrivateAssistance } from '../journal/record.ts';
import { durationBand } from '../journal/when.ts';
import { localDay } from '../local-day.ts';
import { isPrivate } from './room.ts';
import type { EndCause } from './view.ts';
import type { OpenVisit, Progress } from './visit.ts';

/** The sheet that a visit is counted under: the last one whose guide was used, else the last one opened. Null when none was. */
export function countedSheet(visit: OpenVisit): Progress | null {
  return visit.sheets.find((sheet) => sheet.procedure === visit.guided) ?? visit.sheets.at(-1) ?? null;
}

/**
 * The one journal record of a visit that ended, or null: no sheet was opened, "do not count me", or a crash, of which only a
 * count is kept. Of a private matter only theme and day are. `ended` gives the local day and hour; `elapsed` is in milliseconds and
 * leaves only as a band.
 */
export function recordOf(
  visit: OpenVisit,
  end: { cause: EndCause; outcome: Outcome | null; ended: Date; elapsed: number; catalogue: string },
): Assistance | PrivateAssistance | null {
  const sheet = countedSheet(visit);
  if (!sheet || !visit.counted || isInterruption(end.cause)) return null;
  if (isPrivate(sheet.theme)) return { kind: 'private', day: localDay(end.ended), theme: sheet.theme };
  return {
    kind: 'assistance',
    channel: 'kiosk',
    day: localDay(end.ended),
    hour: end.ended.getHours(),
    duration: durationBand(end.elapsed),
    language: visit.language,
    theme: sheet.theme,
    procedure: sheet.procedure,
    catalogue: end.catalogue,
    stepsReached: sheet.reached,
    steps: sheet.steps,
    otherWay: visit.otherWay,
    outcome: outcomeOf(sheet, end.cause, end.outcome),
  };
}

/** Ends of which nothing but a count is kept. */
export const isInterruption = (cause: EndCause): boolean => cause === 'crash' || cause === 'power';

function outcomeOf(sheet: Progress, cause: EndCause, said: Outcome | null): Outcome {
  if (cause === 'idle') return 'abandoned';
  if (said !== null) return said;
  if (sheet.reached === 0) return 'info-only';
  return sheet.reached >= sheet.steps ? 'done' : 'to-finish';
}
