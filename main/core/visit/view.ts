import { z } from 'zod';
import { Receipt } from '../journal/record.ts';

/** Why a visit ended. All causes walk one path (house, section 5, flow 6). */
export const EndCause = z.enum(['done', 'idle', 'crash', 'power', 'staff']);
export type EndCause = z.infer<typeof EndCause>;

/** What the kiosk's window knows of the visit. */
export const VisitView = z.discriminatedUnion('phase', [
  /** Nobody is here; the attract screen. */
  z.strictObject({ phase: z.literal('none') }),
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
  /** Hour and minute of the last wipe, local, `HH:MM`; null if none since start. */
  wipedAt: z.string().nullable(),
});
export type KioskView = z.infer<typeof KioskView>;
