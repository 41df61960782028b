/** A date as exact as the card knows it; an unknown day or month is absent, never made up. */
export interface PartialDate {
  readonly year: number;
  /** 1..12 */
  readonly month?: number;
  readonly day?: number;
}

/** Month words of the three card languages in one table (French, Dutch, German). */
const MONTHS: Record<string, number> = {
  ...{ JAN: 1, FEV: 2, FEB: 2, MARS: 3, MAAR: 3, MÄR: 3, AVR: 4, APR: 4, MAI: 5, MEI: 5, JUIN: 6, JUN: 6 },
  ...{ JUIL: 7, JUL: 7, AOUT: 8, AUG: 8, SEPT: 9, SEP: 9, OCT: 10, OKT: 10, NOV: 11, DEC: 12, DEZ: 12 },
};

/** `DD.MM.YYYY` (validity, tags 03 and 04) as an ISO date; null if it is none. */
export function readDate(text: string): string | null {
  const [, day, month, year] = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text.trim()) ?? [];
  if (!day || !month || !year) return null;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** Birth date (tag 0C): `30 JUIL 1985`, `02 JAN  2000`, `15.MÄR.1960`, with blanks where the register knows no day or month. */
export function readBirthDate(text: string): PartialDate | null {
  const [, day, word, year] = /^(\d\d)?[ .]*(\p{L}+)?[ .]*(\d{4})$/u.exec(text.trim()) ?? [];
  if (!year) return null;
  const month = word === undefined ? undefined : MONTHS[word.toUpperCase()];
  if (word !== undefined && month === undefined) return null;
  const date = { year: Number(year) };
  if (month === undefined) return date;
  return day === undefined || day === '00' ? { ...date, month } : { ...date, month, day: Number(day) };
}
