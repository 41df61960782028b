import type { Clean } from './clean.ts';
import type { Run } from './digits.ts';
import { anyOf } from './phrases.ts';
import {
  CODE_FILLERS,
  CODE_WORDS,
  DIGIT_WORDS,
  NOT_CODE_AFTER,
  NOT_CODE_BEFORE,
  PASSWORD_WORDS,
  WEAK_CODE_WORDS,
} from './words.ts';

type Span = Pick<Run, 'start' | 'end'>;

/**
 * Codes and passwords beside the words for them, in either order: 4 to 12 digits (3 for a card's check), letters and digits mixed, or what
 * follows `mot de passe :`. Years, amounts, counts and postal codes beside these words are none.
 */
export function* codes({ low, text }: Clean): Generator<Span> {
  for (const { 0: word, index } of low.matchAll(STRONG)) {
    const end = index + word.length;
    const found =
      ahead(low, end, BETWEEN, /^(?:cvc|cvv|crypto)/.test(word) ? 3 : 4) ?? mixed(text, low, end) ?? spelled(low, end);
    if (found) yield found;
    const before = behind(low, index);
    if (before) yield before;
  }
  for (const { 0: word, index } of low.matchAll(WEAK)) {
    const found = ahead(low, index + word.length, FILLED, 4) ?? (word === 'sms' ? behind(low, index, 5) : null);
    // `itsme 2026` is a year.
    if (found && !(YEAR.test(low.slice(found.start, found.end)) && !/[:=]/.test(low.slice(index, found.start)))) yield found;
  }
  for (const { 0: word, index } of low.matchAll(PASSWORD)) {
    const found = password(text, low, index + word.length);
    if (found) yield found;
  }
}

/** The digits may stick to the word: `PIN1234`. */
const sticky = (words: readonly string[]) => new RegExp(anyOf(words, '(?!\\p{L})'), 'gu');
const STRONG = sticky(CODE_WORDS);
const WEAK = sticky(WEAK_CODE_WORDS);
const PASSWORD = new RegExp(anyOf(PASSWORD_WORDS), 'gu');
const FILLER = anyOf(CODE_FILLERS);
/** How far a code may stand from its word. */
const NEAR = 64;
/** Up to five words of the same sentence, short numbers too: `le PIN (4 chiffres) de la carte: 1234`. */
const BETWEEN = /^(?:[^\p{L}\p{N}.!?;\n]{0,4}(?:\p{L}+|\d{1,2}(?![\d./:,-]))\.?){0,5}[^\p{L}\p{N}!?;\n]{0,4}$/u;
/** Nothing but little words. */
const FILLED = new RegExp(`^(?:[^\\p{L}\\p{N}.!?;\\n]{0,4}${FILLER}){0,6}[^\\p{L}\\p{N}.!?;\\n]{0,4}$`, 'u');
const DIGITS = /(?<![\p{L}\d]|\d[./:,-])\d(?:[ .-]?\d){2,11}(?![\p{L}\d]|[./:,-]\d)/gu;
const DATE = /^\d{1,2}(?:([./-])\d{1,2}\1(?:\d\d){1,2}| \d{1,2} 20\d\d)$/;
const YEAR = /^(?:19[5-9]|20[0-3])\d$/;
const UNIT = new RegExp(`^ {0,2}(?:[€%]|${anyOf(NOT_CODE_AFTER)})`, 'u');
const LAST_WORD = new RegExp(`${anyOf(NOT_CODE_BEFORE)}[^\\p{L}\\p{N}]{0,2}$`, 'u');

function ahead(low: string, end: number, between: RegExp, least: number): Span | null {
  const after = low.slice(end, end + NEAR);
  for (const { 0: found, index } of after.matchAll(DIGITS)) {
    const gap = after.slice(0, index);
    if (!between.test(gap)) return null;
    const count = found.replace(/\D/g, '').length;
    const place = count === 4 && (LAST_WORD.test(gap) || (YEAR.test(found) && /\p{L}/u.test(gap) && /,/.test(gap)));
    if (count < least || place || DATE.test(found) || UNIT.test(after.slice(index + found.length))) continue;
    return { start: end + index, end: end + index + found.length };
  }
  return null;
}

/** `1234 est le code PIN`, `1234 (PIN)`. */
function behind(low: string, start: number, least = 4): Span | null {
  const from = Math.max(0, start - NEAR);
  const before = low.slice(from, start);
  const last = [...before.matchAll(DIGITS)].at(-1);
  if (!last || !FILLED.test(before.slice(last.index + last[0].length))) return null;
  const count = last[0].replace(/\D/g, '').length;
  if (count < least || count > 8 || YEAR.test(last[0]) || DATE.test(last[0])) return null;
  if (LAST_WORD.test(before.slice(0, last.index)) || UNIT.test(before.slice(last.index + last[0].length))) return null;
  return { start: from + last.index, end: from + last.index + last[0].length };
}

/** `code itsme: AB3D-9K`: letters with digits among them, right behind the word. */
function mixed(text: string, low: string, end: number): Span | null {
  const after = low.slice(end, end + NEAR);
  const found = /^[ :="'«“(]{0,4}(?:(?:est|is|ist|هو) )?["'«“]?([a-z0-9]{1,10}(?:-[a-z0-9]{2,10}){0,4})(?![\p{L}\d])/u.exec(
    after,
  );
  const [whole = '', code = ''] = found ?? [];
  const start = end + whole.length - code.length;
  const isCode = /\d/.test(code) && /\p{Lu}/u.test(text.slice(start, start + code.length)) && code.length >= 4;
  return isCode && whole.length > code.length ? { start, end: start + code.length } : null;
}

/** `PIN: quatre huit deux un`. */
function spelled(low: string, end: number): Span | null {
  const found = SPELLED.exec(low.slice(end, end + NEAR));
  return found && { start: end + found[0].length - (found[1] ?? '').length, end: end + found[0].length };
}

const DIGIT = anyOf(DIGIT_WORDS);
const SPELLED = new RegExp(
  `^[^\\p{L}\\p{N}.!?;\\n]{0,4}(?:${FILLER}[^\\p{L}\\p{N}]{1,3}){0,2}(${DIGIT}(?:[ ,-]{1,2}${DIGIT}){3,11})`,
  'u',
);

function password(text: string, low: string, end: number): Span | null {
  const after = text.slice(end, end + NEAR);
  const found = /^ {0,2}(?:[:=]|->|est|is|ist|هو|هي) {0,2}(?:(["'«“„]) ?)?([^\s"'»”]{4,40})/u.exec(after);
  const [whole = '', quote, word = ''] = found ?? [];
  if (!found) return bare(text, end);
  const odd = /\d/.test(word) || /[@#$%^&*_+]/.test(word) || /\p{Ll}\p{Lu}/u.test(word) || /^[!?]+.|[!?]+\p{L}/u.test(word);
  if (!(odd || quote !== undefined) || !/[\p{L}\p{N}]/u.test(low.slice(end))) return null;
  return { start: end + whole.length - word.length, end: end + whole.length };
}

/** `mdp soleil123`: letters and digits in one word, right behind. */
function bare(text: string, end: number): Span | null {
  const found = /^ {1,2}(?=[^\s\d]{0,40}\d)(?=\S{0,40}\p{L})[\p{L}\d][^\s,;]{4,39}/u.exec(text.slice(end, end + NEAR));
  return found && { start: end + found[0].search(/\S/), end: end + found[0].length };
}
