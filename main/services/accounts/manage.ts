import type { SessionView } from '../../core/accounts/account.ts';
import { type AccountView, DisplayName, SignInName, toSignInName } from '../../core/accounts/account.ts';
import type { AuditCode } from '../../core/accounts/audit.ts';
import { may, type Power, type Role } from '../../core/accounts/roles.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { type Context, changeOne, eventOf, type Live, liveOf, sessionView } from './context.ts';
import { begunAnew, newAccount, oneTimePassword } from './new-account.ts';
import { type Account, type AccountsFile, viewOf } from './shape.ts';

/** What is done with the accounts of others: the power `accounts`, asked each time of the account as it is now. */
export interface Manage {
  list(token: string): Promise<Result<AccountView[]>>;
  /** The password is said once, by whoever made the account, and changed at the first sign-in. `name-taken`, `bad-request`. */
  create(
    token: string,
    who: { signInName: string; displayName: string; role: Role },
  ): Promise<Result<{ account: AccountView; password: string }>>;
  /** `last-manager`: somebody must stay who can make accounts. */
  setRole(token: string, id: string, role: Role): Promise<Result<AccountView>>;
  /** Never deleted: entries of years point to its id. Its sessions end. */
  disable(token: string, id: string): Promise<Result<AccountView>>;
  enable(token: string, id: string): Promise<Result<AccountView>>;
  /** A new one-time password; PIN, second factor, card and lock go. Not for oneself. */
  reset(token: string, id: string): Promise<Result<{ account: AccountView; password: string }>>;
}

/** The session of a token that has this power now. `not-allowed`: not in its role, or something must be done first. */
export async function allowed(context: Context, token: string, power: Power): Promise<Result<Live & { view: SessionView }>> {
  const live = await liveOf(context, token);
  if (!live.ok) return live;
  const view = sessionView(context, live.value.session, live.value.account);
  return view.needs === null && may(view.role, power) ? done({ ...live.value, view }) : mishap('not-allowed');
}

export function openManage(context: Context): Manage {
  const { store, secrets, now, random } = context;

  /** Changes somebody's account; whoever asks is asked for the power twice, the second time on the file that is changed. */
  const change = async (
    live: Live,
    id: string,
    made: (account: Account) => Partial<Account>,
    { code, role = null }: { code: AuditCode; role?: Role | null },
  ): Promise<Result<AccountView>> => {
    const { account: by, session } = live;
    const changed = await store.change((file) => {
      if (!isStill(file, by)) return mishap('not-allowed');
      const event = eventOf(now, code, { account: id, by: by.id, seat: session.seat, role });
      const result = changeOne(id, made, [event])(file);
      return 'ok' in result || hasManager(result.file) ? result : mishap('last-manager');
    });
    return changed.ok ? done(viewOf(changed.value)) : changed;
  };
  const withPower = async <T>(token: string, work: (live: Live) => Promise<Result<T>>): Promise<Result<T>> => {
    const live = await allowed(context, token, 'accounts');
    return live.ok ? await work(live.value) : live;
  };

  return {
    list: (token) => withPower(token, async ({ file }) => done(file.accounts.map(viewOf))),

    create: (token, { signInName: typed, displayName, role }) =>
      withPower(token, async ({ account: by, session }) => {
        const signInName = SignInName.safeParse(toSignInName(typed));
        const shown = DisplayName.safeParse(displayName.normalize('NFC').trim());
        if (!signInName.success || !shown.success) return mishap('bad-request');
        const { password, hashed } = await oneTimePassword(secrets, random);
        const who = { signInName: signInName.data, displayName: shown.data, role, password: hashed, mustChange: true };
        const account = newAccount(random, who);
        const created = await store.change((file) => {
          if (!isStill(file, by)) return mishap('not-allowed');
          if (file.accounts.some((one) => one.signInName === account.signInName)) return mishap('name-taken');
          const event = eventOf(now, 'created', { account: account.id, by: by.id, seat: session.seat, role });
          return { file: { ...file, accounts: [...file.accounts, account] }, events: [event], value: null };
        });
        return created.ok ? done({ account: viewOf(account), password }) : created;
      }),

    setRole: (token, id, role) => withPower(token, (live) => change(live, id, () => ({ role }), { code: 'role-changed', role })),

    disable: (token, id) =>
      withPower(token, (live) => change(live, id, ({ epoch }) => ({ disabled: true, epoch: epoch + 1 }), { code: 'disabled' })),

    enable: (token, id) => withPower(token, (live) => change(live, id, () => ({ disabled: false }), { code: 'enabled' })),

    reset: (token, id) =>
      withPower(token, async (live) => {
        if (id === live.account.id) return mishap('not-allowed');
        const { password, hashed } = await oneTimePassword(secrets, random);
        const account = await change(live, id, (one) => begunAnew(one, hashed), { code: 'reset' });
        return account.ok ? done({ account: account.value, password }) : account;
      }),
  };
}

const hasManager = ({ accounts }: AccountsFile): boolean =>
  accounts.some(({ role, disabled }) => role === 'manager' && !disabled);

function isStill({ accounts }: AccountsFile, by: Account): boolean {
  const now = accounts.find(({ id }) => id === by.id);
  return now !== undefined && !now.disabled && now.epoch === by.epoch && may(now.role, 'accounts');
}
