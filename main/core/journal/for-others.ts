import type { Figures, Report, ReportLine } from './report.ts';
import { type Shown, suppress } from './suppress.ts';

/** Figures of which some may not be shown. */
export type SafeFigures = { [K in keyof Figures]: Shown };

/** A report that may leave the place: no small number in it, nor one that could be worked out (suppress.ts). */
export interface SafeReport extends Omit<Report, 'lines' | 'total' | 'unsplit'> {
  lines: (SafeFigures & Pick<ReportLine, 'values'>)[];
  total: SafeFigures;
  unsplit: SafeFigures;
}

/**
 * The table is its first dimension by all the others together, so that a report by the first one alone, taken with this one, gives
 * nothing away either. People and minutes are shown where the number of helps is.
 */
export function forOthers(report: Report): SafeReport {
  const keyOf = (values: (string | null)[]) => JSON.stringify(values);
  const rows = [...new Set(report.lines.map(({ values }) => keyOf(values.slice(0, 1))))];
  const columns = [...new Set(report.lines.map(({ values }) => keyOf(values.slice(1))))];
  const counts = new Map(report.lines.map((line) => [keyOf(line.values), line.helps]));
  const table = rows.map((row) => columns.map((column) => counts.get(keyOf([...JSON.parse(row), ...JSON.parse(column)])) ?? 0));
  const safe = suppress(table);
  const lines = report.lines.map((line) => {
    const row = rows.indexOf(keyOf(line.values.slice(0, 1)));
    const column = columns.indexOf(keyOf(line.values.slice(1)));
    return { values: line.values, ...laid(line, safe.cells[row]?.[column] ?? 'hidden') };
  });
  const alone = (figures: Figures) => laid(figures, suppress([[figures.helps]]).total);
  const total = report.lines.length === 0 ? alone(report.total) : laid(report.total, safe.total);
  return { ...report, lines, total, unsplit: alone(report.unsplit) };
}

const laid = ({ helps, people, minutes }: Figures, shown: Shown): SafeFigures =>
  typeof shown === 'number' ? { helps, people, minutes } : { helps: shown, people: shown, minutes: shown };
