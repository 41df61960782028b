import { chmod, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditEvent } from '../../core/accounts/audit.ts';
import { done, type Mishap, mishap, type Result } from '../../core/mishap.ts';
import { alone, diskMishap, replaceFile } from './disk.ts';
import { AccountsFile } from './shape.ts';
import { type AuditTrail, isCut } from './trail.ts';

export const ACCOUNTS_FILE = 'accounts.json';
const DAMAGED = `${ACCOUNTS_FILE}.damaged-`;
/** Events that wait for a full disk: more are not remembered. */
const MOST_WAITING = 1000;

/** What a change makes of the file. A pure function: it may be run twice. */
export type Change<T> = (
  file: AccountsFile,
) => { file: AccountsFile; events: AuditEvent[]; value: T } | { ok: false; code: Mishap };

/**
 * `accounts.json` and the trail of what happened to it, which are written together, by one process at a time. What happens is written
 * down before it is done. Mishaps: `accounts-damaged` (unreadable, now set aside, or gone), `accounts-newer` (left untouched),
 * `accounts-full`, and `accounts-readonly` (cannot be reached or written).
 */
export interface Store {
  /** Null: there never were accounts, or the IT person opened the first start again. */
  read(): Promise<Result<AccountsFile | null>>;
  /** `failed` when there is no file yet. */
  change<T>(work: Change<T>): Promise<Result<T>>;
  /** As `change`; on a disk that takes nothing it is done in memory, and written when the disk takes it. */
  note<T>(work: Change<T>): Promise<Result<T>>;
  /** The first file, or the one with which the first start is opened again (no account in it). `not-allowed` when there are accounts. */
  begin(file: AccountsFile, event: AuditEvent, over: 'nothing' | 'damaged'): Promise<Result<null>>;
}

const refuse = async (code: Mishap) => mishap(code);
const textOf = (file: AccountsFile): string => `${JSON.stringify(file, null, 1)}\n`;
type Loaded = { file: AccountsFile | null; text: string };

export function openStore(options: {
  folder: string;
  trail: AuditTrail;
  event: (code: 'file-damaged' | 'trail-cut') => AuditEvent;
}): Store {
  const { folder, trail, event } = options;
  const path = join(folder, ACCOUNTS_FILE);
  let unwritten: { base: string; file: AccountsFile; events: AuditEvent[] } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isTidy = false;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const locked = async <T>(work: () => Promise<T>): Promise<T> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return await alone(`${path}.lock`, async () => {
      if (!isTidy) await tidy(folder);
      isTidy = true;
      return await work();
    });
  };
  /** Only with the lock. */
  const setAside = async () => {
    const stamp = event('file-damaged').at.replace(/[-:.]/g, '');
    await rename(path, join(folder, `${DAMAGED}${stamp}`));
    await trail.append([event('file-damaged')]);
  };
  const loadOrSetAside = async (isAlone: boolean): Promise<Result<Loaded>> => {
    const loaded = await load(folder, path, trail);
    if (loaded.ok || loaded.code !== 'accounts-damaged' || !(await isThere(path))) return loaded;
    const aside = async () => {
      // Another process may have put a good one there meanwhile.
      const again = await load(folder, path, trail);
      if (!again.ok && again.code === 'accounts-damaged' && (await isThere(path))) await setAside();
      return again;
    };
    return await (isAlone ? aside() : locked(aside)).catch((error: unknown) => {
      // A disk that takes nothing leaves it where it is: it is as damaged there.
      if (!diskMishap(error)) throw error;
      return loaded;
    });
  };
  /** Only with the lock. */
  const write = async (file: AccountsFile, events: readonly AuditEvent[], isLogged = () => {}) => {
    let head = await trail.head();
    const all = isCut(head, file.trail) ? [event('trail-cut'), ...events] : events;
    if (all.length > 0) head = await trail.append(all);
    isLogged();
    if (unwritten) unwritten = { ...unwritten, events: [] };
    await replaceFile(path, textOf({ ...file, trail: head ?? file.trail }));
  };
  const apply = async <T>(work: Change<T>, isLogged?: () => void): Promise<Result<T>> => {
    const loaded = await loadOrSetAside(true);
    if (!loaded.ok) return loaded;
    const { text } = loaded.value;
    // What another process wrote meanwhile goes before counters that waited.
    const base = unwritten?.base === text ? unwritten.file : loaded.value.file;
    if (!base) return mishap('failed');
    const changed = work(base);
    if ('ok' in changed) return changed;
    const events = [...(unwritten?.events ?? []), ...changed.events];
    if (changed.file !== loaded.value.file || events.length > 0) await write(changed.file, events, isLogged);
    unwritten = null;
    return done(changed.value);
  };
  /** `logged`: the trail took the events, the file did not follow. */
  const inMemory = async <T>(work: Change<T>, logged: boolean): Promise<Result<T>> => {
    const loaded = await load(folder, path, trail);
    if (!loaded.ok) return loaded;
    const { text } = loaded.value;
    const base = unwritten?.base === text ? unwritten.file : loaded.value.file;
    if (!base) return mishap('failed');
    const changed = work(base);
    if ('ok' in changed) return changed;
    const events = logged ? [] : [...(unwritten?.events ?? []), ...changed.events].slice(-MOST_WAITING);
    unwritten = { base: text, file: changed.file, events };
    return done(changed.value);
  };
  const orMishap = async <T>(work: () => Promise<Result<T>>, otherwise: (code: Mishap) => Promise<Result<T>>) => {
    try {
      return await work();
    } catch (error) {
      const code = diskMishap(error);
      if (!code) throw error;
      return await otherwise(code);
    }
  };

  return {
    read: () =>
      inTurn(() =>
        orMishap(async () => {
          const loaded = await loadOrSetAside(false);
          if (!loaded.ok) return loaded;
          const file = unwritten?.base === loaded.value.text ? unwritten.file : loaded.value.file;
          return done(file && file.accounts.length > 0 ? file : null);
        }, refuse),
      ),
    change: (work) => inTurn(() => orMishap(() => locked(() => apply(work)), refuse)),
    note: (work) =>
      inTurn(() => {
        let logged = false;
        const write = () =>
          apply(work, () => {
            logged = true;
          });
        return orMishap(
          () => locked(write),
          () => orMishap(() => inMemory(work, logged), refuse),
        );
      }),
    begin: (file, begun, over) =>
      inTurn(() =>
        orMishap(
          () =>
            locked(async () => {
              const loaded = await loadOrSetAside(true);
              const isFree = loaded.ok ? (loaded.value.file?.accounts.length ?? 0) === 0 : loaded.code === 'accounts-damaged';
              if (!isFree || (over === 'nothing' && !loaded.ok)) return loaded.ok ? mishap('not-allowed') : loaded;
              // The file first: a trail without a file would keep the first start shut, after no more than a power cut.
              const first = { ...file, trail: await trail.head() };
              try {
                await replaceFile(path, textOf(first));
                await write(first, [begun]);
              } catch (error) {
                // Nobody saw the codes of a first start that was not written down: it never was.
                if (loaded.ok && loaded.value.file) await replaceFile(path, loaded.value.text).catch(() => undefined);
                else await rm(path, { force: true });
                throw error;
              }
              return done(null);
            }),
          refuse,
        ),
      ),
  };
}

/** Reads and judges; changes nothing but a mode that lets others read. Rejects with the system's error. */
async function load(folder: string, path: string, trail: AuditTrail): Promise<Result<Loaded>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0) await chmod(path, 0o600).catch(() => undefined);
  } catch (error) {
    // Out of reach is not damaged: it may be good, and stays where it is.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    // No file is a first start only where nothing remembers one.
    return (await wasBegun(folder, trail)) ? mishap('accounts-damaged') : done({ file: null, text: '' });
  }
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return mishap('accounts-damaged');
  }
  const parsed = AccountsFile.safeParse(raw);
  if (parsed.success) return done({ file: parsed.data, text });
  const format = typeof raw === 'object' && raw !== null && 'format' in raw ? raw.format : null;
  return mishap(typeof format === 'number' && format > 1 ? 'accounts-newer' : 'accounts-damaged');
}

async function wasBegun(folder: string, trail: AuditTrail): Promise<boolean> {
  if ((await trail.head()) !== null) return true;
  const names = await readdir(folder).catch(() => []);
  return names.some((name) => name.startsWith(DAMAGED));
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Removes what a killed process had begun to write. */
async function tidy(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (name.startsWith(`${ACCOUNTS_FILE}.`) && name.endsWith('.tmp')) await rm(join(folder, name), { force: true });
}
