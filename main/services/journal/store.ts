import type { Database } from 'better-sqlite3';
import type { Draft, KeptDraft } from '../../core/journal/draft.ts';
import type { HelpRecord } from '../../core/journal/help.ts';
import type { HelpLine, HelpPage, HelpQuery, SearchWord } from '../../core/journal/query.ts';
import type { AssistanceView, DayView } from '../../core/journal/record.ts';
import type { Report, ReportQuery } from '../../core/journal/report.ts';
import { append, type NewEntry } from './append.ts';
import { asideFiles, openDatabase, quickCheck, setAside } from './database.ts';
import { readAssistance, readDay } from './day.ts';
import { draftsOf, dropDraft, dropOldDrafts, keepDraft } from './drafts.ts';
import { type Erasure, erase, findReceipt } from './erase.ts';
import { isDamage } from './failure.ts';
import { lastHelp, listHelps, tagCounts } from './list.ts';
import { helpLine } from './reading.ts';
import { readReport } from './report.ts';
import { daysToSum, type Retained, retentionAhead, sumUp } from './retention.ts';
import { salvage } from './salvage.ts';
import { sweep, sweepDue } from './sweep.ts';
import { verifyChain } from './verify.ts';

export interface CheckResult {
  intact: boolean;
  entries: number;
  /** For the IT person, `key=value`: where the chain breaks. */
  detail: string;
  /** Damaged files that were set aside and wait for somebody to look at them. */
  aside: string[];
}

/** The journal's file and everything that may be asked of it; SQL is said in the files beside this one only. Days are local. */
export interface Store {
  /** `draft`: the one that this entry was, and that goes with it. */
  append(entry: NewEntry, draft?: string): void;
  assistance(id: string): AssistanceView | null;
  day(day: string): DayView;
  help(id: string): HelpLine | null;
  list(query: HelpQuery, words: readonly SearchWord[]): HelpPage;
  last(helper: string | null): HelpRecord | null;
  tags(): { tag: string; count: number }[];
  report(query: ReportQuery): Report;
  /** Gives the day of the help that lost its words, null when there is none. `fresh` is written in its place. */
  erase(id: string, why: Erasure, fresh?: NewEntry): string | null;
  /** The same for the help of a receipt that was given on `from` or later. */
  eraseReceipt(receipt: string, from: string, why: Erasure): string | null;
  keepDraft(draft: { id: string; helper: string | null; day: string; draft: Draft }): void;
  drafts(helper: string | null): KeptDraft[];
  dropDraft(id: string): void;
  dropOldDrafts(before: string): number;
  daysToSum(before: string): string[];
  retentionAhead(before: string): Retained;
  /** Puts sums in the place of a day's helps; gives how many helps it was. `done` is today. */
  sumUp(day: string, done: string): number;
  check(): CheckResult;
  /**
   * Empties the write-ahead log, and first writes the file anew where something was taken out. False while a reader (a `doctor` at that
   * moment) keeps words in it: then again a little later.
   */
  settle(): boolean;
  close(): void;
}

/**
 * Opens the journal of `folder`. A damaged file is set aside under a dated name, what still verifies is carried over, and an
 * empty file takes its place. Throws SQLite's errors for a full or read-only disk, and NewerSchema.
 */
export function openStore(folder: string, stamp: () => string): Store {
  let db = openOrRecover();

  function openOrRecover(): Database {
    try {
      return openDatabase(folder);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return recover();
    }
  }
  function recover(): Database {
    const aside = setAside(folder, stamp());
    const fresh = openDatabase(folder);
    salvage(aside, fresh);
    return fresh;
  }
  /** Damage found while working is met once: file aside, empty one in its place, the same thing again. */
  function sound<T>(work: (db: Database) => T): T {
    try {
      return work(db);
    } catch (error) {
      if (!isDamage(error)) throw error;
      db.close();
      db = recover();
      return work(db);
    }
  }
  return {
    ...storeOf(sound),
    check: () => checkDatabase(db, asideFiles(folder)),
    close: () => {
      db.pragma('optimize');
      db.close();
    },
  };
}

/** All that may be asked, of a file that `sound` opens. Each that writes is one transaction: it happens whole or not at all. */
export function storeOf(sound: <T>(work: (db: Database) => T) => T): Omit<Store, 'check' | 'close'> {
  const whole = <T>(work: (db: Database) => T) => sound((db) => db.transaction(() => work(db)).immediate());
  return {
    append: (entry, draft) =>
      whole((db) => {
        append(db, entry);
        if (draft !== undefined) dropDraft(db, draft);
      }),
    assistance: (id) => sound((db) => readAssistance(db, id)),
    day: (day) => sound((db) => readDay(db, day)),
    help: (id) => sound((db) => helpLine(db, id)),
    list: (query, words) => sound((db) => listHelps(db, query, words)),
    last: (helper) => sound((db) => lastHelp(db, helper)),
    tags: () => sound(tagCounts),
    report: (query) => sound((db) => readReport(db, query)),
    erase: (id, why, fresh) =>
      whole((db) => {
        const day = erase(db, id, why);
        if (day !== null && fresh) append(db, fresh);
        return day;
      }),
    eraseReceipt: (receipt, from, why) =>
      whole((db) => {
        const id = findReceipt(db, receipt, from);
        return id === null ? null : erase(db, id, why);
      }),
    keepDraft: (draft) => whole((db) => keepDraft(db, draft)),
    drafts: (helper) => sound((db) => draftsOf(db, helper)),
    dropDraft: (id) => whole((db) => dropDraft(db, id)),
    dropOldDrafts: (before) => whole((db) => dropOldDrafts(db, before)),
    daysToSum: (before) => sound((db) => daysToSum(db, before)),
    retentionAhead: (before) => sound((db) => retentionAhead(db, before)),
    sumUp: (day, done) => sound((db) => sumUp(db, day, done)),
    settle: () =>
      sound((db) => {
        if (sweepDue(db)) sweep(db);
        return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0; // the first column: busy
      }),
  };
}

/** Quick check and chain of an open file. `aside` are the damaged files that wait beside it. */
export function checkDatabase(db: Database, aside: string[]): CheckResult {
  const [unsound] = quickCheck(db);
  if (unsound !== undefined) return { intact: false, entries: 0, detail: `quick_check=${JSON.stringify(unsound)}`, aside };
  const { entries, broken } = verifyChain(db);
  return { intact: broken === null, entries, detail: broken ?? `entries=${entries}`, aside };
}
