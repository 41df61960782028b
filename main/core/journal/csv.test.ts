import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf, reportRows } from './csv.ts';
import { forOthers } from './for-others.ts';
import type { Report } from './report.ts';

const figures = (helps: number) => ({ helps, people: helps, minutes: helps * 15 });
const report = (counts: Record<string, number>): Report => ({
  from: '2026-01-01',
  to: '2026-12-31',
  by: ['theme', 'channel'],
  lines: Object.entries(counts).map(([values, helps]) => ({ values: values.split(' '), ...figures(helps) })),
  total: figures(Object.values(counts).reduce((a, b) => a + b, 0)),
  unsplit: figures(0),
  interrupted: 0,
});

/** Reads what csvOf wrote, as a spreadsheet does. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (let i = 1; i < text.length; i++) {
    const sign = text[i] ?? '';
    if (quoted) {
      if (sign === '"' && text[i + 1] === '"') field += text[++i];
      else if (sign === '"') quoted = false;
      else field += sign;
    } else if (sign === '"') quoted = true;
    else if (sign === ';' || sign === '\r') {
      rows.at(-1)?.push(field);
      field = '';
    } else if (sign === '\n') rows.push([]);
    else field += sign;
  }
  return rows.slice(0, -1);
}

describe('a table as CSV', () => {
  it('carries the mark, semicolons, and quotes where they are needed', () => {
    expect(
      csvOf([
        ['a', 'b;c', 'd"e'],
        [1, null, 'é'],
      ]),
    ).toBe('\uFEFFa;"b;c";"d""e"\r\n1;;é\r\n');
  });

  it('is read back as it was, whatever is in it, and no cell begins as a formula does', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const back = read(csvOf(rows));
        expect(back.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((row) => row.map((cell) => cell.replace(/^'/, ''))),
        );
        for (const cell of back.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });

  it('ends with the total', () => {
    expect(reportRows(report({ 'famille kiosk': 7 }))).toEqual([
      ['theme', 'channel', 'helps', 'people', 'minutes'],
      ['famille', 'kiosk', 7, 7, 105],
      ['total', null, 7, 7, 105],
    ]);
  });
});

describe('a report for others', () => {
  it('has no small number, and no minutes or people where the number of helps is kept back', () => {
    const safe = forOthers(report({ 'famille kiosk': 3, 'famille desk': 9, 'emploi kiosk': 8, 'emploi desk': 20 }));
    expect(reportRows(safe).slice(1)).toEqual([
      ['famille', 'kiosk', '<5', '<5', '<5'],
      ['famille', 'desk', '…', '…', '…'],
      ['emploi', 'kiosk', '…', '…', '…'],
      ['emploi', 'desk', '…', '…', '…'],
      ['total', null, 40, 40, 600],
    ]);
  });

  it('is as it was when nothing is small', () => {
    const whole = report({ 'famille kiosk': 30, 'famille desk': 9 });
    expect(forOthers(whole)).toEqual(whole);
    const empty = { ...report({}), by: [] };
    expect(forOthers(empty)).toEqual(empty);
  });
});
