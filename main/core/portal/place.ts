import { z } from 'zod';

/** A host name as a URL holds it: lower case, punycode, no dot at its end, never an address of numbers. */
export const Host = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/);

/** The beginning of a path. With a slash at its end it means all below; without one, that page and all below it. */
export const PathPrefix = z
  .string()
  .max(200)
  .regex(/^\/(?:[A-Za-z0-9._~-]+\/?)*$/)
  .refine((path) => !path.split('/').some((part) => part === '.' || part === '..'), 'no dots that climb');

/** A part of the web that may be shown: https, this host and no other, paths below this one. */
export const Place = z.strictObject({ host: Host, path: PathPrefix.default('/') });
export type Place = z.infer<typeof Place>;

/** A place where people prove who they are, shared by all portals. `certificate`: it asks for the card's certificate. */
export const LoginPlace = z.strictObject({
  ...Place.shape,
  means: z.enum(['csam', 'eid', 'itsme']),
  certificate: z.boolean().default(false),
  grade: z.enum(['sure', 'plausible', 'unknown']),
  source: z.string().nullable(),
});
export type LoginPlace = z.infer<typeof LoginPlace>;

/** How a step is known on the portal, and what its button is. Never a pattern, never HTML: a place, a CSS selector, visible text (house, rule 11). */
export const Hint = z.strictObject({
  /** From 1. */
  step: z.int().min(1).max(99),
  /** All that are named must hold. `login`: any log-in place. */
  at: z.strictObject({
    login: z.literal(true).optional(),
    host: Host.optional(),
    path: PathPrefix.optional(),
    selector: z.string().min(1).max(200).optional(),
    text: z.string().min(1).max(120).optional(),
  }),
  /** What "show me where" rings; without it, the step's own button label. */
  show: z
    .strictObject({ selector: z.string().min(1).max(200).optional(), text: z.string().min(1).max(120).optional() })
    .optional(),
});
export type Hint = z.infer<typeof Hint>;
