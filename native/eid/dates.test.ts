import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBirthDate, readDate } from './dates.ts';

test.each([
  ['30 JUIL 1985', { year: 1985, month: 7, day: 30 }],
  ['02 JAN  2000', { year: 2000, month: 1, day: 2 }],
  ['15.MÄR.1960', { year: 1960, month: 3, day: 15 }],
  ['01.DEZ 1999', { year: 1999, month: 12, day: 1 }],
  ['  MAAR 1971', { year: 1971, month: 3 }],
  ['00 MEI 1971', { year: 1971, month: 5 }],
  ['        1979', { year: 1979 }],
  ['..1979', { year: 1979 }],
  ['30 juil 1985', { year: 1985, month: 7, day: 30 }],
  ['15.mär.1960', { year: 1960, month: 3, day: 15 }],
  ['15.MÄR.1960', { year: 1960, month: 3, day: 15 }],
  ['12. DÉC .2001', { year: 2001, month: 12, day: 12 }],
  ['03 AOÛT 1977', { year: 1977, month: 8, day: 3 }],
  ['29 FEB 2000', { year: 2000, month: 2, day: 29 }],
  ['30.07.1985', { year: 1985, month: 7, day: 30 }],
  // No calendar has these days: what is sure is kept, nothing is made up.
  ['31 FEB 1985', { year: 1985, month: 2 }],
  ['29 FEV 1900', { year: 1900, month: 2 }],
  ['00 000 1985', { year: 1985 }],
  ['00 JUIL 1985', { year: 1985, month: 7 }],
  ['30-07-1985', { year: 1985, month: 7, day: 30 }],
  ['30/07/1985', { year: 1985, month: 7, day: 30 }],
  ['07.1985', { year: 1985 }],
  ['1 2 3 1985', null],
  ['30 JUIL, 1985', null],
  ['30.13.1985', { year: 1985 }],
  ['30 XYZ 1985', { year: 1985 }],
  ['00.00.0000', null],
  ['30 JUIL', null],
  ['JUIL 85', null],
  ['', null],
])('birth date %j', (text, date) => {
  expect(readBirthDate(text)).toEqual(date);
});

test('every day of validity comes out as it went in', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(readDate(iso.split('-').reverse().join('.'))).toBe(iso);
    }),
  );
});

test('days that no calendar has are no dates', () => {
  for (const text of ['31.02.2030', '00.01.2030', '01.13.2030', '1.1.2030', '01-01-2030', '']) expect(readDate(text)).toBeNull();
});
