import type { Outcome } from '../../../main/core/journal/record.ts';
import type { State } from '../state.ts';

type Said = Exclude<Outcome, 'abandoned'>;

/** What a citizen may say at the end: nothing when no sheet was opened; "another way" only when one was chosen. */
export function outcomesFor({ progress, otherWay }: Pick<State, 'progress' | 'otherWay'>): Said[] {
  if (!progress) return [];
  const redirected: Said[] = otherWay ? ['redirected'] : [];
  if (progress.at === 0) return ['info-only', ...redirected, 'to-finish', 'blocked'];
  return ['done', 'to-finish', ...redirected, 'blocked'];
}
