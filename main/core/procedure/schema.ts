import { z } from 'zod';
import { CardField } from '../card/view.ts';
import { Language } from '../language.ts';
import { Hint, Host, Place } from '../portal/place.ts';
import { FieldMapping } from '../portal/touch.ts';
import { WARRANT_FIELDS } from './warrant.ts';

/** Twelve themes, mapped to the families of be.brussels (facts: domain.md section 2.2). */
export const THEMES = [
  'identite',
  'cles-numeriques',
  'famille',
  'ecole',
  'emploi',
  'impots-argent',
  'logement',
  'energie',
  'mobilite',
  'sante-handicap',
  'pension-social',
  'droits-activites',
] as const;
export const Theme = z.enum(THEMES);
export type Theme = z.infer<typeof Theme>;

export const REGIONS = ['bruxelles', 'wallonie', 'flandre', 'germanophone'] as const;
export const Region = z.enum(REGIONS);
export type Region = z.infer<typeof Region>;

export const LOGINS = ['eid', 'itsme', 'mygov', 'sms-code', 'eidas', 'none'] as const;
export const Login = z.enum(LOGINS);

/** How sure a fact is. `unknown` has no value: the screen says "ask the administration". `plausible` says "to be checked". */
export const Grade = z.enum(['sure', 'plausible', 'unknown']);
export type Grade = z.infer<typeof Grade>;

const Fact = z.strictObject({ grade: Grade, source: z.string().nullable() });

/** Facts with words of their own in each text file. `steps` and `bring` are lists there. */
export const FACTS = [
  'administration',
  'audience',
  'bring',
  'steps',
  'duration',
  'cost',
  'counter',
  'phone',
  'post',
  'helper',
  'thirdParty',
] as const;
export type FactName = (typeof FACTS)[number];

export const ProcedureId = z.string().regex(/^[a-z][a-z0-9-]{1,60}$/);

const once = (values: readonly string[]) => new Set(values).size === values.length;

/** What a procedure asks of the card. */
const CardNeeds = z.strictObject({
  /** Still each with the citizen's consent. */
  fields: z.array(CardField).refine(once, 'each field once'),
  /** Null, as for nearly all: no right to more. See `warrant.ts`. */
  warrant: z
    .strictObject({
      fields: z.array(z.enum(WARRANT_FIELDS)).min(1).refine(once, 'each field once'),
      /** One line. */
      basis: z
        .string()
        .max(500)
        .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u),
      signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
    })
    .nullable(),
});

/** `locales/procedures/<id>/procedure.json`: everything about a procedure that is not words. */
export const ProcedureFile = z.strictObject({
  id: ProcedureId,
  theme: Theme,
  level: z.enum(['federal', 'region', 'community', 'commune', 'other']),
  regions: z.array(Region).min(1),
  /** Keys of the home screen's life events that lead here. */
  lifeEvents: z.array(z.string()),
  portal: z
    .strictObject({
      name: z.string(),
      host: Host,
      /** Address of its first page on that host, path only. Left out: `/`. */
      start: z
        .string()
        .max(200)
        .regex(/^\/[A-Za-z0-9._~/-]*$/)
        .optional(),
      /** What else of the web belongs to it. Left out: all of its host. Named: these, and of its host what is named. */
      places: z.array(Place).min(1).max(40).optional(),
      /** How its steps are known on the site. */
      hints: z.array(Hint).max(60).optional(),
      /** What of the card its fields take, where the page itself does not say it well enough. */
      fields: z.array(FieldMapping).max(60).optional(),
      /** The languages of ours that it speaks. Left out: nobody has looked. */
      languages: z.array(Language).min(1).optional(),
      /** Where this is the site: elsewhere the sheet shows none. */
      regions: z.array(Region).min(1),
      grade: Grade,
      source: z.string().nullable(),
    })
    .nullable(),
  /** Left out: the procedure asks nothing of the card. */
  card: CardNeeds.optional(),
  logins: z.strictObject({ means: z.array(Login), grade: Grade, source: z.string().nullable() }),
  facts: z.strictObject({
    administration: Fact,
    audience: Fact,
    bring: Fact,
    steps: Fact,
    duration: Fact,
    cost: Fact,
    counter: Fact,
    phone: Fact,
    post: Fact,
    helper: Fact,
    thirdParty: Fact,
  }),
  /** Legal basis of the counter, phone and post, by region of the EPN; ids of legal.json. */
  legalBasis: z.record(Region, z.string()),
  /** ISO day on which a named person verified the sheet. Null until then; never filled by a machine. */
  verifiedOn: z.iso.date().nullable(),
  verifiedBy: z.string().nullable(),
  validUntil: z.iso.date().nullable(),
  otherSources: z.array(z.string()),
});
export type ProcedureFile = z.infer<typeof ProcedureFile>;

const words = z.string().min(1);
const maybe = words.nullable();

/** `locales/procedures/<id>/<lang>.json`: the words. A fact graded `unknown` is null here, any other is not. */
export const ProcedureText = z.strictObject({
  title: words,
  /** One sentence: what it is. */
  summary: words,
  /** Other words people use for it, for finding it. */
  alsoCalled: z.array(words),
  administration: maybe,
  audience: maybe,
  bring: z.array(words).nullable(),
  duration: maybe,
  cost: maybe,
  counter: maybe,
  phone: maybe,
  post: maybe,
  helper: maybe,
  thirdParty: maybe,
  /** One action per step; `do` is the sentence, `more` an optional second sentence, `label` the portal's own button in its language. */
  steps: z.array(z.strictObject({ do: words, more: words.optional(), label: words.optional() })).min(1),
  watchOut: z.array(words),
  /** "The administration already has this": shown as good to know, or null. */
  onceOnly: maybe,
});
export type ProcedureText = z.infer<typeof ProcedureText>;

/** Status of a legal basis. A draft is never shown as a right. */
export const LegalStatus = z.enum(['in-force', 'reported', 'draft', 'unknown', 'none']);

/** `locales/procedures/legal.json` is a record of these by id; words are in kiosk.json under `legal.<id>`. */
export const LegalBasis = z.strictObject({ status: LegalStatus, sources: z.array(z.string()) });
export type LegalBasis = z.infer<typeof LegalBasis>;

/** One line of a list of procedures, in one language. */
export const ProcedureLine = z.strictObject({
  id: ProcedureId,
  theme: Theme,
  lifeEvents: z.array(z.string()),
  title: words,
  summary: words,
  alsoCalled: z.array(words),
});
export type ProcedureLine = z.infer<typeof ProcedureLine>;

/** A sheet as a screen gets it: facts, words of one language, the legal basis that applies at this EPN. */
export const Sheet = z.strictObject({
  file: ProcedureFile,
  text: ProcedureText,
  legal: z.strictObject({ id: z.string(), status: LegalStatus }),
});
export type Sheet = z.infer<typeof Sheet>;
