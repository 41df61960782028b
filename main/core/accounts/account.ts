import { z } from 'zod';
import { SeatName } from '../settings.ts';
import { Role } from './roles.ts';

/** Random, 128 bits in base32hex: all that anything but the accounts file ever holds of a person of the team. */
export const AccountId = z.string().regex(/^[0-9a-v]{26}$/);

/** What one types to sign in: lower case, 2 to 40 letters, digits, dots, hyphens. Never in journal, audit or log. */
export const SignInName = z.string().regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}._-]{1,39}$/u);
/** What colleagues see. Never in journal, audit or log. */
export const DisplayName = z
  .string()
  .min(1)
  .max(60)
  .refine((name) => name === name.trim() && !/\p{Cc}/u.test(name));

/** A name as typed, brought to the one form in which it is kept and compared. */
export const toSignInName = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** The charter of the place that somebody signed: which text, and on which local day. */
export const CharterSigned = z.strictObject({ version: z.string().min(1).max(40), day: z.iso.date() });

/** An account as its colleagues and the IT person see it: nothing of a secret. */
export const AccountView = z.strictObject({
  id: AccountId,
  signInName: SignInName,
  displayName: DisplayName,
  role: Role,
  disabled: z.boolean(),
  /** The password was made by somebody else, and is changed at the next sign-in. */
  mustChange: z.boolean(),
  pin: z.boolean(),
  totp: z.boolean(),
  /** Recovery codes left; 0 without a second factor. */
  recoveryCodes: z.int().min(0),
  card: z.boolean(),
  charter: CharterSigned.nullable(),
});
export type AccountView = z.infer<typeof AccountView>;

/** Who is signed in at a seat. `needs`: what must be done before anything else is allowed. */
export const SessionView = z.strictObject({
  account: AccountId,
  displayName: DisplayName,
  role: Role,
  seat: SeatName,
  needs: z.enum(['password', 'charter']).nullable(),
});
export type SessionView = z.infer<typeof SessionView>;
