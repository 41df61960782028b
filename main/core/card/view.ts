import { z } from 'zod';

/** What a citizen may agree to show. Never the national number, never the photo (law of 19 July 1991, art. 6). */
export const CARD_FIELDS = ['first-name', 'validity'] as const;
export const CardField = z.enum(CARD_FIELDS);
export type CardField = z.infer<typeof CardField>;

/** The agreed fields, after verification. A field that was not agreed to, or that the card lacks, is absent. */
export const CardFacts = z.strictObject({
  /** First given name, as on the card. */
  firstName: z.string().max(95).optional(),
  /** Last day of validity, ISO date. */
  validUntil: z.iso.date().optional(),
});
export type CardFacts = z.infer<typeof CardFacts>;

/**
 * What a screen knows of the card. Before consent only ATR and SELECT have run: `present` says "this is an eID", no more.
 * `checking` lasts until signatures and chain are verified; nothing read is shown before.
 */
export const CardView = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('no-service') }),
  z.strictObject({ state: z.literal('no-reader') }),
  z.strictObject({ state: z.literal('no-card') }),
  z.strictObject({ state: z.literal('not-eid') }),
  /** Another card that answers as a payment card. Nothing of it was read. */
  z.strictObject({ state: z.literal('bank-card') }),
  /** Another program holds the card. */
  z.strictObject({ state: z.literal('busy') }),
  z.strictObject({ state: z.literal('present') }),
  z.strictObject({ state: z.literal('checking') }),
  /** Upside down, dirty or damaged. */
  z.strictObject({ state: z.literal('unreadable') }),
  /** An eID that the commune has not activated yet. */
  z.strictObject({ state: z.literal('not-active') }),
  z.strictObject({ state: z.literal('not-genuine') }),
  /** Genuine, but past its last day of validity. */
  z.strictObject({ state: z.literal('expired'), facts: CardFacts }),
  z.strictObject({ state: z.literal('ready'), facts: CardFacts }),
]);
export type CardView = z.infer<typeof CardView>;
