import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDING_KINDS, type FindingKind, guard } from './guard.ts';
import { IBAN_COUNTRIES } from './iban-countries.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** A national number or a BIS number, of either century, check and all. */
const nationalNumber = fc
  .record({
    year: fc.integer({ min: 1900, max: 2040 }),
    month: fc.integer({ min: 1, max: 12 }),
    bis: fc.constantFrom(0, 20, 40),
    day: fc.integer({ min: 1, max: 31 }),
    count: fc.integer({ min: 1, max: 998 }),
  })
  .map(({ year, month, bis, day, count }) => {
    const nine = `${two(year % 100)}${two(month + bis)}${two(day)}${String(count).padStart(3, '0')}`;
    return nine + two(97 - (Number(year < 2000 ? nine : `2${nine}`) % 97));
  });

/** An account of any country of the table, in its shape. */
const iban = fc.constantFrom(...IBAN_COUNTRIES).chain(([country, shape]) => {
  const parts = [...shape.matchAll(/(\d+)([nac])/g)].map(([, count, kind]) => {
    const signs =
      kind === 'n' ? '0123456789' : kind === 'a' ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' : '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    return fc.string({ unit: fc.constantFrom(...signs), minLength: Number(count), maxLength: Number(count) });
  });
  return fc.tuple(...parts).map((pieces) => {
    const account = pieces.join('');
    const number = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
    return `${country.toUpperCase()}${two(98 - Number(BigInt(number) % 97n))}${account}`;
  });
});

/** 13 to 19 digits with the check of Luhn. */
const luhn = fc
  .string({ unit: fc.constantFrom(...'0123456789'), minLength: 12, maxLength: 18 })
  .map((payload) => {
    const sum = [...payload].reverse().reduce((total, sign, n) => {
      const value = Number(sign) * (n % 2 === 0 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
    return `${payload}${(10 - (sum % 10)) % 10}`;
  })
  .filter((number) => /[1-9]/.test(number));

/** Between two signs of a number: nothing, a blank of any kind, a dot, a dash, a slash, what nobody sees. */
const between = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '\u00a0',
  '\u202f',
  '.',
  '-',
  '/',
  '\u2011',
  '\u200b',
  '\u00ad',
  ' - ',
  '  ',
  '_',
);
const scripts = ['0０٠۰०𝟎'].flatMap((zeros) => [...zeros]);
const digitIn = (digit: string, zero: string) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit));

/** The number with any spacing, in digits of any script. */
const written = (number: fc.Arbitrary<string>) =>
  number.chain((value) =>
    fc
      .tuple(fc.array(between, { minLength: value.length, maxLength: value.length }), fc.constantFrom(...scripts), fc.boolean())
      .map(([gaps, zero, small]) =>
        [...(small ? value.toLowerCase() : value)]
          .map((sign, n) => (n === 0 ? '' : (gaps[n] ?? '')) + (/\d/.test(sign) ? digitIn(sign, zero) : sign))
          .join(''),
      ),
  );

/** What people write around it: words of any script, ending in no digit. */
const around = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('', ' ', '\n', ': ', ' (', 'nr ', 'le '))
  .map(([text, end]) => text.replace(/[\p{N}\p{M}\p{Sm}]/gu, '') + end);

function finds(kinds: readonly FindingKind[], number: fc.Arbitrary<string>) {
  fc.assert(
    fc.property(around, written(number), around, (before, value, after) => {
      const note = `${before} ${value} ${after}`;
      const start = before.length + 1;
      const covered = guard(note).filter((one) => one.start < start + value.length && one.end > start);
      expect(covered.some(({ kind }) => kinds.includes(kind))).toBe(true);
    }),
    { numRuns: 3000 },
  );
}

describe('the guard, whatever is written', () => {
  it('finds every national number, in any spacing and script, in any note', () => finds(['national-number'], nationalNumber));
  it('finds every account number of every country, large or small, in any spacing', () => finds(['iban'], iban));
  // One number can have the checks of two kinds.
  it('finds every card number with its check, in any spacing', () =>
    finds(['bank-card', 'national-number', 'card-number'], luhn));

  it('never throws, and names places within the text, in order, none upon another', () => {
    const piece = fc.constantFrom(
      'Madame ',
      'né le ',
      '3/4/1951',
      'PIN ',
      '12',
      '@',
      'be',
      '.',
      '+32 ',
      '\u200b',
      'ß',
      '\ud800',
      '٣',
      '\n',
      'ﷺ',
      'é',
      '°',
      'السيد ',
    );
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0;
        for (const { kind, start, end } of guard(text)) {
          expect(FINDING_KINDS).toContain(kind);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('says the same of a note, whatever nobody sees in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...'\u200b\u200c\u200d\u2060\u00ad\ufeff'), fc.nat(40), (unseen, place) => {
        const note = 'Mme Diallo, NISS 85.02.30-033.90, PIN 1234';
        const at = Math.min(place, note.length);
        const kinds = (text: string) => guard(text).map(({ kind }) => kind);
        expect(kinds(note.slice(0, at) + unseen + note.slice(at))).toEqual(kinds(note));
      }),
    );
  });

  // Each would take hours if the time grew with the square of the length: the test's own limit is the judge.
  it.each([
    '1',
    '1 ',
    '0 ',
    '04 ',
    '1.',
    'a@',
    'a @ ',
    'a.',
    'Madame ',
    'Madame van ',
    'M. ',
    'né ',
    'né en an ',
    'code ',
    'pin a ',
    'pin 1 ',
    '\u200b',
    '\u0301',
    '1/1/',
    '1/1/2000 ',
    'be',
    'be68 ',
    '+',
    '(((',
    '\n',
    'loi du 8 août 1983 ',
    'tel: ',
    'numéro national ',
    "d'A'",
    'x at gmail point ',
    'السيد ',
    '각',
    '😀',
    'mot de passe: "',
  ])('reads 100 kB of %j without hurry and without end', (piece) => {
    expect(Array.isArray(guard(piece.repeat(Math.ceil(100_000 / piece.length))))).toBe(true);
  });
});
