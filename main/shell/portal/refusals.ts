import type { Verdict } from '../../core/portal/policy.ts';
import type { PortalView, Refusal } from '../../core/portal/view.ts';

/** What was refused last, until it is read or the page moves on. */
export interface Refusals {
  last(): (PortalView & { phase: 'open' })['refused'];
  /** `address`: where it would have led; only its host is told. */
  refuse(why: Refusal, address?: string): void;
  /** True when the verdict allows; tells the citizen when not. */
  allows(verdict: Verdict, address?: string): boolean;
  read(): void;
}

export function makeRefusals(changed: () => void): Refusals {
  let last: ReturnType<Refusals['last']> = null;
  let serial = 0;
  const refuse = (why: Refusal, address = '') => {
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    last = { why, host: host || null, serial: ++serial };
    changed();
  };
  return {
    last: () => last,
    refuse,
    allows(verdict, address) {
      if (!verdict.allowed) refuse(verdict.why, address);
      return verdict.allowed;
    },
    read() {
      const told = last !== null;
      last = null;
      if (told) changed();
    },
  };
}
