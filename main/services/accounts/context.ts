import type { SessionView } from '../../core/accounts/account.ts';
import type { AuditCode, AuditEvent } from '../../core/accounts/audit.ts';
import { afterFailure, delayAfter, type Lock, lookAt, OPEN } from '../../core/accounts/lockout.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import type { AskCard } from './card-proof.ts';
import type { Secrets } from './secret.ts';
import { seal, unseal } from './secret.ts';
import type { Session, Sessions } from './sessions.ts';
import { type Account, type AccountsFile, Vault } from './shape.ts';
import type { Change, Store } from './store.ts';

/** What the parts of this service share. */
export interface Context {
  readonly store: Store;
  readonly secrets: Secrets;
  readonly sessions: Sessions;
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
  readonly askCard: AskCard;
  /** Version of the charter that is signed today. */
  readonly charter: string;
  /** Name of the place, for the authenticator app. */
  readonly place: string;
  /** One sign-in after another: tries side by side would all find the lock open. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

type Facts = Partial<Pick<AuditEvent, 'account' | 'by' | 'seat' | 'means' | 'role'>>;
export const eventOf = (now: () => Date, code: AuditCode, facts: Facts = {}): AuditEvent => ({
  at: now().toISOString(),
  code,
  account: null,
  by: null,
  seat: null,
  means: null,
  role: null,
  ...facts,
});

/** The file with one account changed. */
export const withAccount = (file: AccountsFile, id: string, change: Partial<Account>): AccountsFile => ({
  ...file,
  accounts: file.accounts.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

/** A change of one account and the event that says so. `no-such-account` when it is gone. */
export const changeOne =
  (id: string, change: (account: Account) => Partial<Account>, events: AuditEvent[]): Change<Account> =>
  (file) => {
    const account = file.accounts.find((one) => one.id === id);
    if (!account) return mishap('no-such-account');
    const changed = { ...account, ...change(account) };
    return { file: withAccount(file, id, changed), events, value: changed };
  };

const EMPTY: Vault = { totp: null, pin: null };

/** Null: not sealed with this key. */
export function openVault(key: Uint8Array, { id, vault }: Pick<Account, 'id' | 'vault'>): Vault | null {
  if (vault === null) return EMPTY;
  const text = unseal(key, id, vault);
  return text === null ? null : Vault.parse(JSON.parse(text));
}

export function sealVault(key: Uint8Array, id: string, vault: Vault, random: Context['random']): string | null {
  return vault.totp === null && vault.pin === null ? null : seal(key, id, JSON.stringify(vault), random);
}

/** Milliseconds as whole seconds; null: until somebody resets it. */
export const secondsOf = (ms: number): number | null => (Number.isFinite(ms) ? Math.ceil(ms / 1000) : null);

/** How long this account must wait (ms), after the clock was looked at. */
export async function waitOf({ store, now }: Context, { id, lock }: Pick<Account, 'id' | 'lock'>): Promise<number> {
  const seen = lookAt(lock, now().getTime());
  if (seen.lock !== lock) await store.note(changeOne(id, () => ({ lock: seen.lock }), []));
  return seen.waitMs;
}

/** A wrong try: counted, written down, kept through a restart. Gives the ms that must pass now. */
export async function failed(context: Context, id: string, facts: Pick<AuditEvent, 'seat' | 'means'>): Promise<number> {
  const { store, now } = context;
  let lock: Lock = OPEN;
  const noted = await store.note((file) => {
    const before = file.accounts.find((one) => one.id === id)?.lock ?? OPEN;
    lock = afterFailure(before, now().getTime());
    const events = [eventOf(now, 'failed', { account: id, ...facts })];
    if (delayAfter(lock.failures) > 0) events.push(eventOf(now, 'locked-out', { account: id, ...facts }));
    return { file: withAccount(file, id, { lock }), events, value: null };
  });
  return noted.ok ? delayAfter(lock.failures) : 0;
}

export interface Live {
  session: Session;
  account: Account;
  file: AccountsFile;
}

/** The session of a token, with its account as it is now. `not-signed-in` when it is over, also by what others did to the account. */
export async function liveOf({ sessions, store }: Context, token: string): Promise<Result<Live>> {
  const session = sessions.find(token);
  if (!session) return mishap('not-signed-in');
  const read = await store.read();
  if (!read.ok) return read;
  const file = read.value;
  const account = file?.accounts.find((one) => one.id === session.account);
  if (file && account && !account.disabled && account.epoch === session.epoch) return done({ session, account, file });
  sessions.end(session);
  sessions.forbid(session.account);
  return mishap('not-signed-in');
}

export function sessionView({ charter }: Context, { seat }: Pick<Session, 'seat'>, account: Account): SessionView {
  const { id, displayName, role, mustChange } = account;
  const needs = mustChange ? 'password' : account.charter?.version !== charter ? 'charter' : null;
  return { account: id, displayName, role, seat, needs };
}

/**
 * The person at the seat shows once more that it is they: before anything about their own keys changes. The key of their vault.
 * `wrong-password` counts as a wrong try; `sign-in-waits` while nothing is tried.
 */
export function confirm(context: Context, token: string, password: string): Promise<Result<Live & { key: Buffer }>> {
  return context.inTurn(async () => {
    const live = await liveOf(context, token);
    if (!live.ok) return live;
    const { account, session } = live.value;
    if ((await waitOf(context, account)) > 0) return mishap('sign-in-waits');
    const key = await context.secrets.check(password, account.password);
    if (key) return done({ ...live.value, key });
    await failed(context, account.id, { seat: session.seat, means: 'password' });
    return mishap('wrong-password');
  });
}
