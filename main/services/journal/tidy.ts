import { daysBefore, type Keep, monthsBefore } from '../../core/journal/retention.ts';
import { done, type Result } from '../../core/mishap.ts';
import type { Retained } from './retention.ts';
import type { Thread } from './thread.ts';

/** Milliseconds: not while Comptoir starts, and then daily; a counter runs for weeks. */
const FIRST = 10 * 60_000;
const EVERY = 24 * 3_600_000;

/** The retention job: by itself every day, and when asked. One day of the journal at a time, so that nobody waits long behind it. */
export function tidier(parts: {
  thread: Thread;
  keep: Keep;
  today: () => string;
  settle: () => Promise<void>;
  tell: (day: string) => void;
}): { run: () => Promise<Result<Retained & { drafts: number }>>; stop: () => Promise<void> } {
  const { thread, keep, today, settle, tell } = parts;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();

  async function run(): Promise<Result<Retained & { drafts: number }>> {
    const drafts = await thread.ask('dropOldDrafts', daysBefore(today(), keep.draftDays));
    if (!drafts.ok) return drafts;
    const days = await thread.ask('daysToSum', monthsBefore(today(), keep.keepMonths));
    if (!days.ok) return days;
    let helps = 0;
    for (const day of days.value) {
      if (stopped) break;
      const summed = await thread.ask('sumUp', day, today());
      if (!summed.ok) return summed;
      helps += summed.value;
      tell(day);
    }
    if (days.value.length > 0 || drafts.value > 0) await settle();
    return done({ days: days.value.length, helps, drafts: drafts.value });
  }
  const turn = () => {
    running = run();
    return running as ReturnType<typeof run>; // what was put in one line above
  };
  const first = setTimeout(() => void turn(), FIRST).unref();
  const every = setInterval(() => void turn(), EVERY).unref();

  return {
    run: turn,
    stop: async () => {
      stopped = true;
      clearTimeout(first);
      clearInterval(every);
      await running;
    },
  };
}
