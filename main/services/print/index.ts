import { done, mishap, type Result } from '../../core/mishap.ts';
import type { Settings } from '../../core/settings.ts';
import { type Cups, CupsFailure, connectCups, JOB_STATE, type Job } from './cups.ts';
import { jobList } from './jobs.ts';

/** Paper for the citizen, through the machine's print service. The document passes in memory: we write no file. */
export interface Print {
  /** Sends a PDF to the printer beside the kiosk or to the desk's. `no-printer`: none is set or it does not exist; `printer-failed`: it takes nothing. */
  send(pdf: Uint8Array, where: keyof Settings['printers']): Promise<Result<void>>;
  /**
   * Lets what is printing finish for a while, then removes every job of this visit and its files from the print service. Gives how
   * many; throws when one could not be removed (it stays on the list for the next time).
   */
  forget(): Promise<number>;
  /** How a printer is: for the health page. Null when none is set. */
  state(where: keyof Settings['printers']): Promise<'ready' | 'stopped' | 'missing' | 'no-service' | null>;
}

export interface PrintOptions {
  printers: Settings['printers'];
  /** The data folder; without it a power cut leaves the last jobs to the print service's own time limit. */
  folder?: string;
  /** As CUPS_SERVER. */
  server?: string;
  /** Milliseconds that a page under way gets to finish before its job is removed. */
  grace?: number;
}

const GRACE = 120_000;
/** A job that fails at once (no filter, broken driver) fails within this many milliseconds. */
const FIRST_LOOK = 1_500;
const BETWEEN_LOOKS = 200;
const { processing, stopped, canceled, aborted, completed } = JOB_STATE;

/** Opens the way to the printers of this place. Nothing is asked of the print service before the first page. */
export function openPrint(options: PrintOptions): Print {
  const { printers, grace = GRACE } = options;
  const cups = connectCups(options.server);
  const jobs = jobList(options.folder ?? null);
  /** Pages on their way to the print service: they have no job number yet, and belong to the visit that sent them. */
  const underWay = new Set<Promise<unknown>>();

  async function hand(pdf: Uint8Array, queue: string): Promise<Result<void>> {
    try {
      const state = await cups.printer(queue);
      if (state !== 'ready') return mishap(state === 'missing' ? 'no-printer' : 'printer-failed');
      const job = await cups.print(queue, pdf);
      jobs.add(job);
      const now = await settled(cups, job, FIRST_LOOK, [processing, stopped, canceled, aborted, completed]);
      return now === stopped || now === canceled || now === aborted ? mishap('printer-failed') : done(undefined);
    } catch (error) {
      return mishap(error instanceof CupsFailure ? 'printer-failed' : 'no-printer');
    }
  }

  const print: Print = {
    send: async (pdf, where) => {
      const queue = printers[where];
      if (queue === null) return mishap('no-printer');
      const work = hand(pdf, queue);
      underWay.add(work);
      return work.finally(() => underWay.delete(work));
    },
    forget: async () => {
      await Promise.allSettled(underWay);
      const mine = [...jobs.all()];
      const results = await Promise.allSettled(
        mine.map(async (job) => {
          await settled(cups, job, grace, [stopped, canceled, aborted, completed]);
          await cups.purge(job);
          jobs.remove(job);
        }),
      );
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      return mine.length;
    },
    state: async (where) => {
      const queue = printers[where];
      if (queue === null) return null;
      return cups.printer(queue).catch(() => 'no-service' as const);
    },
  };
  // Pages that the last start left in the print service go now; nobody waits for it.
  if (jobs.all().length > 0) void print.forget().catch(() => {});
  return print;
}

/** Looks at a job until it is in one of `states`, is gone, or the time is over; gives its last state, null when gone. */
async function settled(cups: Cups, job: Job, within: number, states: readonly number[]): Promise<number | null> {
  const until = performance.now() + within;
  for (;;) {
    const state = await cups.job(job);
    if (state === null || states.includes(state) || performance.now() >= until) return state;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
  }
}
