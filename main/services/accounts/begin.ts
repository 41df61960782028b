import { type AccountView, DisplayName, SignInName, toSignInName } from '../../core/accounts/account.ts';
import { afterFailure, delayAfter, lookAt, OPEN } from '../../core/accounts/lockout.ts';
import { passwordProblem, toPassword } from '../../core/accounts/password.ts';
import { asWritten, bytesFor, SEALED_GROUPS, writtenCode } from '../../core/accounts/written-code.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import type { SeatName } from '../../core/settings.ts';
import { type Context, changeOne, confirm, eventOf, secondsOf } from './context.ts';
import { begunAnew, newAccount } from './new-account.ts';
import { type AccountsFile, viewOf } from './shape.ts';

/** The first account, and the sealed code that opens a manager's account when its keys are lost. */
export interface Begin {
  /** `first-start`: nobody has an account here, and never had. Mishaps: accounts that cannot be read do not open it. */
  state(): Promise<Result<'first-start' | 'ready'>>;
  /** Makes the manager. `sealed`: shown and printed once, kept in an envelope. `not-allowed` when there are accounts. */
  firstStart(who: {
    signInName: string;
    displayName: string;
    password: string;
    seat: SeatName;
  }): Promise<Result<{ account: AccountView; sealed: string }>>;
  /** With the sealed code: a manager's new password; their other keys go, and a new code is sealed. */
  recover(asked: { name: string; sealed: string; password: string; seat: SeatName }): Promise<Result<Recovered>>;
  /** A new sealed code; the old one opens nothing any more. Managers only. */
  renewSealed(token: string, asked: { password: string }): Promise<Result<{ sealed: string }>>;
}
export type Recovered = { outcome: 'done'; sealed: string } | { outcome: 'wrong' | 'wait'; seconds: number | null };

export const emptyFile = (random: Context['random']): AccountsFile => ({
  format: 1,
  salt: Buffer.from(random(16)).toString('hex'),
  accounts: [],
  sealed: null,
  sealedLock: OPEN,
  trail: null,
});

export function openBegin(context: Context): Begin {
  const { store, secrets, now, random, place, inTurn } = context;
  const seal = async () => {
    const sealed = writtenCode(random(bytesFor(SEALED_GROUPS)));
    return { sealed, hashed: (await secrets.hash(sealed)).hashed };
  };

  return {
    async state() {
      const read = await store.read();
      return read.ok ? done(read.value ? 'ready' : 'first-start') : read;
    },

    async firstStart({ signInName: typed, displayName, password, seat }) {
      const read = await store.read();
      if (!read.ok) return read;
      if (read.value) return mishap('not-allowed');
      const signInName = SignInName.safeParse(toSignInName(typed));
      const shown = DisplayName.safeParse(displayName.normalize('NFC').trim());
      if (!signInName.success || !shown.success) return mishap('bad-request');
      if (passwordProblem(password, [signInName.data, shown.data, place])) return mishap('password-weak');
      const { hashed } = await secrets.hash(toPassword(password));
      const who = { signInName: signInName.data, displayName: shown.data, role: 'manager', password: hashed } as const;
      const account = newAccount(random, { ...who, mustChange: false });
      const made = await seal();
      const file = { ...emptyFile(random), accounts: [account], sealed: made.hashed };
      const event = eventOf(now, 'first-start', { account: account.id, by: account.id, seat, role: 'manager' });
      const begun = await store.begin(file, event, 'nothing');
      return begun.ok ? done({ account: viewOf(account), sealed: made.sealed }) : begun;
    },

    recover: ({ name, sealed, password, seat }) =>
      inTurn(async () => {
        const read = await store.read();
        if (!read.ok) return read;
        const file = read.value;
        if (!file) return mishap('not-allowed');
        const seen = lookAt(file.sealedLock, now().getTime());
        if (seen.lock !== file.sealedLock)
          await store.note((one) => ({ file: { ...one, sealedLock: seen.lock }, events: [], value: null }));
        if (seen.waitMs > 0) return done({ outcome: 'wait', seconds: secondsOf(seen.waitMs) });
        const signInName = toSignInName(name);
        const account = file.accounts.find((one) => one.signInName === signInName && one.role === 'manager' && !one.disabled);
        if (account && passwordProblem(password, [account.signInName, account.displayName, place]))
          return mishap('password-weak');
        const key = await secrets.check(asWritten(sealed), account ? file.sealed : null);
        const facts = { account: account?.id ?? null, seat, means: 'sealed' } as const;
        if (!account || !key) {
          const lock = afterFailure(seen.lock, now().getTime());
          const wait = delayAfter(lock.failures);
          const events = [eventOf(now, 'failed', facts), ...(wait > 0 ? [eventOf(now, 'locked-out', facts)] : [])];
          await store.note((one) => ({ file: { ...one, sealedLock: lock }, events, value: null }));
          return done({ outcome: 'wrong', seconds: secondsOf(wait) });
        }
        const { hashed } = await secrets.hash(toPassword(password));
        const made = await seal();
        const recovered = await store.change((one) => {
          if (one.sealed?.hash !== file.sealed?.hash) return mishap('not-allowed');
          const fresh = { ...one, sealed: made.hashed, sealedLock: OPEN };
          const events = [eventOf(now, 'recovered', { ...facts, by: account.id })];
          return changeOne(account.id, (before) => ({ ...begunAnew(before, hashed), mustChange: false }), events)(fresh);
        });
        return recovered.ok ? done({ outcome: 'done', sealed: made.sealed }) : recovered;
      }),

    async renewSealed(token, { password }) {
      const sure = await confirm(context, token, toPassword(password));
      if (!sure.ok) return sure;
      const { account, session } = sure.value;
      if (account.role !== 'manager' || account.mustChange) return mishap('not-allowed');
      const made = await seal();
      const renewed = await store.change((file) => ({
        file: { ...file, sealed: made.hashed, sealedLock: OPEN },
        events: [eventOf(now, 'sealed-renewed', { account: account.id, by: account.id, seat: session.seat })],
        value: null,
      }));
      return renewed.ok ? done({ sealed: made.sealed }) : renewed;
    },
  };
}
