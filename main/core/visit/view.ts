import { z } from 'zod';
import { Receipt } from '../journal/record.ts';

/** Why a visit ended. All causes walk one path (house, section 5, flow 6). */
export const EndCause = z.enum(['done', 'idle', 'crash', 'power', 'staff']);
export type EndCause = z.infer<typeof EndCause>;

/** What is still there after the wipe: counted, never assumed. */
export const Wiped = z.strictObject({
  /** In the folders of the visit, in memory and on disk. */
  files: z.int().min(0),
  /** In the sessions of the visit. */
  cookies: z.int().min(0),
  /** No page that was logged in is left, and the card would ask its code again. */
  signedOut: z.boolean(),
});
export type Wiped = z.infer<typeof Wiped>;

/** What the kiosk's window knows of the visit. */
export const VisitView = z.discriminatedUnion('phase', [
  /** Nobody is here; the attract screen, or the last one of a visit that is over. */
  z.strictObject({
    phase: z.literal('none'),
    /** The card of the last visit is still in the reader: nobody may begin before it is out. */
    cardLeft: z.literal(true).optional(),
    /** The visit is forgotten, and this was counted after it. Until the poster comes. */
    wiped: Wiped.optional(),
    /** With it: whether the journal keeps a line of the visit, without any name. */
    kept: z.boolean().optional(),
  }),
  z.strictObject({
    phase: z.enum(['running', 'idle-warning', 'card-taken']),
    receipt: Receipt,
    /** False after "do not count me". */
    counted: z.boolean(),
    /** Whole seconds until the visit ends by itself; null while nothing counts down. */
    secondsLeft: z.int().min(0).nullable(),
  }),
]);
export type VisitView = z.infer<typeof VisitView>;

/** What a kiosk says when it asks for a person, and how it is answered. */
export const CallReason = z.enum(['not-understood', 'something-wrong', 'card', 'other']);
export type CallReason = z.infer<typeof CallReason>;
export const CallView = z.strictObject({ state: z.enum(['none', 'called', 'coming']), reason: CallReason.nullable() });
export type CallView = z.infer<typeof CallView>;

/** One kiosk in the room view: theme only, never the procedure, and no theme for health and justice. */
export const KioskView = z.strictObject({
  name: z.string(),
  state: z.enum(['free', 'in-use', 'faulty']),
  theme: z.string().nullable(),
  call: CallView,
  /** Minutes since the visit began or the call was made, rounded down; 0 when free. */
  minutes: z.int().min(0),
  /** What the IT person needs when the reader or its card is in trouble: never anything read from a card. */
  reader: z.strictObject({ state: z.string(), technical: z.string() }).nullable(),
  /** The card of the last visit is still in the reader. */
  cardLeft: z.boolean(),
  /** Something of the last visit could not be erased. */
  unwiped: z.boolean(),
  /** Hour of the last wipe, local, as the journal keeps it: never the minute. Null if none since start. */
  wipedAt: z.int().min(0).max(23).nullable(),
});
export type KioskView = z.infer<typeof KioskView>;
