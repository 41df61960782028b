import { z } from 'zod';

/**
 * Every expected failure. A mishap is a value, never an exception; its words live in `locales/<lang>/mishaps.json`
 * under the same code and say what to do next.
 */
export const MISHAPS = [
  // the door
  'not-for-this-seat',
  'bad-request',
  'failed',
  // the card
  'no-service',
  'no-reader',
  'no-card',
  'not-eid',
  'unreadable',
  'not-genuine',
  'card-removed',
  // the paper
  'no-printer',
  'printer-failed',
  // the documents of the visit
  'no-such-paper',
  'papers-full',
  'not-a-paper',
  'paper-too-big',
  'no-stick',
  'stick-failed',
  'no-scanner',
  'scan-failed',
  'no-phone-page',
  // the catalogue
  'no-such-procedure',
  'catalogue-damaged',
  // the portal
  'no-portal',
  // the visit
  'no-visit',
  'card-left',
  // the journal
  'no-such-assistance',
  'no-such-receipt',
  'guarded',
  'journal-full',
  'journal-readonly',
  'journal-damaged',
  'journal-newer',
  // the accounts
  'not-signed-in',
  'not-allowed',
  'sign-in-waits',
  'wrong-password',
  'wrong-code',
  'password-weak',
  'pin-weak',
  'card-not-proved',
  'card-taken',
  'name-taken',
  'no-such-account',
  'last-manager',
  'accounts-full',
  'accounts-readonly',
  'accounts-damaged',
  'accounts-newer',
] as const;
export const Mishap = z.enum(MISHAPS);
export type Mishap = z.infer<typeof Mishap>;

/** What a request gives back: a value, or the code of a mishap. Nothing else crosses. */
export type Result<T> = { ok: true; value: T } | { ok: false; code: Mishap };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const mishap = (code: Mishap): { ok: false; code: Mishap } => ({ ok: false, code });
