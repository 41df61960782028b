import { MONTHS } from './date-words.ts';

/** A whole day as it is written, in the clean text. */
export interface WrittenDay {
  start: number;
  end: number;
  year: number;
  /** `3 mai 45` is a day only beside a word that says so: it may be minutes. */
  unsure: boolean;
}

/** Days in numbers (`3/4/1951`, `03.04.51`, `1951-04-03`, `51.04.03`) and in words (`3 avril 1951`, `April 3, 1951`), in their order. */
export function writtenDays(low: string): WrittenDay[] {
  const days: WrittenDay[] = [];
  for (const { 0: found, index, groups } of low.matchAll(DAY)) {
    const { d, m, y, iy, im, id, wd, wm, wy, em, ed, ey } = groups ?? {};
    const candidates: (string | undefined)[][] = [
      [d, m, y],
      [id, im, iy],
      [wd, monthOf(wm), wy],
      [ed, monthOf(em), ey],
    ];
    if (d && m && y?.length === 2) candidates.push([y, m, d]);
    for (const [day, month, year] of candidates) {
      if (
        !day ||
        !month ||
        !year ||
        !isDay(Number(day), Number(month)) ||
        Number(year.replace("'", '')) < (year.length === 4 ? 1850 : 0)
      )
        continue;
      days.push({ start: index, end: index + found.length, year: yearOf(year), unsure: wy !== undefined && wy.length < 4 });
      break;
    }
  }
  return days;
}

const NAMES = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');
const DAY = new RegExp(
  [
    '(?<!\\d|\\d[./-])(?<d>\\d{1,2}) ?(?<s>[./-]) ?(?<m>\\d{1,2}) ?\\k<s> ?(?<y>(?:1[89]|20)\\d\\d|\\x27?\\d\\d)(?!\\d|[./-]\\d)',
    '(?<!\\d|\\d[./-])(?<iy>(?:1[89]|20)\\d\\d) ?(?<is>[./-]) ?(?<im>\\d{1,2}) ?\\k<is> ?(?<id>\\d{1,2})(?!\\d|[./-]\\d)',
    `(?<!\\d)(?<wd>\\d{1,2})(?:er|e|eme|ste|de|st|nd|rd|th|\\.)? ?(?:of |de |-)?(?:${'ال'})?(?<wm>${NAMES})\\.?[ ,-]{1,2}(?:de )?(?<wy>(?:1[89]|20)\\d\\d|'?\\d\\d)(?!\\d)`,
    `(?<!\\p{L})(?<em>${NAMES})\\.? (?<ed>\\d{1,2})(?:st|nd|rd|th)?,? (?<ey>(?:1[89]|20)\\d\\d)(?!\\d)`,
  ].join('|'),
  'gu',
);

const monthOf = (name: string | undefined): string | undefined => (name ? String(MONTHS.get(name) ?? '') : undefined);
const isDay = (day: number, month: number): boolean => day >= 1 && day <= 31 && month >= 1 && month <= 12;
/** Two digits below 30 are of this century. */
function yearOf(year: string): number {
  const number = Number(year.replace("'", ''));
  return number > 99 ? number : number + (number < 30 ? 2000 : 1900);
}
