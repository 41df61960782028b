import type { AssistanceView, DayView } from '../../core/journal/record.ts';
import type { Result } from '../../core/mishap.ts';
import type { CheckResult, NewEntry } from './store.ts';

/** What the front may ask of the worker: per line, what goes in and what comes back. */
export interface Operations {
  append: { input: NewEntry; output: undefined };
  assistance: { input: string; output: AssistanceView | null };
  day: { input: string; output: DayView };
  check: { input: undefined; output: CheckResult };
  settle: { input: undefined; output: boolean };
  close: { input: undefined; output: undefined };
}
export type Operation = keyof Operations;

/** A question. `stamp` is the moment as `YYYYMMDDTHHMMSS`: the worker has no clock, a file set aside is named after it. */
export interface Question {
  ask: number;
  stamp: string;
  operation: Operation;
  input: unknown;
}
export interface Answer {
  ask: number;
  result: Result<unknown>;
}
