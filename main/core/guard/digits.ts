import type { Clean } from './clean.ts';

/** All digits of a text and what stands between them. */
export interface Digits {
  value: string;
  /** Where each digit stands in the clean text. */
  at: readonly number[];
  /** What stands before each digit since the one before it. */
  gap: readonly string[];
  /** How many digits from this one on may belong to one number, this one included. */
  reach: readonly number[];
}

/** A number of several digits: which ones (from, how many), and where it stands in the clean text. */
export interface Run {
  first: number;
  length: number;
  start: number;
  end: number;
}

/** No letter, no colon (as in an hour), and not much of it: `85.07.30 - 033.28` is one number, `12 or 13` are two. */
const WITHIN_NUMBER = /^[^\p{L}\p{N}:]{0,6}$/u;

export function digitsOf({ low }: Clean): Digits {
  const at: number[] = [];
  const gap: string[] = [];
  let last = 0;
  for (const { index } of low.matchAll(/[0-9]/g)) {
    at.push(index);
    // A long way is cut: nothing asks for more than its beginning.
    gap.push(low.slice(last, Math.min(index, last + 8)));
    last = index + 1;
  }
  const reach: number[] = new Array(at.length).fill(1);
  for (let n = at.length - 2; n >= 0; n--) if (WITHIN_NUMBER.test(gap[n + 1] ?? '')) reach[n] = (reach[n + 1] ?? 0) + 1;
  return { value: at.map((place) => low[place]).join(''), at, gap, reach };
}

/** Every run of `length` digits that begins and ends where the writer began and ended a group, or lies within one group. */
export function* runs(digits: Digits, length: number): Generator<Run> {
  const { at, gap, reach } = digits;
  for (let first = 0; first + length <= at.length; first++) {
    if ((reach[first] ?? 0) < length) continue;
    const run = runAt(digits, first, length);
    const after = gap[first + length];
    const apart = (first === 0 || gap[first] !== '') && after !== '';
    if (apart || run.end - run.start === length) yield run;
  }
}

export function runAt({ at }: Digits, first: number, length: number): Run {
  return { first, length, start: at[first] ?? 0, end: (at[first + length - 1] ?? 0) + 1 };
}

/** Lengths of its groups, e.g. [3, 7, 2]. */
export function groupsOf({ gap }: Digits, { first, length }: Run): number[] {
  const groups = [0];
  for (let n = first; n < first + length; n++) {
    if (n > first && gap[n] !== '') groups.push(0);
    groups.push((groups.pop() ?? 0) + 1);
  }
  return groups;
}

const DATE = '(?:0?[1-9]|[12]\\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\\d\\d';
const TIME = '(?:[01]?\\d|2[0-4])\\.[0-5]\\d';
const AMOUNT = '[1-9]\\d{0,2}(?:[.,]\\d{3})+';
const CALENDAR = new RegExp(`^(?:${DATE}|${TIME}|(?:19|20)\\d\\d|${AMOUNT})$`);
const DASHED_DATE = /(?<!\d)(0?[1-9]|[12]\d|3[01])-(0?[1-9]|1[0-2])-((?:19|20)\d\d)(?!\d)/g;

/** Written as dates, hours, years and amounts and nothing else: `12.03.2026 14.30-15.30`. */
export function isCalendar(low: string, run: Run): boolean {
  return wholeWords(low, run)
    .replace(DASHED_DATE, '$1.$2.$3')
    .split(/[\s,;-]+/)
    .filter(Boolean)
    .every((word) => CALENDAR.test(word));
}

/** The run with the rest of the words it begins and ends in: a run can begin within a date. */
export function wholeWords(low: string, { start, end }: Run): string {
  const before = /\S{0,12}$/.exec(low.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const after = /^\S{0,12}/.exec(low.slice(end, end + 12))?.[0] ?? '';
  return `${before}${low.slice(start, end)}${after}`;
}
