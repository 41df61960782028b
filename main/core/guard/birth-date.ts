import type { Clean } from './clean.ts';
import { BIRTH_WORDS, BIRTH_WORDS_AFTER, LAW_WORDS, MONTHS, NOT_BIRTH } from './date-words.ts';
import { writtenDays } from './dates.ts';
import type { Run } from './digits.ts';
import { anyOf } from './phrases.ts';

type Span = Pick<Run, 'start' | 'end'>;

/** Whole days up to this year are taken for a birth without any word: the journal has no use for days so long ago. */
const LONG_AGO = 2010;

/**
 * Days and years of birth: beside a word for it, or a whole day of long ago that is no law's. `°1951` is one, `acte de naissance de 2026`
 * and `nés avant le 1/1/1960` are none.
 */
export function* birthDates({ low, text }: Clean): Generator<Span> {
  const days = writtenDays(low);
  let law = Number.NEGATIVE_INFINITY;
  for (const day of days) {
    const before = low.slice(Math.max(0, day.start - 60), day.start);
    const isLaw = LAW.test(before) || day.start - law < 12;
    if (isLaw) law = day.end;
    if (
      bornBefore(before, text.slice(Math.max(0, day.start - 60), day.start)) ||
      AFTER.test(low.slice(day.end, day.end + 30)) ||
      SIGN.test(before)
    )
      yield day;
    else if (!day.unsure && day.year >= 1900 && day.year <= LONG_AGO && !isLaw && !RULE.test(before)) yield day;
  }
  for (const { 0: year, index } of low.matchAll(YEAR)) {
    const before = low.slice(Math.max(0, index - 60), index);
    const closest = bornBefore(before, text.slice(Math.max(0, index - 60), index));
    if (
      (closest !== null && IN_YEAR.test(before.slice(closest))) ||
      AFTER_YEAR.test(low.slice(index + 4, index + 24)) ||
      (SIGN.test(before) && Number(year) <= LONG_AGO)
    )
      yield { start: index, end: index + 4 };
  }
  for (const { 0: found, index } of low.matchAll(BARE)) {
    const start = index + found.search(/\d/);
    if (!/^n/.test(found) || /^n\S*e/.test(found)) yield { start, end: index + found.length };
  }
}

const BORN = new RegExp(anyOf(BIRTH_WORDS), 'gu');
const GAP = /^\)?(?:[^\p{L}\p{N}!?;\n]{0,4}\p{L}+\.?){0,5}[^\p{L}\p{N}!?;\n]{0,4}$/u;
const RULE = new RegExp(`${anyOf(NOT_BIRTH)}(?:[^\\p{L}\\p{N}.]{1,2}\\p{L}{1,3}){0,2}[^\\p{L}\\p{N}.]{0,2}$`, 'u');
const NOT = new RegExp(anyOf(NOT_BIRTH), 'u');
const LAW = new RegExp(`${anyOf(LAW_WORDS)}[^.!?;\\n]{0,40}$`, 'u');
const AFTER = new RegExp(`^[^\\p{L}\\p{N}]{0,3}(?:${anyOf(BIRTH_WORDS_AFTER)})`, 'u');
const AFTER_YEAR = new RegExp(`^[^\\p{L}\\p{N}]{0,2}(?:${anyOf(BIRTH_WORDS_AFTER)})`, 'u');
/** `°1951`, `*1951`; not `n°1951`, nor `20°`. */
const SIGN = /(?<![\p{L}\p{N}])(?:° ?|\*)$/u;
const YEAR = /(?<![\p{L}\d]|\d[./-])(?:19|20)\d\d(?![\p{L}\d]|[./-]\d)/gu;
const IN_YEAR = new RegExp(
  `^[^\\p{L}\\p{N}]{0,3}(?:(?:en|in|im|annee|jaar|jahr|year|le|l'annee|سنة|عام|у|в|${[...MONTHS.keys()].join('|')})[^\\p{L}\\p{N}]{1,2}){0,3}$`,
  'u',
);
/** Digits with blanks or none, right behind the word: `né le 03 04 1951`, `ddn 03041951`. */
const BARE = new RegExp(
  `${anyOf(BIRTH_WORDS)}[^\\p{L}\\p{N}\\n]{0,3}(?:(?:le|op|am|on|den)[^\\p{L}\\p{N}\\n]{1,2})?(?:\\d{1,2} \\d{1,2} (?:19|20)?\\d\\d|\\d{6}|\\d{8})(?!\\d)`,
  'gu',
);

/** Where the last word for a birth ends in what stands before, when it belongs to what follows; null when none does. */
function bornBefore(before: string, written: string): number | null {
  for (const { 0: word, index } of [...before.matchAll(BORN)].reverse()) {
    const end = index + word.length;
    const gap = before.slice(end);
    if (!GAP.test(gap) || NOT.test(gap)) return null;
    // The Dutch "nee" is no birth: accents tell.
    if (/^nee?s?$/.test(word) && !/é/i.test(written.slice(index, end))) continue;
    // An act, a premium of birth is no birth; the noun alone wants a day close to it.
    if (
      /^(?:naissance|anniversaire)$/.test(word) &&
      (gap.length > 10 ||
        /(?:acte?s?|certificat|prime|allocation|declaration|declarer|conge) (?:de |d')?$/.test(before.slice(0, index)))
    )
      return null;
    return end;
  }
  return null;
}
