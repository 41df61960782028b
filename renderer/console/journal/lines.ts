import type { AssistanceView, DayView, Outcome } from '../../../main/core/journal/record.ts';

export type Show = 'all' | 'todo';

/** Lines of a day as the list shows them, newest first. The journal gives them in the order they were written. */
export function linesOf(day: DayView, show: Show): AssistanceView[] {
  const lines = show === 'todo' ? day.assistances.filter((line) => line.completion === null) : day.assistances;
  return [...lines].reverse();
}

export const todoCount = (day: DayView): number => day.assistances.filter((line) => line.completion === null).length;

/** How many helps a day had, the private ones among them. */
export const helpCount = (day: DayView): number =>
  (day.private ?? []).reduce((sum, { count }) => sum + count, day.assistances.length);

/** The outcome that counts: the facilitator's latest word, else the visit's own. */
export const outcomeOf = (line: AssistanceView): Outcome => (line.completion ?? line.record).outcome;
