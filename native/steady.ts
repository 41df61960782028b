import { performance } from 'node:perf_hooks';
import type { Pulse, Wait } from './pcsc/pcsc.ts';

const LINGER_MS = 15;

/**
 * Pulses of many calls as one: tells in how many ms the first of them is over, and 0 when none is under way. Calls may overlap (two
 * readers): each keeps its own time, so that a long one hides no short one, nor a short one cuts a long one off. Thinned out: a read
 * is dozens of calls one upon the other, and "waits no more" between two of them is not worth a message.
 */
export function steady(tell: (limit: number, wait: Wait) => void): Pulse {
  const calls = new Set<{ readonly until: number; readonly wait: Wait }>();
  let timer: NodeJS.Timeout | undefined;
  const say = () => {
    const [first] = [...calls].sort((one, other) => one.until - other.until);
    if (first) tell(Math.max(1, Math.round(first.until - performance.now())), first.wait);
    else tell(0, 'answer');
  };
  return (limit, wait) => {
    clearTimeout(timer);
    const call = { until: performance.now() + limit, wait };
    calls.add(call);
    say();
    return () => {
      calls.delete(call);
      clearTimeout(timer);
      if (calls.size > 0) say();
      else timer = setTimeout(say, LINGER_MS);
    };
  };
}
