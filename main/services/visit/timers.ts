/** A clock that only goes forward and an alarm. Handed in, so that tests need not wait. */
export interface Timers {
  /** Milliseconds since some moment; never set back. */
  now(): number;
  /** Calls `run` once after `milliseconds`; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** The machine's own. The wall clock may be set while a visit runs; this one does not care. */
export const realTimers: Timers = {
  now: () => performance.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};
