import type { SafeReport } from './for-others.ts';
import type { Report } from './report.ts';
import { FEW, type Shown } from './suppress.ts';

/** Excel takes a file for UTF-8 only with this in front. */
const MARK = '\uFEFF';

/**
 * A table as CSV (RFC 4180, CRLF) as Belgian spreadsheets open it: UTF-8 with its mark, `;` between cells. A text that a spreadsheet
 * would run as a formula gets an apostrophe in front (OWASP, "CSV injection"). Null is an empty cell.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A number as it is shown: `<5`, or `…` where it is kept back so that a small one cannot be worked out. */
export const shownAs = (value: Shown): string | number => (value === 'few' ? `<${FEW}` : value === 'hidden' ? '…' : value);

/** The lines of a report under the names of their columns; the last line is the total. */
export function reportRows({ by, lines, total }: Report | SafeReport): (string | number | null)[][] {
  const figures = ({ helps, people, minutes }: SafeReport['total']) => [helps, people, minutes].map(shownAs);
  return [
    [...by, 'helps', 'people', 'minutes'],
    ...lines.map((line) => [...line.values, ...figures(line)]),
    ...(by.length > 0 ? [[...by.map((_, i) => (i === 0 ? 'total' : null)), ...figures(total)]] : [figures(total)]),
  ];
}
