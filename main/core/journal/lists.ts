import { z } from 'zod';

// The lists of domain.md sections 4.1 and 4.2. What is asked about a person begins with "does not wish to answer": that is an
// answer like the others, and the one nearest to hand.

/** How a help was given. */
export const Channel = z.enum(['kiosk', 'desk', 'phone', 'workshop', 'home']);
export type Channel = z.infer<typeof Channel>;

export const Outcome = z.enum(['done', 'to-finish', 'blocked', 'redirected', 'abandoned', 'info-only']);
export type Outcome = z.infer<typeof Outcome>;
export const Autonomy = z.enum(['guided', 'if-needed', 'alone']);
export const HelpLevel = z.enum(['watched', 'pointed', 'typed']);
export const BlockReason = z.enum([
  'no-pin',
  'card-blocked',
  'reader',
  'itsme',
  'portal',
  'missing-document',
  'language',
  'no-smartphone',
  'deadline',
  'not-understood',
  'other',
]);
/** The way that was used in place of the site. */
export const OtherWay = z.enum(['counter', 'phone', 'post']);
export type OtherWay = z.infer<typeof OtherWay>;
/** How the person logged in at the site. */
export const LoginUsed = z.enum(['eid', 'itsme', 'none', 'failed']);
/** To whom the person was sent on. */
export const RedirectKind = z.enum([
  'administration',
  'digital-help',
  'operator',
  'social-help',
  'job-help',
  'procedure-help',
  'other',
]);
export const Equipment = z.enum(['computer', 'phone', 'tablet', 'other', 'none']);
export const Level = z.enum(['beginner', 'intermediate', 'advanced']);

export const AgeBand = z.enum(['no-answer', 'under-12', '12-17', '18-24', '25-39', '40-59', '60-69', '70-plus']);
export const Gender = z.enum(['no-answer', 'woman', 'man', 'other']);
export const Status = z.enum(['no-answer', 'school', 'no-job', 'job', 'retired']);
/** Belgian postcode (bpost: four digits, the first not 0). */
export const Postcode = z.union([z.literal('no-answer'), z.string().regex(/^[1-9]\d{3}$/)]);
