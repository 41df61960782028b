import { z } from 'zod';

/** A document of the visit is one of these, by its own bytes. Nothing else is taken. */
export const PAPER_KINDS = ['pdf', 'png', 'jpeg'] as const;
export const PaperKind = z.enum(PAPER_KINDS);
export type PaperKind = z.infer<typeof PaperKind>;

/** How much one visit may hold: documents, bytes of one, bytes of all. */
export const PAPER_LIMITS = { papers: 20, each: 25_000_000, all: 100_000_000 } as const;

export const PaperId = z.string().regex(/^[0-9a-f]{32}$/);
export type PaperId = z.infer<typeof PaperId>;

/** Where a document came from. `folder`: a scanner that drops files. */
export const PaperFrom = z.enum(['portal', 'scan', 'folder', 'phone']);
export type PaperFrom = z.infer<typeof PaperFrom>;

export const PaperLine = z.strictObject({
  id: PaperId,
  /** What the citizen sees, already made harmless; empty when its giver named it nothing. It is in memory only. */
  name: z.string().max(80),
  kind: PaperKind,
  bytes: z.int().min(1).max(PAPER_LIMITS.each),
  from: PaperFrom,
  /** Printed, on a stick, or given to the site: the citizen has it. */
  taken: z.literal(true).optional(),
});
export type PaperLine = z.infer<typeof PaperLine>;

/** Why a document was not taken. */
export const PAPER_REFUSALS = ['kind', 'too-big', 'too-many', 'broken'] as const;
export const PaperRefusal = z.enum(PAPER_REFUSALS);
export type PaperRefusal = z.infer<typeof PaperRefusal>;

/** The one-time page for a phone. */
export const PhoneView = z.discriminatedUnion('state', [
  /** `none`: this place has not set it up. */
  z.strictObject({ state: z.enum(['none', 'closed']) }),
  z.strictObject({
    state: z.literal('open'),
    /** Address of the page, with its secret: for the QR code. */
    url: z.string().max(400),
    /** The phone will warn: the certificate is our own, made for this one time. */
    ownCertificate: z.boolean(),
    /** When it closes by itself, in seconds from when this was told. */
    seconds: z.int().min(0),
    /** What was wrong with the last try. */
    refused: PaperRefusal.nullable(),
  }),
  /** How the last one ended: the document is here, or nobody came in time. */
  z.strictObject({ state: z.enum(['received', 'late']) }),
]);
export type PhoneView = z.infer<typeof PhoneView>;

/** What the page on the phone says, in the citizen's language; all of it plain text. */
export const PhoneWords = z.strictObject({
  language: z.string().max(10),
  direction: z.enum(['ltr', 'rtl']),
  title: z.string().max(200),
  text: z.string().max(400),
  choose: z.string().max(200),
  send: z.string().max(200),
  received: z.string().max(400),
  kind: z.string().max(400),
  tooBig: z.string().max(400),
  tooMany: z.string().max(400),
  broken: z.string().max(400),
});
export type PhoneWords = z.infer<typeof PhoneWords>;

/** A page of the portal asks for a file: the citizen chooses among the documents of the visit, or says no. */
export const ChooserView = z.strictObject({
  /** Tells one question from the next. */
  serial: z.int(),
  host: z.string().max(253),
  /** More than one may be chosen. */
  many: z.boolean(),
  /** Those that the page says it takes. */
  fitting: z.array(PaperId).max(PAPER_LIMITS.papers),
});
export type ChooserView = z.infer<typeof ChooserView>;

/** All that the screens know of the visit's documents. */
export const PapersView = z.strictObject({
  list: z.array(PaperLine).max(PAPER_LIMITS.papers),
  /** Documents that are on their way in. */
  coming: z.int().min(0),
  chooser: ChooserView.nullable(),
  phone: PhoneView,
  /** `none`: there is no scanner. */
  scanner: z.enum(['none', 'ready', 'busy']),
  /** Name of the USB stick that is in; null when there is none. */
  stick: z.string().max(40).nullable(),
});
export type PapersView = z.infer<typeof PapersView>;
