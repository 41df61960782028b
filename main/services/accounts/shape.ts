import { z } from 'zod';
import { AccountId, type AccountView, CharterSigned, DisplayName, SignInName } from '../../core/accounts/account.ts';
import { Lock } from '../../core/accounts/lockout.ts';
import { Role } from '../../core/accounts/roles.ts';
import { Hashed, HashedMany } from './secret.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** The last line of the audit trail, as far as the accounts file knows. */
export const TrailHead = z.strictObject({ count: z.int().min(0), hash: sha256 });
export type TrailHead = z.infer<typeof TrailHead>;

/** One account as it is kept. No secret is in it in a form that can be read: hashes, and one vault that only the password opens. */
export const Account = z.strictObject({
  id: AccountId,
  signInName: SignInName,
  displayName: DisplayName,
  role: Role,
  disabled: z.boolean(),
  password: Hashed,
  mustChange: z.boolean(),
  /** Sealed `Vault`; null while it holds nothing. */
  vault: z.string().max(2000).nullable(),
  /** What the vault holds, so that this is known without opening it. */
  pin: z.boolean(),
  totp: z.strictObject({ lastStep: z.int(), codes: HashedMany }).nullable(),
  /** Salted SHA-256 of the public key of the person's own card: no certificate, no number, no name of the card. */
  card: sha256.nullable(),
  charter: CharterSigned.nullable(),
  /** Grows when sessions made before must end. */
  epoch: z.int().min(0),
  lock: Lock,
});
export type Account = z.infer<typeof Account>;

/** `accounts.json`. */
export const AccountsFile = z.strictObject({
  format: z.literal(1),
  /** Of this place: two places cannot see that they know the same card. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  accounts: z.array(Account).max(500),
  /** The sealed code of the place, and the tries at it. */
  sealed: Hashed.nullable(),
  sealedLock: Lock,
  trail: TrailHead.nullable(),
});
export type AccountsFile = z.infer<typeof AccountsFile>;

/** What only the person's password opens. `totp`: the secret, base64; `pin`: hash of the quick PIN, which is too short to be safe in a file. */
export const Vault = z.strictObject({ totp: z.string().nullable(), pin: Hashed.nullable() });
export type Vault = z.infer<typeof Vault>;

export function viewOf(account: Account): AccountView {
  const { id, signInName, displayName, role, disabled, mustChange, pin, totp, card, charter } = account;
  return {
    id,
    signInName,
    displayName,
    role,
    disabled,
    mustChange,
    pin,
    totp: totp !== null,
    recoveryCodes: totp?.codes.hashes.length ?? 0,
    card: card !== null,
    charter,
  };
}
