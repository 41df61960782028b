import type { Completion, Outcome } from '../../../main/core/journal/record.ts';

// The lists of main/core/journal/record.ts, written out: taking them from the schemas would load the whole of zod into the
// window, which checks nothing by itself. choices.test.ts holds the two together.

export const OUTCOMES = [
  'done',
  'to-finish',
  'blocked',
  'redirected',
  'abandoned',
  'info-only',
] as const satisfies readonly Outcome[];

export const HELPS = ['watched', 'pointed', 'typed'] as const satisfies readonly Completion['help'][];

export const AUTONOMIES = ['guided', 'if-needed', 'alone'] as const satisfies readonly Completion['autonomy'][];

export const BLOCK_REASONS = [
  'no-pin',
  'card-blocked',
  'reader',
  'itsme',
  'portal',
  'missing-document',
  'language',
  'no-smartphone',
  'deadline',
  'not-understood',
  'other',
] as const satisfies readonly Completion['blockReason'][];
