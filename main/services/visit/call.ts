import type { z } from 'zod';
import type { CallReason, CallView } from '../../core/visit/view.ts';
import type { Timers } from './timers.ts';

/** A call for a person, made from a kiosk. It may be made before a visit begins: not finding one's language is a reason. */
export interface Call {
  view(): z.infer<typeof CallView>;
  /** Whole minutes since it was made. */
  minutes(): number;
  make(reason: z.infer<typeof CallReason>): void;
  answer(): void;
  drop(): void;
}

/** A call that belongs to no visit is dropped after this long, else it would wait for ever. */
const KEPT = 15 * 60_000;

/** `inVisit` says whether the end of a visit will drop the call; `changed` is told of every change. */
export function openCall(options: { timers: Timers; inVisit: () => boolean; changed: () => void }): Call {
  const { timers } = options;
  let view: z.infer<typeof CallView> = { state: 'none', reason: null };
  let since = 0;
  let cancel = () => {};
  const become = (next: z.infer<typeof CallView>) => {
    view = next;
    options.changed();
  };
  const drop = () => {
    cancel();
    if (view.state !== 'none') become({ state: 'none', reason: null });
  };
  return {
    view: () => view,
    minutes: () => Math.floor((timers.now() - since) / 60_000),
    make: (reason) => {
      cancel();
      cancel = timers.after(KEPT, () => {
        if (!options.inVisit()) drop();
      });
      if (view.state === 'none') since = timers.now();
      become({ state: view.state === 'coming' ? 'coming' : 'called', reason });
    },
    answer: () => {
      if (view.state === 'called') become({ state: 'coming', reason: view.reason });
    },
    drop,
  };
}
