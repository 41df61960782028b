import { useState } from 'react';
import type { Mishap } from '../../../main/core/mishap.ts';
import type { PortalView } from '../../../main/core/portal/view.ts';
import { ask } from '../../bridge/index.ts';
import { useKiosk } from '../visit/context.ts';

export type Open = Extract<PortalView, { phase: 'open' }>;

/** The portal of one procedure while it is open; null before and after. */
export function useOpenPortal(id: string): Open | null {
  const { portal } = useKiosk().state;
  return portal.phase === 'open' && portal.procedure === id ? portal : null;
}

/** Opens a procedure's portal: `opening` until main has answered, `problem` when it cannot. */
export function useOpening(id: string) {
  const { dispatch } = useKiosk();
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState<Mishap | null>(null);
  const open = () => {
    setOpening(true);
    setProblem(null);
    void ask('portal.open', { procedure: id }).then((answer) => {
      setOpening(false);
      if (answer.ok) dispatch({ do: 'portal', view: answer.value });
      else setProblem(answer.code);
    });
  };
  return { open, opening, problem };
}
