import type { Timers } from './timers.ts';

/** For tests only: a clock that stands until it is told to go, and rings every alarm on its way. */
export function standingClock() {
  let time = 0;
  let alarms: { at: number; run: () => void }[] = [];
  const timers: Timers = {
    now: () => time,
    after: (milliseconds, run) => {
      const alarm = { at: time + milliseconds, run };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
  };
  return {
    timers,
    /** Goes forward by so many seconds; alarms ring in order, each at its own time. */
    pass(seconds: number): void {
      const until = time + seconds * 1000;
      for (;;) {
        const next = alarms.filter((alarm) => alarm.at <= until).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        time = next.at;
        alarms = alarms.filter((other) => other !== next);
        next.run();
      }
      time = until;
    },
  };
}
