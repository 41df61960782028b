import { randomBytes } from 'node:crypto';
import { type AccountView, toSignInName } from '../../core/accounts/account.ts';
import type { AuditEvent } from '../../core/accounts/audit.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { emptyFile } from './begin.ts';
import { changeOne, eventOf } from './context.ts';
import { begunAnew, oneTimePassword } from './new-account.ts';
import { type Cost, OWASP_COST, openDerive, openSecrets } from './secret.ts';
import { viewOf } from './shape.ts';
import { openStore } from './store.ts';
import { openTrail, readTrail, type TrailVerdict } from './trail.ts';

/** What the IT person does at the command line, beside a running Comptoir or without one. Whoever may write the files may do this. */
export interface Maintenance {
  list(): Promise<Result<AccountView[]>>;
  /** A one-time password, to be changed at the first sign-in; PIN, second factor, card and lock go. A disabled account stays so. */
  reset(name: string): Promise<Result<{ account: AccountView; password: string }>>;
  /** Opens the first start again where the accounts cannot be read. `not-allowed` where they can. */
  openFirstStart(): Promise<Result<null>>;
  audit(): Promise<{ events: AuditEvent[]; verdict: TrailVerdict }>;
}

export function maintainAccounts(options: { folder: string; now: () => Date; cost?: Cost }): Maintenance {
  const { folder, now, cost = OWASP_COST } = options;
  const random = (bytes: number): Uint8Array => randomBytes(bytes);
  const secrets = openSecrets({ random, derive: openDerive(), cost });
  const store = openStore({ folder, trail: openTrail(folder), event: (code) => eventOf(now, code) });
  return {
    async list() {
      const read = await store.read();
      return read.ok ? done(read.value?.accounts.map(viewOf) ?? []) : read;
    },
    async reset(name) {
      const read = await store.read();
      if (!read.ok) return read;
      const found = read.value?.accounts.find((one) => one.signInName === toSignInName(name));
      if (!found) return mishap('no-such-account');
      const { password, hashed } = await oneTimePassword(secrets, random);
      const event = eventOf(now, 'reset', { account: found.id, by: 'command' });
      const changed = await store.change(changeOne(found.id, (one) => begunAnew(one, hashed), [event]));
      return changed.ok ? done({ account: viewOf(changed.value), password }) : changed;
    },
    async openFirstStart() {
      const read = await store.read();
      if (read.ok || read.code !== 'accounts-damaged') return read.ok ? mishap('not-allowed') : read;
      return await store.begin(emptyFile(random), eventOf(now, 'first-start-opened', { by: 'command' }), 'damaged');
    },
    async audit() {
      const read = await store.read();
      return await readTrail(folder, read.ok ? (read.value?.trail ?? null) : null);
    },
  };
}
