import type { Result } from '../../core/mishap.ts';
import type { Store } from './store.ts';

/** What the front may ask of the worker: all that may be asked of the journal's file. */
export type Operation = keyof Store;

/** A question. `stamp` is the moment as `YYYYMMDDTHHMMSS`: the worker has no clock, a file set aside is named after it. */
export interface Question {
  ask: number;
  stamp: string;
  operation: Operation;
  input: unknown[];
}
export interface Answer {
  ask: number;
  result: Result<unknown>;
}
