/** How many crashes within this many milliseconds make a kiosk faulty: it still comes back, but slowly, and staff is told. */
const MANY = 3;
const WITHIN = 10 * 60_000;
const REST = 15_000;

/** Counts crashes of the citizen's page. `crashed(now)` tells whether it is faulty, and how long to rest before a fresh page (ms). */
export function crashCounter(): { crashed(now: number): { faulty: boolean; rest: number } } {
  let times: number[] = [];
  return {
    crashed(now) {
      times = [...times.filter((time) => now - time < WITHIN), now];
      const faulty = times.length >= MANY;
      return { faulty, rest: faulty ? REST : 0 };
    },
  };
}
