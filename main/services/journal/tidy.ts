import { daysBefore, type Keep, monthsBefore } from '../../core/journal/retention.ts';
import { done, type Result } from '../../core/mishap.ts';
import type { Retained } from './retention.ts';
import type { Thread } from './thread.ts';

/** Milliseconds: not while Comptoir starts, and then daily; a counter runs for weeks. */
const FIRST = 10 * 60_000;
const EVERY = 24 * 3_600_000;

interface Parts {
  thread: Pick<Thread, 'ask'>;
  keep: Keep;
  today: () => string;
  settle: () => Promise<void>;
  tell: (day: string) => void;
}
type Retention = Result<Retained & { drafts: number }>;

/** Drops old drafts and sums up what is past the retention time, one day of the journal at a time, so that nobody waits long behind it. */
export async function retainNow(parts: Parts, stopped: () => boolean = () => false): Promise<Retention> {
  const { thread, keep, today, settle, tell } = parts;
  const drafts = await thread.ask('dropOldDrafts', daysBefore(today(), keep.draftDays));
  if (!drafts.ok) return drafts;
  const days = await thread.ask('daysToSum', monthsBefore(today(), keep.keepMonths));
  if (!days.ok) return days;
  let helps = 0;
  let count = 0;
  for (const day of days.value) {
    if (stopped()) break;
    const summed = await thread.ask('sumUp', day, today());
    if (!summed.ok) return summed;
    helps += summed.value;
    count += 1;
    tell(day);
  }
  if (count > 0 || drafts.value > 0) await settle();
  return done({ days: count, helps, drafts: drafts.value });
}

/** The retention job: by itself every day, and when asked. */
export function tidier(parts: Parts): { run: () => Promise<Retention>; stop: () => Promise<void> } {
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  /** One after the other. */
  const turn = (): Promise<Retention> => {
    const mine = running.then(() => retainNow(parts, () => stopped));
    running = mine;
    return mine;
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
