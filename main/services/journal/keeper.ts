import type { Mishap, Result } from '../../core/mishap.ts';
import type { NewEntry } from './append.ts';

/** Entries that the disk did not take are kept here, in order, until it does. In memory only: they die with the app. */
export interface Keeper {
  /** Writes what is kept, then this one. What cannot be written is kept; the mishap says why. */
  add(entry: NewEntry, day: string): Promise<Result<void>>;
  retry(): Promise<void>;
  count(): number;
  /** Why the oldest one is kept; null when none is. */
  why(): Mishap | null;
  /** One last try, then no more. */
  stop(): Promise<void>;
}

/** A week of a busy place; beyond it the oldest are dropped, so that a kiosk with a dead disk does not fill its memory. */
const MOST = 1000;
/** An entry that fails for a reason of its own must not stop those behind it for ever. */
const MOST_TRIES = 5;
const DISK: readonly Mishap[] = ['journal-full', 'journal-readonly'];

interface Kept {
  entry: NewEntry;
  day: string;
  tries: number;
  result: Result<void> | null;
}

/** `write` puts one entry on the disk; `written` is told the day of each that got there; `retryEvery` is in milliseconds. */
export function keeper(options: {
  write: (entry: NewEntry) => Promise<Result<void>>;
  written: (day: string) => void;
  retryEvery: number;
}): Keeper {
  let kept: Kept[] = [];
  let timer: NodeJS.Timeout | null = null;
  let busy: Promise<void> = Promise.resolve();

  /** One flush at a time, else two tries would write the same entry. */
  function flush(): Promise<void> {
    busy = busy.then(async () => {
      for (const one of [...kept]) {
        one.result = await options.write(one.entry);
        one.tries += 1;
        if (one.result.ok) options.written(one.day);
        else if (DISK.includes(one.result.code)) break;
        if (one.result.ok || one.tries >= MOST_TRIES) kept = kept.filter((other) => other !== one);
      }
    });
    return busy;
  }
  async function retry(): Promise<void> {
    if (kept.length > 0) await flush();
    if (timer !== null) clearTimeout(timer);
    timer = kept.length === 0 ? null : setTimeout(() => void retry(), options.retryEvery).unref();
  }

  return {
    add: async (entry, day) => {
      const one: Kept = { entry, day, tries: 0, result: null };
      kept = [...kept, one].slice(-MOST);
      await retry();
      // Not tried at all: an older one met a full disk before its turn came.
      return one.result ?? kept[0]?.result ?? { ok: false, code: 'failed' };
    },
    retry,
    count: () => kept.length,
    why: () => {
      const result = kept[0]?.result;
      return result && !result.ok ? result.code : null;
    },
    stop: async () => {
      await retry();
      if (timer !== null) clearTimeout(timer);
    },
  };
}
