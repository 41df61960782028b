import { z } from 'zod';
import { Language } from '../language.ts';
import { Mishap } from '../mishap.ts';
import { ProcedureId, Theme } from '../procedure/schema.ts';
import { Correction, Erased } from './amendment.ts';
import { HelpRecord } from './help.ts';
import { Autonomy, BlockReason, Channel, HelpLevel as Help, OtherWay, Outcome } from './lists.ts';
import { Sums } from './sums.ts';

export { Autonomy, BlockReason, HelpLevel as Help, OtherWay, Outcome } from './lists.ts';

/** How long a visit took, as the kiosk writes it. */
export const Duration = z.enum(['under-5', '5-15', '15-30', '30-60', '60-120', 'over-120']);
export type Duration = z.infer<typeof Duration>;

/** One visit at the kiosk, as it writes it. `day` is a local date, `hour` the hour it ended in (10 = between 10 and 11). */
export const Assistance = z.strictObject({
  kind: z.literal('assistance'),
  channel: Channel,
  day: z.iso.date(),
  hour: z.int().min(0).max(23),
  duration: Duration,
  language: Language,
  theme: Theme,
  procedure: ProcedureId,
  catalogue: z.string().max(40),
  stepsReached: z.int().min(0).max(99),
  steps: z.int().min(0).max(99),
  otherWay: OtherWay.nullable(),
  outcome: Outcome,
});
export type Assistance = z.infer<typeof Assistance>;

/**
 * A help in a private matter (core/visit/room.ts says which themes): theme and day, nothing more. Nobody completes it. A Comptoir that
 * does not know this kind leaves it out of its days; the chain is the same.
 */
export const PrivateAssistance = z.strictObject({ kind: z.literal('private'), day: z.iso.date(), theme: Theme });
export type PrivateAssistance = z.infer<typeof PrivateAssistance>;

/** What the facilitator adds afterwards: a new entry that points to the first one. */
export const Completion = z
  .strictObject({
    kind: z.literal('completion'),
    outcome: Outcome,
    autonomy: Autonomy.nullable(),
    help: Help.nullable(),
    blockReason: BlockReason.nullable(),
  })
  .refine((c) => (c.outcome === 'blocked') === (c.blockReason !== null), { path: ['blockReason'] });
export type Completion = z.infer<typeof Completion>;

/** A visit that ended by a crash or a power cut: it is counted, nothing more is known. */
export const Interrupted = z.strictObject({ kind: z.literal('interrupted'), day: z.iso.date(), count: z.int().min(1) });
export type Interrupted = z.infer<typeof Interrupted>;

/** Everything the journal holds. What an earlier Comptoir wrote is read for ever: a kind is added, never changed. */
export const Payload = z.discriminatedUnion('kind', [
  Assistance,
  PrivateAssistance,
  Completion,
  Interrupted,
  HelpRecord,
  Correction,
  Erased,
  Sums,
]);
export type Payload = z.infer<typeof Payload>;

/** Random id of an entry: 128 bits, base32hex without padding, lower case. */
export const EntryId = z.string().regex(/^[0-9a-v]{26}$/);

/** An assistance as the console shows it: the record with its latest completion laid over. */
export const AssistanceView = z.strictObject({
  id: EntryId,
  record: Assistance,
  completion: Completion.nullable(),
});
export type AssistanceView = z.infer<typeof AssistanceView>;

/** The console's page of one day. */
export const DayView = z.strictObject({
  day: z.iso.date(),
  assistances: z.array(AssistanceView),
  /** How many private helps there were, by theme, in the order of the themes: their hour is not known. Absent when there are none. */
  private: z.array(z.strictObject({ theme: Theme, count: z.int().min(1) })).optional(),
  /** Visits that a crash or a power cut ended that day. */
  interrupted: z.int().min(0),
  /** Lines of any day that the disk does not take: in memory until it does. Absent when there are none. */
  waiting: z.strictObject({ count: z.int().min(1), why: Mishap }).optional(),
});
export type DayView = z.infer<typeof DayView>;

/** Eight signs of Crockford's base32, shown as XXXX-XXXX: the citizen's receipt. Stored only as a salted hash. */
export const Receipt = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
