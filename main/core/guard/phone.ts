import { type Digits, groupsOf, isCalendar, type Run, runAt, wholeWords } from './digits.ts';
import { anyOf } from './phrases.ts';
import { ACCOUNT_WORDS, CARD_WORDS, ENTERPRISE_WORDS, NATIONAL_NUMBER_WORDS, PHONE_WORDS } from './words.ts';

/**
 * Telephone numbers: of Belgium (BIPT's plan: nine digits, ten for mobiles from 045 on), of France, the Netherlands, Germany, Luxembourg,
 * Britain, Turkey, Ukraine as they are written at home, of any country with + or 00, and any eight digits right after a word like
 * `GSM`. Not: short and free numbers (1700, 0800 …), which are no person's, hours, dates, and numbers of firms.
 */
export function* phones(low: string, digits: Digits): Generator<Run> {
  for (let first = 0; first < digits.at.length; first++) {
    const at = digits.at[first] ?? 0;
    if (first > 0 && digits.gap[first] === '') continue;
    const run = international(low, digits, first) ?? national(low, digits, first);
    if (run && !isOther(low, run, digits)) yield run;
    else if (!run && AFTER_WORD.test(low.slice(Math.max(0, at - 40), at))) {
      const said = longest(low, digits, first, 8, 13, true);
      if (said && !isFree(digits.value.slice(first, first + 5)) && !isOther(low, said, digits)) yield said;
    }
  }
}

const AFTER_WORD = new RegExp(
  `${anyOf(PHONE_WORDS)}[^\\p{L}\\p{N}]{0,4}(?:(?:est|is|ist|le|au|op|nr|no|num|numero|nummer|number|هو)[^\\p{L}\\p{N}]{1,3}){0,2}$`,
  'u',
);
const FIRM = new RegExp(`${anyOf(ENTERPRISE_WORDS)}[^\\p{L}\\p{N}]{0,4}(?:be)?[^\\p{L}\\p{N}]{0,2}$|(?<!\\p{L})be ?$`, 'u');
/** What stands between the digits of a telephone number. */
const BETWEEN = /^[ ./()-]{0,3}$/;

function international(low: string, digits: Digits, first: number): Run | null {
  const at = digits.at[first] ?? 0;
  const start = low.slice(Math.max(0, at - 2), at);
  const plus = /\+[ (]?$/.exec(start);
  const zeros = /^00\d?/.test(digits.value.slice(first)) && (digits.gap[first + 1] ?? '') === '';
  const country = Number(digits.value.slice(first, first + 2));
  const bare = country === 32 && /^32(?:4[5-9]\d{7}|[1-9]\d{7}$)/.test(digits.value.slice(first, first + 11));
  if (plus) {
    const run = longest(low, digits, first, 8, 15, true);
    return run && { ...run, start: at - plus[0].length };
  }
  if (zeros) return longest(low, digits, first, 10, 17, true);
  return bare ? (exactly(low, digits, first, 11) ?? exactly(low, digits, first, 10)) : null;
}

function national(low: string, digits: Digits, first: number): Run | null {
  const value = digits.value.slice(first, first + 12);
  // Luxembourg's mobiles begin without a zero.
  if (/^6[2679]1\d{6}/.test(value)) return exactly(low, digits, first, 9);
  if (!/^0[1-9]/.test(value) || isFree(value)) return null;
  if (/^04[5-9]/.test(value)) {
    const mobile = exactly(low, digits, first, 10);
    if (mobile) return mobile;
  }
  const nine = exactly(low, digits, first, 9);
  if (nine && BELGIAN.has(groupsOf(digits, nine).join(' '))) return nine;
  return longest(low, digits, first, 10, 12) ?? nine;
}

/** How nine digits are grouped in Belgium; others are a longer number's beginning. */
const BELGIAN = new Set(['9', '2 7', '3 6', '2 3 4', '2 3 2 2', '3 2 2 2', '3 3 3', Array(9).fill(1).join(' ')]);

/** Paid by who is called, or dear: a firm's or an administration's. */
const isFree = (value: string): boolean => /^0?(?:800|90\d|70[2-9]|78[01-9])/.test(value) && !/^0?7[08]\d{8}/.test(value);

/** So many digits, ending where a group ends. `loose`: one digit may stand alone, as in `+32 (0)2 123 45 67`. */
function exactly(low: string, digits: Digits, first: number, length: number, loose = false): Run | null {
  const next = first + length;
  if ((digits.reach[first] ?? 0) < length || digits.gap[next] === '') return null;
  for (let n = first + 1; n < next; n++) if (!BETWEEN.test(digits.gap[n] ?? '')) return null;
  const run = runAt(digits, first, length);
  if (/^(?:\p{L}|[:,]\d)/u.test(low.slice(run.end, run.end + 2))) return null;
  const groups = groupsOf(digits, run);
  return loose || groups.every((group) => group === 1) || groups.slice(1).every((group) => group > 1) ? run : null;
}

function longest(low: string, digits: Digits, first: number, least: number, most: number, loose = false): Run | null {
  for (let length = most; length >= least; length--) {
    const run = exactly(low, digits, first, length, loose);
    if (run) return run;
  }
  return null;
}

const DATED =
  /(?<!\d)(?:0?[1-9]|[12]\d|3[01]) ?([./-]) ?(?:0?[1-9]|1[0-2]) ?\1 ?(?:19|20)\d\d(?!\d)|(?<!\d)0[1-9][/-](?:19|20)\d\d(?!\d)/;
const HOURS = /(?<!\d)(?:[01]?\d|2[0-4])[.:][0-5][05] ?[-/] ?(?:[01]?\d|2[0-4])[.:][0-5][05](?!\d)/;

function isOther(low: string, run: Run, digits: Digits): boolean {
  const written = wholeWords(low, run);
  const before = low.slice(Math.max(0, run.start - 30), run.start);
  if (DATED.test(written) || HOURS.test(written) || isCalendar(low, run) || KNOWN_OTHER.test(before)) return true;
  return isFirm(before, low.slice(run.start, run.end), digits, run);
}

/** Whose own rules found nothing, or will say it better. */
const KNOWN_OTHER = new RegExp(`${anyOf([...NATIONAL_NUMBER_WORDS, ...CARD_WORDS, ...ACCOUNT_WORDS])}[^\\p{L}\\p{N}]{0,4}$`, 'u');

/** The number of a firm: ten digits, 97 less the rest of the first eight by 97 (Royal Decree of 24 June 2003), said or dotted as one. */
function isFirm(before: string, written: string, digits: Digits, { first, length }: Run): boolean {
  const value = digits.value.slice(first, first + 10);
  if (length > 10 || !/^[01]\d{9}$/.test(value) || 97 - (Number(value.slice(0, 8)) % 97) !== Number(value.slice(8))) return false;
  return FIRM.test(before) || /^\d{4}\.\d{3}\.\d{3}/.test(written);
}
