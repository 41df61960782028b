import { performance } from 'node:perf_hooks';
import type { Pulse } from './pcsc/pcsc.ts';

const LINGER_MS = 15;

/**
 * Thins out pulses: a read is dozens of calls one upon the other, and "waits no more" between two of them is not worth a message.
 * Calls may overlap (two readers): it is quiet only when none is under way, and a short call does not shorten the time of a long one
 * (a person at a keypad), for nobody can tell which of them ended.
 */
export function steady(tell: Pulse): Pulse {
  let underWay = 0;
  let latest = 0;
  let timer: NodeJS.Timeout | undefined;
  return (limit) => {
    clearTimeout(timer);
    const now = performance.now();
    if (underWay === 0) latest = 0;
    latest = Math.max(latest, now + limit);
    underWay += limit > 0 ? 1 : -1;
    if (limit > 0) tell(Math.round(latest - now));
    else if (underWay === 0) timer = setTimeout(tell, LINGER_MS, 0);
  };
}
