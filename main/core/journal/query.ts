import { z } from 'zod';
import { Language } from '../language.ts';
import { ProcedureId, Theme } from '../procedure/schema.ts';
import { HelperId, type HelpRecord, PlaceId, Tag } from './help.ts';
import { AgeBand, BlockReason, Channel, Outcome } from './lists.ts';

const anyOf = <T extends z.ZodType>(value: T) => z.array(value).min(1).max(60).optional();

/** Which helps: within a field any of its values, between fields all of them. Days are local, both ends included. */
export const HelpFilter = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  theme: anyOf(Theme),
  procedure: anyOf(ProcedureId),
  channel: anyOf(Channel),
  place: anyOf(PlaceId),
  language: anyOf(Language),
  outcome: anyOf(Outcome),
  blockReason: anyOf(BlockReason),
  ageBand: anyOf(AgeBand),
  helper: anyOf(HelperId),
  tag: anyOf(Tag),
});
export type HelpFilter = z.infer<typeof HelpFilter>;

/** A page of helps, newest first. `text` is what somebody typed; `after` the `next` of the page before. */
export const HelpQuery = z.strictObject({
  filter: HelpFilter,
  text: z.string().max(200).default(''),
  after: z.string().max(60).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
});
export type HelpQuery = z.infer<typeof HelpQuery>;

/** A help as it reads now. `state` says whether somebody has added to the first entry or written it anew. */
export interface HelpLine {
  id: string;
  help: HelpRecord;
  state: 'first' | 'completed' | 'corrected';
}

/** `next` is null on the last page. Private helps are on no page: only their number is told, by day. */
export interface HelpPage {
  lines: HelpLine[];
  next: string | null;
}

/** One word of a search: a help matches when its note has a word that begins so, or its procedure is one of these. */
export interface SearchWord {
  begins: string;
  procedures: string[];
}

/** Letters without their accents, lower case: `Émigré` and `emigre` are one word. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** What was typed as words, each with the procedures that have it in one of their titles (any language). At most eight words. */
export function searchWords(text: string, titles: ReadonlyMap<string, readonly string[]>): SearchWord[] {
  const known = [...titles].map(([id, all]) => [id, all.flatMap(wordsOf)] as const);
  return wordsOf(text)
    .slice(0, 8)
    .map((begins) => ({
      begins,
      procedures: known.filter(([, words]) => words.some((word) => word.startsWith(begins))).map(([id]) => id),
    }));
}
