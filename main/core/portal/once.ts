import { z } from 'zod';

/** What the card may give, each with a consent of its own. Names of the card process; the national number has none there. */
export const ONCE_FIELDS = ['first-name', 'given-names', 'name', 'birth-date', 'street', 'postcode', 'town'] as const;
export type OnceField = (typeof ONCE_FIELDS)[number];

/** What may be typed into a field of the portal, and what of the card it is made of. The one table. */
export const TYPED_FROM = {
  'first-name': ['first-name'],
  'given-names': ['given-names'],
  'family-name': ['name'],
  'full-name': ['first-name', 'name'],
  'birth-date': ['birth-date'],
  /** With the number of the house, in one line, as on the card. */
  street: ['street'],
  postcode: ['postcode'],
  town: ['town'],
  'postcode-town': ['postcode', 'town'],
  'full-address': ['street', 'postcode', 'town'],
} as const satisfies Record<string, readonly OnceField[]>;

export const TypeField = z.enum(Object.keys(TYPED_FROM) as [keyof typeof TYPED_FROM, ...(keyof typeof TYPED_FROM)[]]); // keys of the table, which is not empty
export type TypeField = z.infer<typeof TypeField>;

/** The field of the portal that the citizen touched last, while it takes something that is on the card that is there; else null. */
export const OnceView = z
  .strictObject({
    /** Tells one touch from the next. */
    serial: z.int(),
    /** What fits, best first. */
    offers: z.array(TypeField).min(1).max(4),
  })
  .nullable();
export type OnceView = z.infer<typeof OnceView>;

/**
 * What came of it. `typed`: it stands there, to be read once more · `ask`: the citizen has not agreed to this part of the card yet ·
 * `lacking`: the card does not say it · `gone`: that field is not there any more, or is another · `too-long`: it has no room ·
 * `not-taken`: the page does not want it.
 */
export const OnceOutcome = z.enum([
  'typed',
  'ask',
  'no-card',
  'unreadable',
  'not-genuine',
  'lacking',
  'gone',
  'too-long',
  'not-taken',
]);
export type OnceOutcome = z.infer<typeof OnceOutcome>;
