import { type Digits, groupsOf, isCalendar, type Run, runs } from './digits.ts';

/** How people write twelve digits: an identity card (3-7-2), a payment reference (3-4-5), or evenly. Other ways are hours and dates. */
const SHAPES = new Set(['12', '3 7 2', '10 2', '3 4 5', '4 4 4', '6 6', '3 3 3 3', '2 2 2 2 2 2', Array(12).fill(1).join(' ')]);

/**
 * Numbers of Belgian identity cards: 12 digits, the last two are the rest of the first ten by 97, 97 when there is none. Belgian payment
 * references and the account numbers of before 2008 have the same check: they lead to a person too.
 */
export function* identityCards(low: string, digits: Digits): Generator<Run> {
  for (const run of runs(digits, 12)) {
    if (!SHAPES.has(groupsOf(digits, run).join(' '))) continue;
    const value = digits.value.slice(run.first, run.first + 12);
    const check = Number(value.slice(0, 10)) % 97 || 97;
    if (check === Number(value.slice(10)) && !isCalendar(low, run)) yield run;
  }
}

/** Numbers of foreigners' cards: B and nine digits, `B 1234567 89`. */
export function* residenceCards(low: string): Generator<Pick<Run, 'start' | 'end'>> {
  for (const { 0: found, index } of low.matchAll(/(?<![a-z0-9])b[ .-]?\d{7}[ .-]?\d\d(?!\d)/g))
    yield { start: index, end: index + found.length };
}

/** Numbers of bank cards: 13 to 19 digits, the last one by Luhn (ISO/IEC 7812-1, annex B). */
export function* bankCards(low: string, digits: Digits): Generator<Run> {
  for (let length = 19; length >= 13; length--) {
    for (const run of runs(digits, length)) {
      const written = low.slice(run.start, run.end);
      if (/,/.test(written) || !luhn(digits.value.slice(run.first, run.first + length)) || isCalendar(low, run)) continue;
      // With a plus it is a telephone.
      if (length <= 15 && /\+ ?$/.test(low.slice(Math.max(0, run.start - 2), run.start))) continue;
      // Within a longer number it would be chance.
      if (written.length === length && isInside(digits, run)) continue;
      yield run;
    }
  }
}

function isInside({ gap, at }: Digits, { first, length }: Run): boolean {
  return (first > 0 && gap[first] === '') || (first + length < at.length && gap[first + length] === '');
}

function luhn(value: string): boolean {
  let sum = 0;
  for (let n = 0; n < value.length; n++) {
    const digit = Number(value[value.length - 1 - n]);
    const twice = digit * 2;
    sum += n % 2 === 0 ? digit : twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0 && /[1-9]/.test(value);
}
