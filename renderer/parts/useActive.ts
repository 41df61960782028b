import { useEffect } from 'react';
import { ask } from '../bridge/index.ts';

/** Whoever does something here is there: the visit's idle time starts anew, once a second at most. `on`: whether that counts now. */
export function useActive(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    let last = 0;
    const active = (event: Event) => {
      if (event.timeStamp - last < 1000 && last !== 0) return;
      last = event.timeStamp;
      void ask('visit.active');
    };
    const kinds = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const kind of kinds) addEventListener(kind, active, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, active, { capture: true });
    };
  }, [on]);
}
