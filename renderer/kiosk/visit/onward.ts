import type { Dispatch } from 'react';
import type { Sheet } from '../../../main/core/procedure/schema.ts';
import { ask } from '../../bridge/index.ts';
import type { Action } from '../state.ts';

/** On from step `n` (from 1) of a sheet: to the next one, or to the end. */
export function onward({ file: { id }, text }: Sheet, n: number, dispatch: Dispatch<Action>): void {
  if (n < text.steps.length) {
    dispatch({ do: 'step', id, step: n });
    return;
  }
  // One step past the last: the paper then shows every step as done.
  void ask('visit.step', { procedure: id, step: n + 1 });
  dispatch({ do: 'finished' });
}
