import { z } from 'zod';

export const ROLES = ['facilitator', 'operator', 'manager', 'it'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/**
 * What an account may do, and who: the one table. IT keeps the machines and the accounts and sees no help that was given;
 * a manager sees everything of the place and has no power over its machines.
 */
const POWERS = {
  /** The room, the helps given at this place, and their log. */
  help: ['facilitator', 'manager'],
  /** The phone seat and its log. */
  phone: ['operator', 'manager'],
  /** Reports and exports. */
  reports: ['manager'],
  /** Facts of the catalogue: verify, translate, mark as out of date. */
  catalogue: ['facilitator', 'manager'],
  /** Make, change, close and reset accounts. */
  accounts: ['manager', 'it'],
  /** Read who signed in and what was changed. */
  audit: ['manager', 'it'],
  /** How long details are kept. */
  retention: ['manager'],
  backup: ['manager', 'it'],
  health: ['facilitator', 'operator', 'manager', 'it'],
  settings: ['it'],
} as const satisfies Record<string, readonly Role[]>;
export type Power = keyof typeof POWERS;

/** Whether a role has a power. */
export function may(role: Role, power: Power): boolean {
  const those: readonly Role[] = POWERS[power];
  return those.includes(role);
}
