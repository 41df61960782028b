import type { CodeEnd, CodeOutcome, PinView, SignPurpose } from '../../core/card/code.ts';
import type { Language } from '../../core/language.ts';
import type { CodeAnswer, KeyName } from '../card/index.ts';
import type { ToSign } from './to-sign.ts';
import type { Trial } from './trial.ts';

/** What an opening of the window gives: at most one of the two. */
export type JobEnd = CodeEnd & { signature: Uint8Array | null; code: string | null };

/** What the window is opened for. */
export interface Errand {
  readonly does: Exclude<PinView, { phase: 'closed' }>['does'];
  readonly language: Language;
  /** The key whose certificate must be there and valid. */
  readonly key: KeyName | null;
  /** What the citizen agrees to first. */
  purpose: SignPurpose | null;
  sign: ToSign | null;
}

/** One opening of the window. */
export interface Job extends Errand {
  trial: Trial | null;
  keypad: boolean;
  /** As the card last told. */
  triesLeft: number | null;
  mistyped: number;
  /** A code was handed over, and its answer is not there. */
  trying: boolean;
  signature: Uint8Array | null;
  /** For a log-in, once the card has accepted it. */
  code: string | null;
  readonly end: (end: JobEnd) => void;
}

export function openJob(errand: Errand, end: Job['end']): Job {
  const nothing = { trial: null, keypad: false, triesLeft: null, mistyped: 0, trying: false, signature: null, code: null };
  return { ...errand, ...nothing, end };
}

/** Answers that leave open, or say, that the card counted a wrong code, if one was sent. */
const MAY_HAVE_SPENT: ReadonlySet<CodeAnswer['outcome']> = new Set(['wrong', 'gone', 'unreadable']);

export const mayHaveSpent = ({ sent, outcome }: CodeAnswer): boolean => sent && MAY_HAVE_SPENT.has(outcome);

export function toOutcome({ outcome }: CodeAnswer): CodeOutcome {
  if (outcome === 'gone') return 'removed';
  if (outcome === 'mistyped') return 'cancelled';
  return outcome === 'wrong' ? 'stopped' : outcome;
}
