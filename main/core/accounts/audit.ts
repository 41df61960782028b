import { z } from 'zod';
import { SeatName } from '../settings.ts';
import { AccountId } from './account.ts';
import { Role } from './roles.ts';

/** What is written down of accounts. Closed, and no name: who it was is an id that only the accounts file can turn into a person. */
export const AUDIT_CODES = [
  'first-start',
  'first-start-opened',
  'signed-in',
  're-entered',
  'signed-out',
  'failed',
  'locked-out',
  'created',
  'role-changed',
  'disabled',
  'enabled',
  'reset',
  'password-changed',
  'pin-set',
  'pin-removed',
  'totp-enrolled',
  'totp-removed',
  'recovery-code-used',
  'card-enrolled',
  'card-removed',
  'charter-signed',
  'recovered',
  'sealed-renewed',
  'file-damaged',
  'trail-cut',
] as const;
export const AuditCode = z.enum(AUDIT_CODES);
export type AuditCode = z.infer<typeof AuditCode>;

export const AuditEvent = z.strictObject({
  /** ISO moment, UTC. */
  at: z.iso.datetime(),
  code: AuditCode,
  /** Whom it is about; null: nobody we know (an unknown name, the file itself). */
  account: AccountId.nullable(),
  /** Who did it: an account, `command` (the IT person at the command line), or null: whoever sat there. */
  by: z.union([AccountId, z.literal('command')]).nullable(),
  seat: SeatName.nullable(),
  means: z.enum(['password', 'card', 'pin', 'totp', 'sealed']).nullable(),
  /** The new role. */
  role: Role.nullable(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;
