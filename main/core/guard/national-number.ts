import { type Digits, isCalendar, type Run, runs } from './digits.ts';

/**
 * Belgian national numbers and BIS numbers: 11 digits, born YYMMDD, a count, and 97 less the rest of the first nine by 97; from 2000 on a
 * 2 stands before the nine (Royal Decree of 3 April 1984, art. 2; BIS: month + 20 or + 40, Royal Decree of 8 February 1991). A number
 * that is mistyped but written the official way, `85.07.30-033.28`, counts too: it still says when somebody was born.
 */
export function* nationalNumbers(low: string, digits: Digits): Generator<Run> {
  for (const run of runs(digits, 11)) {
    const value = digits.value.slice(run.first, run.first + run.length);
    if (!hasBirth(value)) continue;
    const written = low.slice(run.start, run.end);
    if ((checks(value) && !isCalendar(low, run)) || OFFICIAL.test(written)) yield run;
  }
}

const OFFICIAL = /^\d\d([ ./-])\d\d\1\d\d ?[ ./-] ?\d{3} ?[ ./-] ?\d\d$/;

/** Month and day may be 00: not known. */
function hasBirth(value: string): boolean {
  const month = Number(value.slice(2, 4)) % 20;
  return Number(value.slice(2, 4)) < 60 && month <= 12 && Number(value.slice(4, 6)) <= 31;
}

function checks(value: string): boolean {
  const nine = Number(value.slice(0, 9));
  const check = Number(value.slice(9));
  return check === 97 - (nine % 97) || check === 97 - ((2e9 + nine) % 97);
}
