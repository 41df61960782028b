import { randomBytes } from 'node:crypto';
import type { Result } from '../../core/mishap.ts';
import { type Accounts, type AccountsOptions, openAccounts } from './index.ts';
import { openDerive } from './secret.ts';

// For tests: accounts whose hashes cost nothing, a clock by hand, and a count of what scrypt was asked.

export const CHEAP = { N: 16, r: 1, p: 1 } as const;
export const MANAGER = {
  signInName: 'nour',
  displayName: 'Nour Exemple',
  password: 'girafe velours canal mardi',
  seat: 'console',
} as const;

export interface Rig {
  accounts: Accounts;
  /** Milliseconds since 1970. */
  clock: { now: number };
  /** Secrets that scrypt was asked for, in order. */
  derived: string[];
  /** A program that was started again on the same folder: nothing in memory is left. */
  again(more?: Partial<AccountsOptions>): Rig;
}

export function rigAccounts(
  folder: string,
  more: Partial<AccountsOptions> = {},
  clock = { now: Date.UTC(2026, 10, 23, 9) },
): Rig {
  const derived: string[] = [];
  const derive = openDerive();
  const accounts = openAccounts({
    folder,
    now: () => new Date(clock.now),
    random: (bytes) => randomBytes(bytes),
    charter: '1',
    place: 'Les Tilleuls',
    cost: CHEAP,
    derive: (secret, salt, cost) => {
      derived.push(secret);
      return derive(secret, salt, cost);
    },
    ...more,
  });
  return { accounts, clock, derived, again: (other = {}) => rigAccounts(folder, { ...more, ...other }, clock) };
}

export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

/** Signs somebody in and does what is asked first: a new password, the charter. Gives the token. */
export async function enter(
  { accounts }: Rig,
  who: { name: string; password: string; next?: string; code?: string; seat?: 'console' | 'phone' },
): Promise<string> {
  const { name, password, next, code, seat = 'console' } = who;
  const tried = got(await accounts.signIn({ name, password, seat, ...(code !== undefined && { code }) }));
  if (tried.outcome !== 'in') throw new Error(JSON.stringify(tried));
  const { token, session } = tried;
  if (session.needs === 'password') got(await accounts.changePassword(token, { current: password, next: next ?? '' }));
  if (got(await accounts.session(token)).needs === 'charter') got(await accounts.signCharter(token));
  return token;
}

/** The first start, done: the manager, signed in. */
export async function started(rig: Rig): Promise<{ token: string; id: string; sealed: string }> {
  const { account, sealed } = got(await rig.accounts.firstStart(MANAGER));
  const token = await enter(rig, { name: MANAGER.signInName, password: MANAGER.password });
  return { token, id: account.id, sealed };
}
