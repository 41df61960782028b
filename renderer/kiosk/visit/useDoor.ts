import { type Dispatch, useEffect } from 'react';
import { ask, listen } from '../../bridge/index.ts';
import { useActive } from '../../parts/useActive.ts';
import type { Action, State } from '../state.ts';

/** News from main come in, and every second in which the citizen does something goes out. */
export function useDoor(dispatch: Dispatch<Action>, phase: State['visit']['phase']): void {
  useEffect(() => {
    /** What was said first is news; what was asked may be answered after it, and older. */
    const heard = new Set<Action['do']>();
    const news = (action: Action) => {
      heard.add(action.do);
      dispatch(action);
    };
    const old = (action: Action) => !heard.has(action.do) && dispatch(action);
    void ask('visit.read').then((answer) => answer.ok && old({ do: 'visit', view: answer.value }));
    void ask('card.read').then((answer) => answer.ok && old({ do: 'card', view: answer.value }));
    void ask('portal.read').then((answer) => answer.ok && old({ do: 'portal', view: answer.value }));
    void ask('papers.read').then((answer) => answer.ok && old({ do: 'papers', view: answer.value }));
    const stops = [
      listen('visit.changed', (view) => news({ do: 'visit', view })),
      listen('card.changed', (view) => news({ do: 'card', view })),
      listen('call.changed', (view) => news({ do: 'call', view })),
      listen('portal.changed', (view) => news({ do: 'portal', view })),
      listen('papers.changed', (view) => news({ do: 'papers', view })),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [dispatch]);

  // A countdown is answered by its own buttons: a finger that comes down on "finish" must not first mean "I am here".
  useActive(phase === 'running');
}
