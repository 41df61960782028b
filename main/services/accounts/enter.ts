import { createHash } from 'node:crypto';
import type { SessionView } from '../../core/accounts/account.ts';
import { toSignInName } from '../../core/accounts/account.ts';
import { afterFailure, delayAfter, type Lock, lookAt, OPEN } from '../../core/accounts/lockout.ts';
import { toPassword } from '../../core/accounts/password.ts';
import { done, type Result } from '../../core/mishap.ts';
import type { SeatName } from '../../core/settings.ts';
import { cardHash, isProved, newChallenge } from './card-proof.ts';
import { type Context, changeOne, eventOf, failed, openVault, sealVault, secondsOf, sessionView, waitOf } from './context.ts';
import { secondFactor } from './second-factor.ts';
import type { Account, Vault } from './shape.ts';

/**
 * How a sign-in ended. `code`: the password is right and the six digits of the phone are wanted, or a recovery code. `wrong`: name, password
 * or code; which of them is not said. `wait`: not even looked at. `seconds`: how long nothing is tried now (0: try again; null: until
 * somebody resets the account). `no-proof`: the card did not sign.
 */
export type SignIn =
  | { outcome: 'in'; token: string; session: SessionView }
  | { outcome: 'code' }
  | { outcome: 'wrong' | 'wait'; seconds: number | null }
  | { outcome: 'no-proof' };

export interface Enter {
  /** `code`: of the second factor, as typed; left out at first. Mishaps are those of the file. */
  signIn(asked: { name: string; password: string; code?: string; seat: SeatName }): Promise<Result<SignIn>>;
  /** With one's own card in the console's reader. Lock-out does not concern it: a signature cannot be guessed. */
  signInByCard(seat: SeatName): Promise<Result<SignIn>>;
  /** Six digits, for who signed in with a password at this seat today. After three wrong ones the password is asked again. */
  reEnter(asked: { account: string; pin: string; seat: SeatName }): Promise<Result<SignIn>>;
  /** Who may re-enter here today. */
  reEntries(seat: SeatName): Promise<Result<{ account: string; displayName: string }[]>>;
}

/** Unknown names are counted like known ones, in memory: otherwise a delay would tell that a name is known. */
const MOST_STRANGERS = 1000;

export function openEnter(context: Context): Enter {
  const { store, secrets, sessions, now, random, askCard, inTurn } = context;
  const strangers = new Map<string, Lock>();

  const enter = (account: Account, seat: SeatName): Result<SignIn> => {
    const session = sessions.open(account, seat);
    return done({ outcome: 'in', token: session.token, session: sessionView(context, session, account) });
  };
  const wrong = (ms: number): Result<SignIn> => done({ outcome: 'wrong', seconds: secondsOf(ms) });

  /** Costs what a known name costs. */
  const stranger = async (name: string, password: string, seat: SeatName): Promise<Result<SignIn>> => {
    const key = createHash('sha256').update(name).digest('hex');
    const seen = lookAt(strangers.get(key) ?? OPEN, now().getTime());
    strangers.delete(key);
    strangers.set(key, seen.lock);
    if (seen.waitMs > 0) return done({ outcome: 'wait', seconds: secondsOf(seen.waitMs) });
    await secrets.check(password, null);
    const lock = afterFailure(seen.lock, now().getTime());
    strangers.set(key, lock);
    for (const oldest of strangers.keys()) if (strangers.size > MOST_STRANGERS) strangers.delete(oldest);
    await store.note((file) => ({ file, events: [eventOf(now, 'failed', { seat, means: 'password' })], value: null }));
    return wrong(delayAfter(lock.failures));
  };

  /** What is written with a good sign-in: the lock opens, and a hash of old parameters is made anew while the password is at hand. */
  const renewed = async (account: Account, password: string, vault: Vault): Promise<Partial<Account>> => {
    if (!secrets.isOld(account.password)) return {};
    const { hashed, key } = await secrets.hash(password);
    return { password: hashed, vault: sealVault(key, account.id, vault, random) };
  };

  const withPassword = async (
    name: string,
    password: string,
    code: string | undefined,
    seat: SeatName,
  ): Promise<Result<SignIn>> => {
    const read = await store.read();
    if (!read.ok) return read;
    const account = read.value?.accounts.find((one) => one.signInName === name);
    if (!account) return await stranger(name, password, seat);
    const waitMs = await waitOf(context, account);
    if (waitMs > 0) return done({ outcome: 'wait', seconds: secondsOf(waitMs) });
    const key = await secrets.check(password, account.disabled ? null : account.password);
    const vault = key && openVault(key, account);
    if (!vault) return wrong(await failed(context, account.id, { seat, means: 'password' }));
    const second = account.totp && (await secondFactor(context, account.totp, vault, code));
    if (second === 'asked') return done({ outcome: 'code' });
    if (second === 'wrong') return wrong(await failed(context, account.id, { seat, means: 'totp' }));
    const facts = { account: account.id, by: account.id, seat };
    const events = [eventOf(now, 'signed-in', { ...facts, means: 'password' })];
    if (second?.recovery) events.unshift(eventOf(now, 'recovery-code-used', facts));
    const renewal = await renewed(account, password, vault);
    const noted = await store.note<Account | null>((file) => {
      // Somebody at the command line may have reset or closed it meanwhile.
      const still = file.accounts.find((one) => one.id === account.id);
      if (still?.epoch !== account.epoch || still.disabled) return { file, events: [], value: null };
      return changeOne(account.id, () => ({ lock: OPEN, ...(second && { totp: second.totp }), ...renewal }), events)(file);
    });
    if (!noted.ok) return noted;
    if (!noted.value) return wrong(0);
    if (vault.pin) sessions.allow(noted.value, seat, vault.pin);
    return enter(noted.value, seat);
  };

  return {
    signIn: ({ name, password, code, seat }) => inTurn(() => withPassword(toSignInName(name), toPassword(password), code, seat)),

    async signInByCard(seat) {
      const challenge = newChallenge(random);
      const proof = await askCard(challenge);
      if (!proof) return done({ outcome: 'no-proof' });
      return await inTurn(async () => {
        const read = await store.read();
        if (!read.ok) return read;
        const hash = read.value && isProved(proof, challenge) ? cardHash(proof.publicKey, read.value.salt) : null;
        const account = hash === null ? undefined : read.value?.accounts.find((one) => one.card === hash);
        const facts = { account: account?.id ?? null, seat, means: 'card' } as const;
        if (!account || account.disabled) {
          await store.note((file) => ({ file, events: [eventOf(now, 'failed', facts)], value: null }));
          return wrong(0);
        }
        const noted = await store.note((file) => ({
          file,
          events: [eventOf(now, 'signed-in', { ...facts, by: account.id })],
          value: null,
        }));
        return noted.ok ? enter(account, seat) : noted;
      });
    },

    reEnter: ({ account: id, pin, seat }) =>
      inTurn(async () => {
        const read = await store.read();
        if (!read.ok) return read;
        const allowed = sessions.reEntry(id, seat);
        const account = read.value?.accounts.find((one) => one.id === id);
        if (!allowed || !account || account.disabled || account.epoch !== allowed.epoch)
          return done({ outcome: 'wait', seconds: null });
        // Counted before it is tried.
        allowed.wrong++;
        if (!(await secrets.check(pin, allowed.pin))) {
          await store.note((file) => ({
            file,
            events: [eventOf(now, 'failed', { account: id, seat, means: 'pin' })],
            value: null,
          }));
          return sessions.reEntry(id, seat) ? wrong(0) : done({ outcome: 'wait', seconds: null });
        }
        allowed.wrong = 0;
        const events = [eventOf(now, 're-entered', { account: id, by: id, seat, means: 'pin' })];
        const noted = await store.note((file) => ({ file, events, value: null }));
        return noted.ok ? enter(account, seat) : noted;
      }),

    async reEntries(seat) {
      const read = await store.read();
      if (!read.ok) return read;
      const accounts = read.value?.accounts ?? [];
      return done(
        sessions.reEntries(seat).flatMap(({ account: id, epoch }) => {
          const account = accounts.find((one) => one.id === id && one.epoch === epoch && !one.disabled);
          return account ? [{ account: id, displayName: account.displayName }] : [];
        }),
      );
    },
  };
}
