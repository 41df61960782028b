import { type Dispatch, useEffect } from 'react';
import { ask, listen } from '../../bridge/index.ts';
import { useActive } from '../../parts/useActive.ts';
import type { Action, State } from '../state.ts';

/** News from main come in, and every second in which the citizen does something goes out. */
export function useDoor(dispatch: Dispatch<Action>, phase: State['visit']['phase']): void {
  useEffect(() => {
    void ask('visit.read').then((answer) => answer.ok && dispatch({ do: 'visit', view: answer.value }));
    void ask('card.read').then((answer) => answer.ok && dispatch({ do: 'card', view: answer.value }));
    void ask('portal.read').then((answer) => answer.ok && dispatch({ do: 'portal', view: answer.value }));
    void ask('papers.read').then((answer) => answer.ok && dispatch({ do: 'papers', view: answer.value }));
    const stops = [
      listen('visit.changed', (view) => dispatch({ do: 'visit', view })),
      listen('card.changed', (view) => dispatch({ do: 'card', view })),
      listen('call.changed', (view) => dispatch({ do: 'call', view })),
      listen('portal.changed', (view) => dispatch({ do: 'portal', view })),
      listen('papers.changed', (view) => dispatch({ do: 'papers', view })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [dispatch]);

  // A countdown is answered by its own buttons: a finger that comes down on "finish" must not first mean "I am here".
  useActive(phase === 'running');
}
