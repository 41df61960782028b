import { OPEN } from '../../core/accounts/lockout.ts';
import { toPassword } from '../../core/accounts/password.ts';
import type { Role } from '../../core/accounts/roles.ts';
import { bytesFor, ONE_TIME_GROUPS, writtenCode } from '../../core/accounts/written-code.ts';
import type { Hashed, Secrets } from './secret.ts';
import type { Account } from './shape.ts';

const SIGNS = '0123456789abcdefghijklmnopqrstuv';

/** 128 random bits as 26 signs of base32hex; of the last one two bits are used. */
function accountId(random: (bytes: number) => Uint8Array): string {
  return [...random(26)].map((byte, at) => SIGNS[at < 25 ? byte & 31 : byte & 24]).join('');
}

export function newAccount(
  random: (bytes: number) => Uint8Array,
  who: { signInName: string; displayName: string; role: Role; password: Hashed; mustChange: boolean },
): Account {
  const nothing = { disabled: false, vault: null, pin: false, totp: null, card: null, charter: null, epoch: 0, lock: OPEN };
  return { id: accountId(random), ...nothing, ...who };
}

/** A password that is said once, and changed at the first sign-in: lower case, as hands type. */
export async function oneTimePassword(
  secrets: Secrets,
  random: (bytes: number) => Uint8Array,
): Promise<{ password: string; hashed: Hashed }> {
  const password = writtenCode(random(bytesFor(ONE_TIME_GROUPS))).toLowerCase();
  const { hashed } = await secrets.hash(toPassword(password));
  return { password, hashed };
}

/** An account begun anew: a password that must be changed, and no key of before: no PIN, second factor, card or lock. Sessions end. */
export const begunAnew = ({ epoch }: Account, password: Hashed): Partial<Account> => ({
  password,
  mustChange: true,
  vault: null,
  pin: false,
  totp: null,
  card: null,
  epoch: epoch + 1,
  lock: OPEN,
});
