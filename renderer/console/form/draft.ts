import type { AssistanceView, Completion, Outcome } from '../../../main/core/journal/record.ts';

/** The completion form while it is being filled in. Null: not noted. */
export interface Draft {
  outcome: Outcome;
  help: Completion['help'];
  autonomy: Completion['autonomy'];
  blockReason: Completion['blockReason'];
}

/** What happens on Enter: an entry to keep, nothing to add, or a field that still needs an answer. */
export type Checked = { kind: 'keep'; completion: Completion } | { kind: 'same' } | { kind: 'missing'; field: 'blockReason' };

/** The form as the record fills it in: the latest completion, or what the visit itself noted. */
export function draftOf({ record, completion }: AssistanceView): Draft {
  return completion
    ? { outcome: completion.outcome, help: completion.help, autonomy: completion.autonomy, blockReason: completion.blockReason }
    : { outcome: record.outcome, help: null, autonomy: null, blockReason: null };
}

/** Reads the draft against the record. A reason left behind by an outcome that is no longer `blocked` is dropped. */
export function checkDraft(draft: Draft, view: AssistanceView): Checked {
  const blocked = draft.outcome === 'blocked';
  if (blocked && draft.blockReason === null) return { kind: 'missing', field: 'blockReason' };
  const completion: Completion = { kind: 'completion', ...draft, blockReason: blocked ? draft.blockReason : null };
  return view.completion && sameCompletion(completion, view.completion) ? { kind: 'same' } : { kind: 'keep', completion };
}

function sameCompletion(a: Completion, b: Completion): boolean {
  return a.outcome === b.outcome && a.help === b.help && a.autonomy === b.autonomy && a.blockReason === b.blockReason;
}
