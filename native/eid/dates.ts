/** A date as exact as the card knows it; an unknown day or month is absent, never made up. */
export interface PartialDate {
  readonly year: number;
  /** 1..12 */
  readonly month?: number;
  readonly day?: number;
}

/** Month words of the three card languages in one table (French, Dutch, German), without their accents. */
const MONTHS: Record<string, number> = {
  ...{ JAN: 1, FEV: 2, FEB: 2, MARS: 3, MAAR: 3, MAR: 3, AVR: 4, APR: 4, MAI: 5, MEI: 5, JUIN: 6, JUN: 6 },
  ...{ JUIL: 7, JUL: 7, AOUT: 8, AUG: 8, SEPT: 9, SEP: 9, OCT: 10, OKT: 10, NOV: 11, DEC: 12, DEZ: 12 },
};

/** `DD.MM.YYYY` (validity, tags 03 and 04; dots, or blanks as seen in birth dates) as an ISO date; null if it is none. */
export function readDate(text: string): string | null {
  const [, day, month, year] = /^(\d\d)[ .](\d\d)[ .](\d{4})$/.exec(text.trim()) ?? [];
  if (!day || !month || !year) return null;
  return isDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : null;
}

/**
 * Birth date (tag 0C): `30 JUIL 1985`, `02 JAN  2000`, `15.MÄR.1960`, in either case, with blanks or zeros where the register knows no
 * day or month. Of a date no calendar has (31 FEB) only what is sure is given: month and year; of a month nobody knows, the year.
 */
export function readBirthDate(text: string): PartialDate | null {
  const parts = plain(text).match(/\p{L}+|\d+|[^ ./-]/gu) ?? [];
  const year = Number(/^\d{4}$/.test(parts.at(-1) ?? '') ? parts.pop() : 0);
  const [word, day = '', ...more] = parts.reverse();
  if (year === 0 || more.length > 0 || !isPart(word) || !/^\d{0,2}$/.test(day)) return null;
  // One number alone may be either, so it is neither.
  const month = day || word === undefined || MONTHS[word] ? (MONTHS[word ?? ''] ?? Number(word)) : 0;
  if (!(month >= 1 && month <= 12)) return { year };
  return isDay(year, month, Number(day)) ? { year, month, day: Number(day) } : { year, month };
}

/** A month in words or up to three digits (zeros where nobody knows it), or nothing. */
function isPart(word: string | undefined): boolean {
  return word === undefined || /^(\p{L}+|\d{1,3})$/u.test(word);
}

/** Capitals without accents: `mär` and `MÄR`, in one or two code points, are MAR. */
function plain(text: string): string {
  return text.trim().toUpperCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** Whether the calendar has this day. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
