import { setTimeout as sleep } from 'node:timers/promises';
import { parseReport, type Report, type Request } from '../../../native/messages.ts';
import type { Wait } from '../../../native/pcsc/pcsc.ts';
import type { Launch, NativePort } from './launch.ts';

/** What happened to the process: a card left it without an answer and it was ended for that; or it ended for any other reason. */
export type Down = 'stuck' | 'ended';

export interface LinkOptions {
  launch: Launch;
  /** The reader of this seat, and those of other seats, by name or how it begins. */
  readers?: { only: string | null; never: readonly string[] };
  onReport(report: Exclude<Report, { kind: 'pulse' }>): void;
  onDown(why: Down): void;
}

export interface Link {
  send(request: Request): void;
  close(): Promise<void>;
}

/** A process that says nothing for so long after its start will not. */
const BIRTH_MS = 10_000;
/** A killed process is gone in 20 ms; nothing waits longer for it than this. */
const FAREWELL_MS = 2000;
const BACK_OFF_MS = [50, 200, 500, 1000, 2000, 5000];
/** A life longer than this starts the back-off anew. */
const STEADY_MS = 10_000;

/**
 * Keeps one card process alive. Before each call into PC/SC the process says how long it may take; when it stays silent longer it is
 * killed and a new one started. A card that owed an answer is then left untouched until it is taken out; one that was only waited for
 * is looked at again.
 */
export function openLink({ launch, readers = { only: null, never: [] }, onReport, onDown }: LinkOptions): Link {
  let port: NativePort | null = null;
  let watchdog: NodeJS.Timeout | undefined;
  let relaunch: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;
  let whenGone: () => void = () => undefined;

  const start = (leavePresent: boolean) => {
    const born = Date.now();
    const mine = launch();
    port = mine;
    let stuck = false;
    const expect = (limit: number, wait: Wait) => {
      clearTimeout(watchdog);
      if (limit > 0) watchdog = setTimeout(giveUp, limit, wait);
    };
    const giveUp = (wait: Wait) => {
      stuck = wait === 'answer';
      mine.kill();
    };
    mine.onMessage((message) => {
      if (port !== mine || closed) return;
      const report = parseReport(message);
      if (!report) return;
      if (report.kind === 'pulse') expect(report.limit, report.wait);
      else onReport(report);
    });
    mine.onExit(() => {
      if (port !== mine) return;
      port = null;
      clearTimeout(watchdog);
      whenGone();
      if (closed) return;
      failures = Date.now() - born > STEADY_MS ? 0 : failures + 1;
      relaunch = setTimeout(start, BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)], stuck);
      onDown(stuck ? 'stuck' : 'ended');
    });
    expect(BIRTH_MS, 'turn');
    mine.send({ kind: 'start', leavePresent, only: readers.only, never: [...readers.never] } satisfies Request);
  };

  start(false);
  return {
    send: (request) => port?.send(request),
    async close() {
      closed = true;
      clearTimeout(watchdog);
      clearTimeout(relaunch);
      if (!port) return;
      const gone = new Promise<void>((resolve) => {
        whenGone = resolve;
      });
      port.kill();
      await Promise.race([gone, sleep(FAREWELL_MS, undefined, { ref: false })]);
    },
  };
}
