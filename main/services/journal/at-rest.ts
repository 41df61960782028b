import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { type Keep, monthsBefore } from '../../core/journal/retention.ts';
import { localDay } from '../../core/local-day.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { connect, JOURNAL_FILE, openDatabase } from './database.ts';
import { mishapOf } from './failure.ts';
import { helpsOf } from './helps.ts';
import type { Journal } from './index.ts';
import { MIGRATIONS, NewerSchema, schemaVersion } from './migrations/index.ts';
import type { Retained } from './retention.ts';
import { type Store, storeOf } from './store.ts';
import type { Thread } from './thread.ts';
import { retainNow } from './tidy.ts';
import type { Writer } from './writer.ts';

/** What the command line may do with a journal, also while Comptoir has it open: SQLite lets one of the two write at a time. */
export interface AtRest extends Pick<Journal, 'eraseByReceipt' | 'report' | 'retain'> {
  /** What `retain` would do now. */
  ahead(): Promise<Result<Retained>>;
  close(): void;
}

export interface AtRestOptions {
  folder: string;
  now: () => Date;
  keep: Keep;
  /** Only to look: the file is not touched. */
  readonly?: boolean;
}

/**
 * Opens the file of a journal in this very process, without a thread of its own. Null when there is none. Nothing is set aside here:
 * a damaged file is a mishap, and whoever runs Comptoir deals with it.
 */
export function openAtRest({ folder, now, keep, readonly = false }: AtRestOptions): Result<AtRest> | null {
  const file = join(folder, JOURNAL_FILE);
  if (!existsSync(file)) return null;
  const failed = (error: unknown) => {
    const code = mishapOf(error, folder);
    if (code === null) throw error; // a bug
    return mishap(code);
  };
  try {
    const db = readonly ? looked(file) : openDatabase(folder);
    const store = storeOf((work) => work(db));
    const thread: Pick<Thread, 'ask'> = {
      ask: async (operation, ...input) => {
        try {
          const asked = Reflect.get(store, operation) as (...input: unknown[]) => ReturnType<Store[typeof operation]>; // typed by `Thread`
          return done(asked(...input));
        } catch (error) {
          return failed(error);
        }
      },
    };
    const today = () => localDay(now());
    const settle = async () => void (await thread.ask('settle'));
    const entry: Writer = () => mishap('failed'); // a command writes no help
    const { eraseByReceipt, report } = helpsOf({ thread, entry, now, keep, settle, tell: () => {} });
    return done({
      eraseByReceipt,
      report,
      retain: () => retainNow({ thread, keep, today, settle, tell: () => {} }),
      ahead: () => thread.ask('retentionAhead', monthsBefore(today(), keep.keepMonths)),
      close: () => db.close(),
    });
  } catch (error) {
    return failed(error);
  }
}

/** A file that an older Comptoir wrote must be opened for writing once, before it can be looked at. */
function looked(file: string): Database {
  const db = connect(file, { readonly: true, fileMustExist: true });
  const version = schemaVersion(db);
  if (version === MIGRATIONS.length) return db;
  db.close();
  if (version > MIGRATIONS.length) throw new NewerSchema(`user_version=${version}`);
  return openDatabase(join(file, '..'));
}
