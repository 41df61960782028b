import { z } from 'zod';
import { Language } from '../language.ts';
import { ProcedureId, Theme } from '../procedure/schema.ts';
import {
  AgeBand,
  Autonomy,
  BlockReason,
  Channel,
  Equipment,
  Gender,
  HelpLevel,
  Level,
  LoginUsed,
  OtherWay,
  Outcome,
  Postcode,
  RedirectKind,
  Status,
} from './lists.ts';

const once = (values: readonly string[]) => new Set(values).size === values.length;

/** Minutes, to the next five: no exact time is kept. */
export const Minutes = z.int().min(0).max(1440).multipleOf(5);
/** A facilitator's own word for helps that belong together. Guarded like every text. */
export const Tag = z.string().trim().min(1).max(30);
export const PlaceId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
/** Random id of an account (main/core/accounts), never a name. */
export const HelperId = z.string().regex(/^[0-9a-v]{26}$/);
export const MOST_NOTE = 280;

/** How many of the participants, by answer. Nobody is listed, and not everybody need be counted. */
const counts = <T extends z.ZodEnum>(list: T) => z.partialRecord(list, z.int().min(1).max(200));

/** A group (domain.md 4.1, "collectif"). */
const Workshop = z
  .strictObject({
    title: z.string().trim().min(1).max(80),
    level: Level.nullable(),
    participants: z.int().min(1).max(200),
    /** Of the participants, those who were helped here before. */
    known: z.int().min(0).max(200),
    gender: counts(Gender),
    ageBand: counts(AgeBand),
    status: counts(Status),
  })
  .refine(
    (group) =>
      group.known <= group.participants &&
      [group.gender, group.ageBand, group.status].every((by) => sum(by) <= group.participants),
    { path: ['participants'] },
  );

const sum = (by: Partial<Record<string, number>>) => Object.values(by).reduce<number>((total, n) => total + (n ?? 0), 0);

/**
 * The record of one help (domain.md 4.2). Null is "not asked" or "does not apply". Never a name, a number of a person or card, a birth
 * date, an address, a phone, an e-mail, an IBAN, a file number. `day` is local; `hour` the hour it ended in, null when not known.
 */
export const HelpRecord = z
  .strictObject({
    kind: z.literal('help'),
    channel: Channel,
    day: z.iso.date(),
    hour: z.int().min(0).max(23).nullable(),
    minutes: Minutes,
    place: PlaceId.nullable(),
    language: Language,
    theme: Theme,
    procedure: ProcedureId.nullable(),
    /** Version of the catalogue that the person was shown. */
    catalogue: z.string().max(40).nullable(),
    stepsReached: z.int().min(0).max(99).nullable(),
    steps: z.int().min(0).max(99).nullable(),
    login: LoginUsed.nullable(),
    autonomy: Autonomy.nullable(),
    helpLevel: HelpLevel.nullable(),
    outcome: Outcome,
    blockReason: BlockReason.nullable(),
    otherWay: OtherWay.nullable(),
    redirect: RedirectKind.nullable(),
    equipment: z.array(Equipment).max(5).refine(once),
    ageBand: AgeBand.nullable(),
    gender: Gender.nullable(),
    status: Status.nullable(),
    postcode: Postcode.nullable(),
    tags: z.array(Tag).max(8).refine(once),
    note: z.string().trim().max(MOST_NOTE),
    helper: HelperId.nullable(),
    workshop: Workshop.nullable(),
  })
  .refine((help) => (help.outcome === 'blocked') === (help.blockReason !== null), { path: ['blockReason'] })
  .refine((help) => help.redirect === null || help.outcome === 'redirected', { path: ['redirect'] })
  .refine((help) => (help.channel === 'workshop') === (help.workshop !== null), { path: ['workshop'] })
  // A group has no age of its own: its answers are counted in the workshop.
  .refine((help) => help.workshop === null || (!help.ageBand && !help.gender && !help.status && !help.postcode), {
    path: ['ageBand'],
  });
export type HelpRecord = z.infer<typeof HelpRecord>;
