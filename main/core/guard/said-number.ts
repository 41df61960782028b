import type { Digits, Run } from './digits.ts';
import { runAt } from './digits.ts';
import { IBAN_COUNTRIES } from './iban-countries.ts';
import { anyOf } from './phrases.ts';
import { ACCOUNT_WORDS, CARD_WORDS, LOOSE_CARD_WORDS, NATIONAL_NUMBER_WORDS } from './words.ts';

/**
 * Numbers that no check knows, because they are mistyped or not whole, right behind the word that says what they are: a national number
 * of six digits and more (a birth date), a card of eight, an account of ten.
 */
export function* saidNumbers(low: string, digits: Digits): Generator<Run & { kind: 'national-number' | 'card-number' | 'iban' }> {
  let next = 0;
  for (const { 0: word, index, groups } of low.matchAll(SAID)) {
    const end = index + word.length;
    while ((digits.at[next] ?? end) < end) next++;
    const distance = (digits.at[next] ?? Number.POSITIVE_INFINITY) - end;
    if (distance > 30 || !CLOSE.test(low.slice(end, end + distance))) continue;
    const length = Math.min(digits.reach[next] ?? 0, 20);
    const kind = groups?.national ? 'national-number' : groups?.card || groups?.loose ? 'card-number' : 'iban';
    const least = groups?.loose ? 11 : LEAST[kind];
    const run = runAt(digits, next, length);
    if (length >= least && !DATED.test(low.slice(run.start, run.end)))
      yield { ...run, start: run.start - (kind === 'iban' ? country(low.slice(end, run.start)) : 0), kind };
  }
}

const LEAST = { 'national-number': 6, 'card-number': 8, iban: 10 } as const;
const SAID = new RegExp(
  `(?<national>${anyOf(NATIONAL_NUMBER_WORDS)})|(?<card>${anyOf(CARD_WORDS)})|(?<loose>${anyOf(LOOSE_CARD_WORDS)})|(?<account>${anyOf(ACCOUNT_WORDS)})`,
  'gu',
);
/** A little word or a country between them. */
const CLOSE = /^[^\p{L}\p{N}\n]{0,4}(?:(?:[a-z]{2}|est|ist|nr|num|numero|nummer|number|هو)[^\p{L}\p{N}\n]{0,4}){0,2}$/u;
/** A day of the procedure. */
const DATED = /^(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:20[12]\d|2\d)(?!\d)/;
/** How far before the digits the country of an account begins. */
function country(between: string): number {
  const [whole = '', name = ''] = /(?<![a-z])([a-z]{2}) ?$/.exec(between) ?? [];
  return IBAN_COUNTRIES.has(name) ? whole.length : 0;
}
