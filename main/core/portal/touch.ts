import { z } from 'zod';
import { TypeField } from './once.ts';
import { BEFORE_TOKEN, NEVER, NEVER_WORDS, TOKENS } from './touch-words.ts';

/** A field of the portal as the page describes it; never what is in it. Parsed, because it comes from the page's process. */
export const TouchedField = z.strictObject({
  kind: z.enum(['input', 'textarea']),
  /** As the browser understands it, e.g. `text`, `date`. */
  type: z.string().max(40),
  autocomplete: z.string().max(200),
  /** Label, name for screen readers, title. */
  label: z.string().max(400),
  placeholder: z.string().max(200),
  /** `name` and `id`. */
  names: z.string().max(400),
  lang: z.string().max(40),
  /** Characters that it takes; null: no limit. */
  room: z.int().min(0).nullable(),
  /** Which selector of the sheet's mapping it answers to, from 0; null: none. */
  mapped: z.int().min(0).nullable(),
});
export type TouchedField = z.infer<typeof TouchedField>;

/** A field of the site named by the sheet: a CSS selector and what belongs there. It never overrules a field that gets nothing. */
export const FieldMapping = z.strictObject({ selector: z.string().min(1).max(200), field: TypeField });
export type FieldMapping = z.infer<typeof FieldMapping>;

/** Types of input that take text, and what each may be given; null: everything but a full date's own type. */
const TAKES: Readonly<Record<string, readonly TypeField[] | null>> = {
  text: null,
  textarea: null,
  search: null,
  date: ['birth-date'],
  number: ['postcode'],
  tel: ['postcode', 'birth-date'],
};

/**
 * What of the card fits into a field, best first: by the sheet's mapping, else by the page's own autofill token; nothing is guessed. None
 * for numbers of the register, cards and accounts, and for secrets, whatever the sheet or the page says of it.
 */
export function offersFor(touched: TouchedField, mapping: readonly FieldMapping[] = []): TypeField[] {
  const takes = Object.hasOwn(TAKES, touched.type) ? TAKES[touched.type] : [];
  if (takes === undefined || takes?.length === 0 || isForbidden(touched)) return [];
  const mapped = touched.mapped === null ? undefined : mapping[touched.mapped]?.field;
  const found = mapped ? [mapped] : byToken(touched.autocomplete);
  const fitting = found.filter((field) => takes === null || takes.includes(field));
  // Several lines are for a whole address.
  return touched.kind === 'textarea' && fitting.includes('full-address')
    ? ['full-address', ...fitting.filter((field) => field !== 'full-address')]
    : [...fitting];
}

function isForbidden({ autocomplete, label, placeholder, names }: TouchedField): boolean {
  const all = [autocomplete, label, placeholder, names].map(plainWords);
  const glued = all.map((text) => text.replaceAll(' ', ''));
  return (
    glued.some((text) => NEVER.some((stem) => text.includes(stem))) ||
    all.some((text) => NEVER_WORDS.some((phrase) => holds(text, phrase))) ||
    /^\s*[\w#]{2}\W[\w#]{2}\W[\w#]{2}\W{1,3}[\w#]{3}\W[\w#]{2}\s*$/.test(placeholder)
  );
}

/** By the page's own autofill token. */
function byToken(autocomplete: string): readonly TypeField[] {
  const tokens = autocomplete.toLowerCase().split(/\s+/).filter(Boolean);
  const name = tokens.findLast((token) => token !== 'webauthn' && !token.startsWith('section-') && !BEFORE_TOKEN.includes(token));
  return name !== undefined && Object.hasOwn(TOKENS, name) ? (TOKENS[name] ?? []) : [];
}

/** Small letters without accents, words apart by one blank; `firstName` is two words. */
export function plainWords(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export const holds = (words: string, phrase: string): boolean => ` ${words} `.includes(` ${phrase} `);
