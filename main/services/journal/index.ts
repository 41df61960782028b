import { setTimeout as sleep } from 'node:timers/promises';
import type { CorrectionReason, ErasureReason } from '../../core/journal/amendment.ts';
import type { Draft, KeptDraft } from '../../core/journal/draft.ts';
import type { HelpRecord } from '../../core/journal/help.ts';
import type { HelpLine, HelpPage, HelpQuery } from '../../core/journal/query.ts';
import type { Assistance, AssistanceView, Completion, DayView, PrivateAssistance } from '../../core/journal/record.ts';
import type { Report, ReportQuery } from '../../core/journal/report.ts';
import { Keep } from '../../core/journal/retention.ts';
import { localDay } from '../../core/local-day.ts';
import { done, type Mishap, mishap, type Result } from '../../core/mishap.ts';
import type { AtRest, AtRestOptions } from './at-rest.ts';
import { helpsOf } from './helps.ts';
import type { Inspection } from './inspect.ts';
import { keeper } from './keeper.ts';
import type { Retained } from './retention.ts';
import type { CheckResult } from './store.ts';
import { startThread } from './thread.ts';
import { tidier } from './tidy.ts';
import { writer } from './writer.ts';

/** The journal of assistances: append-only. Nothing in it reads back into a visit. */
export interface Journal extends Helps {
  /** Writes an assistance; `receipt` (`XXXX-XXXX`) is stored only as a salted hash. On a full or read-only disk the entry is kept in memory and tried again. */
  add(assistance: Assistance | PrivateAssistance, receipt: string | null): Promise<Result<string>>;
  /** Adds a completion (a new entry) and gives back the assistance with it laid over. */
  complete(id: string, completion: Completion): Promise<Result<AssistanceView>>;
  /** Counts visits that a crash or a power cut ended, today. Not kept for later: the caller keeps its own count. */
  interrupted(count: number): Promise<Result<void>>;
  /** The assistances of a local day, each with its latest completion laid over, and how many lines wait for the disk. */
  day(day: string): Promise<Result<DayView>>;
  check(): Promise<JournalCheck>;
  /**
   * Empties the write-ahead log into the file, so that no word stays there. Also tries kept entries again. When a reader is in the
   * way, it tries again for a moment; what stays is told by `check` (`wal=unsettled`).
   */
  settle(): Promise<void>;
  /** Called with a local day after an entry that changes it is on the disk. Returns the function that stops it. */
  onChange(listener: (day: string) => void): () => void;
  close(): Promise<void>;
}

/**
 * The facilitator's helps. Nothing of them is kept in memory when the disk refuses: the form stays, as a draft or on the screen.
 * `bad-request`: a record that is none; `guarded`: a text that names a person (the guard says where); `no-such-assistance`: no help of
 * this id, or it was erased, or it is private, which nobody amends.
 */
export interface Helps {
  /** Writes a help; gives its id. Of a private theme only theme and day are written. `draft`: the one it was, and that goes with it. */
  addHelp(help: HelpRecord, options?: { receipt?: string; draft?: string }): Promise<Result<string>>;
  /**
   * Writes a help anew (a new entry about it). Gives it as it reads now; null when its theme became private: then all that was said is
   * erased and theme and day are written in its place.
   */
  correct(id: string, help: HelpRecord, reason: CorrectionReason): Promise<Result<HelpLine | null>>;
  /** Takes a help's words out of the file. On a disk too full to write the file anew they are out of reach at once, and out of it later. */
  erase(id: string, reason: ErasureReason): Promise<Result<void>>;
  /** The same for the help that a citizen holds this receipt of, within `receiptDays`. `no-such-receipt` when there is none. */
  eraseByReceipt(receipt: string): Promise<Result<void>>;
  /** A help as it reads now: a visit at the kiosk too, in the same form. */
  help(id: string): Promise<Result<HelpLine>>;
  /** Helps that a filter and a search let through, newest first. Visits at the kiosk are among them, private helps are not. */
  list(query: HelpQuery): Promise<Result<HelpPage>>;
  /** The last help of this helper as the beginning of the next one, now; null when there is none. */
  duplicateLast(helper: string | null): Promise<Result<HelpRecord | null>>;
  /** Every tag in use, the most used first. */
  tags(): Promise<Result<{ tag: string; count: number }[]>>;
  /** Keeps a half-filled form under an id of the caller's (any, up to 40 signs); a later one takes its place. */
  keepDraft(id: string, helper: string | null, draft: Draft): Promise<Result<void>>;
  drafts(helper: string | null): Promise<Result<KeptDraft[]>>;
  dropDraft(id: string): Promise<Result<void>>;
  report(query: ReportQuery): Promise<Result<Report>>;
  /** Puts sums in the place of helps past the retention time, drops old drafts. Runs by itself every day; gives what it did. */
  retain(): Promise<Result<Retained & { drafts: number }>>;
}

/** `mishap` says why the journal takes nothing now, or that a damaged file waits aside; `kept` counts entries not yet on the disk. */
export interface JournalCheck extends CheckResult {
  mishap: Mishap | null;
  kept: number;
}

export interface JournalOptions {
  /** The data folder; the journal is `journal.db` in it. */
  folder: string;
  /** The bundled worker, or `worker.ts` beside this file. */
  worker: URL | string;
  now: () => Date;
  /** Cryptographically random bytes. */
  random: (bytes: number) => Uint8Array;
  /** Milliseconds between two tries of kept entries. */
  retryEvery?: number;
  /** How long what is kept. */
  keep?: Keep;
  /** Titles of each procedure in all languages, for the search. */
  titles?: () => ReadonlyMap<string, readonly string[]>;
}

/** SQLite itself waits up to 5 s for readers each time (busy_timeout). */
const SETTLE_TRIES = 2;
/** Milliseconds. */
const SETTLE_PAUSE = 200;

/**
 * Opens the journal. A full or read-only disk is no reason to refuse (visits go on, entries are kept and tried again), a damaged
 * file is set aside; only `journal-newer` (made by a newer Comptoir, left untouched) and `failed` (the worker cannot start) are mishaps.
 */
export async function openJournal(options: JournalOptions): Promise<Result<Journal>> {
  const { folder, worker, now, random } = options;
  const keep = options.keep ?? Keep.parse({});
  const thread = startThread({ worker, folder, stamp: () => stampOf(now()) });
  let settled = true;
  const listeners = new Set<(day: string) => void>();
  const tell = (day: string) => {
    for (const listener of listeners) listener(day);
  };
  const kept = keeper({
    write: async (entry) => thread.ask('append', entry),
    written: (day) => tell(day),
    retryEvery: options.retryEvery ?? 30_000,
  });
  const first = await thread.ask('check');
  if (!first.ok && (first.code === 'journal-newer' || first.code === 'failed')) {
    await thread.end();
    return first;
  }
  const entry = writer(random);
  const today = () => localDay(now());
  const settle = async () => {
    await kept.retry();
    for (let attempt = 0; attempt < SETTLE_TRIES; attempt++) {
      const emptied = await thread.ask('settle');
      settled = emptied.ok && emptied.value;
      // A disk that refuses is not in the way for a moment only.
      if (settled || !emptied.ok) return;
      await sleep(SETTLE_PAUSE);
    }
  };
  const tidy = tidier({ thread, keep, today, settle, tell });

  const journal: Journal = {
    ...helpsOf({ ...options, thread, entry, keep, settle, tell }),
    retain: tidy.run,
    add: async (assistance, receipt) => {
      const fresh = entry(assistance, null, receipt);
      if (!fresh.ok) return fresh;
      const result = await kept.add(fresh.value, assistance.day);
      return result.ok ? done(fresh.value.id) : result;
    },
    complete: async (id, completion) => {
      await kept.retry();
      const found = await thread.ask('assistance', id);
      if (!found.ok) return found;
      if (found.value === null) return mishap('no-such-assistance');
      const fresh = entry(completion, id);
      const written = fresh.ok ? await thread.ask('append', fresh.value) : fresh;
      if (!written.ok) return written;
      tell(found.value.record.day);
      return done({ ...found.value, completion });
    },
    interrupted: async (count) => {
      const day = today();
      const fresh = entry({ kind: 'interrupted', day, count });
      const written = fresh.ok ? await thread.ask('append', fresh.value) : fresh;
      if (!written.ok) return written;
      tell(day);
      return done(undefined);
    },
    day: async (day) => {
      const read = await thread.ask('day', day);
      const why = kept.why();
      if (why === null) return read;
      // What waits is told even where the disk does not let the day be read.
      const known = read.ok ? read.value : { day, assistances: [], interrupted: 0 };
      return done({ ...known, waiting: { count: kept.count(), why } });
    },
    check: async () => {
      const result = await thread.ask('check');
      if (!result.ok) return { ...shut(result.code), kept: kept.count() };
      const damaged = !result.value.intact || result.value.aside.length > 0;
      const detail = settled ? result.value.detail : `${result.value.detail} wal=unsettled`;
      return { ...result.value, detail, mishap: damaged ? 'journal-damaged' : kept.why(), kept: kept.count() };
    },
    settle,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await tidy.stop();
      await kept.stop();
      await thread.ask('close');
      await thread.end();
    },
  };
  return done(journal);
}

/** A journal that answers everything with the mishap that keeps it shut: what runs when `openJournal` refuses. */
export function closedJournal(code: Mishap): Journal {
  const refused = async () => mishap(code);
  return {
    add: refused,
    complete: refused,
    interrupted: refused,
    day: refused,
    addHelp: refused,
    correct: refused,
    erase: refused,
    eraseByReceipt: refused,
    help: refused,
    list: refused,
    duplicateLast: refused,
    tags: refused,
    keepDraft: refused,
    drafts: refused,
    dropDraft: refused,
    report: refused,
    retain: refused,
    check: async () => shut(code),
    settle: async () => {},
    onChange: () => () => {},
    close: async () => {},
  };
}

/**
 * Looks at a journal without changing anything, also while Comptoir has it open: for `comptoir doctor`. Never rejects.
 * SQLite is loaded only when this is called: the windows' own process must start without it.
 */
export async function inspectJournal(folder: string): Promise<Inspection> {
  const { inspect } = await import('./inspect.ts');
  return inspect(folder);
}

/** The journal's file for a command, without a thread; null when there is no journal. SQLite is loaded only here, as above. */
export async function journalAtRest(options: AtRestOptions): Promise<Result<AtRest> | null> {
  const { openAtRest } = await import('./at-rest.ts');
  return openAtRest(options);
}

/** Invented helps for benches and trials, in development builds only (elsewhere `failed`); gives how many helps there are then. */
export async function seedJournal(folder: string, count: number, today: string, days: number): Promise<Result<number>> {
  if (!__TEST_BUILD__) return mishap('failed');
  const { seed } = await import('./seed.ts');
  return done(seed(folder, count, today, days));
}

const shut = (code: Mishap): JournalCheck => ({ intact: false, entries: 0, detail: code, aside: [], mishap: code, kept: 0 });

/** `YYYYMMDDTHHMMSS`, local. */
function stampOf(moment: Date): string {
  const clock = moment.toTimeString().slice(0, 8).replaceAll(':', '');
  return `${localDay(moment).replaceAll('-', '')}T${clock}`;
}
