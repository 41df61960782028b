import { z } from 'zod';

/** Wrong tries in a row. `at`: ms since 1970 when the last one was, by the clock of that moment. Kept in the accounts file. */
export const Lock = z.strictObject({ failures: z.int().min(0), at: z.int() });
export type Lock = z.infer<typeof Lock>;

export const OPEN: Lock = { failures: 0, at: 0 };

/** So many wrong tries cost no time: a hand slips. */
const FREE = 4;
const FIRST_DELAY = 30_000;
const LONGEST_DELAY = 15 * 60_000;
/** NIST SP 800-63B 5.2.2: no more than 100 in a row. Then somebody resets it. */
const MOST = 100;

/** Milliseconds that must pass after so many wrong tries: 30 s from the fifth on, twice as long each time, 15 minutes at most. */
export function delayAfter(failures: number): number {
  if (failures <= FREE) return 0;
  if (failures >= MOST) return Number.POSITIVE_INFINITY;
  return Math.min(FIRST_DELAY * 2 ** (failures - FREE - 1), LONGEST_DELAY);
}

export function afterFailure(lock: Lock, now: number): Lock {
  return { failures: lock.failures + 1, at: now };
}

/**
 * How long nothing is tried, in ms (`Infinity`: until a reset), and the lock to be kept instead. A clock that is now before the last try
 * was set back: the whole delay begins again at what it says now, so that setting it back never opens, and a try made while the
 * clock was years ahead does not close for years.
 */
export function lookAt(lock: Lock, now: number): { waitMs: number; lock: Lock } {
  const delay = delayAfter(lock.failures);
  if (delay === 0) return { waitMs: 0, lock };
  if (now < lock.at) return { waitMs: delay, lock: { ...lock, at: now } };
  return { waitMs: Math.max(0, delay - (now - lock.at)), lock };
}
