import type { Mishap } from '../../core/mishap.ts';
import { LEFT_BEHIND, type LeftBehind } from '../../core/visit/forget.ts';
import type { EndCause, Wiped } from '../../core/visit/view.ts';
import type { Timers } from './timers.ts';

/** What is told when a visit is over and everything of it was asked to go. */
export interface Ended {
  cause: EndCause;
  /** How many things of the list are gone. */
  forgotten: number;
  /** How many said they could not, or did not answer in time; `failures` names them. */
  failed: number;
  failures: LeftBehind[];
  /** What was counted before the window went; null when nobody could count. */
  left: Wiped | null;
  /** Why the record could not be written now, or null. */
  journal: Mishap | null;
}

/** Milliseconds each may take. A page in the printer takes longer than a clipboard. */
const LIMIT = 5_000;
const PRINT_LIMIT = 150_000;

export interface Ending {
  /** Everything of the visit is gone but what the printer still holds: the next visit may begin. Gives what would not go. */
  ready: Promise<readonly LeftBehind[]>;
  /** All of it. */
  over: Promise<Ended>;
}

/**
 * The one way a visit ends, whatever the cause: every item of the one list in its order, each awaited with a time limit; the print
 * spool is begun first and waited for last, because a page under way takes its time. Before the window goes, what is left is counted and
 * shown in it. One that fails is counted and the rest go on. The record is written before the marker is removed, so that a power cut in between is
 * still counted. Never throws.
 */
export function endVisit(options: {
  cause: EndCause;
  forget: Record<LeftBehind, () => unknown>;
  /** Writes what is to be written in the journal; the mishap when it could not. */
  write: () => Promise<Mishap | null>;
  /** Empties the journal's write-ahead log. */
  settle: () => Promise<void>;
  /** Counts what is left, once all but the window is forgotten. */
  count: () => Promise<Wiped | null>;
  /** Shows it in the window, and resolves when that may go. */
  show: (left: Wiped | null) => Promise<void>;
  timers: Timers;
}): Ending {
  const { forget, timers } = options;
  const failures: LeftBehind[] = [];
  let written: Mishap | null = null;
  let left: Wiped | null = null;

  const step = async (id: LeftBehind) => {
    const limit = id === 'print-spool' ? PRINT_LIMIT : LIMIT;
    if (!(await succeeds(() => forget[id](), limit, timers))) failures.push(id);
  };
  const write = async () => {
    const answered = await succeeds(
      async () => {
        written = await options.write();
      },
      LIMIT,
      timers,
    );
    if (!answered) written = 'failed';
  };

  const spool = step('print-spool');
  const walk = async () => {
    for (const { id } of LEFT_BEHIND) {
      if (id === 'print-spool') continue;
      if (id === 'draft') await write();
      if (id === 'screen') {
        await succeeds(
          async () => {
            left = await options.count();
          },
          LIMIT,
          timers,
        );
        await succeeds(() => options.show(left), LIMIT, timers);
      }
      if (id === 'marker') await succeeds(options.settle, LIMIT, timers);
      await step(id);
    }
    return [...failures];
  };
  const ready = walk();
  const over = ready
    .then(() => spool)
    .then(() => ({
      cause: options.cause,
      forgotten: LEFT_BEHIND.length - failures.length,
      failed: failures.length,
      failures,
      left,
      journal: written,
    }));
  return { ready, over };
}

/** False when `work` throws or takes longer than `limit` milliseconds. */
async function succeeds(work: () => unknown, limit: number, timers: Timers): Promise<boolean> {
  let cancel = () => {};
  const late = new Promise<boolean>((resolve) => {
    cancel = timers.after(limit, () => resolve(false));
  });
  const finished = (async () => {
    await work();
    return true;
  })().catch(() => false);
  const result = await Promise.race([finished, late]);
  cancel();
  return result;
}
