import type { Arc } from './ambiguity.ts';
import { cheapestCycle } from './ambiguity.ts';

/** Under this a number may point to a person (house rule; domain.md 4.3). */
export const FEW = 5;

/** A number that may be shown, `few` (1 to 4: shown as "<5"), or `hidden` (5 or more, because `few` could be worked out from it). */
export type Shown = number | 'few' | 'hidden';

/** A table of counts with its sums, as it may be shown to others. */
export interface SafeTable {
  cells: Shown[][];
  /** Sum of each row, of each column, of all. */
  rows: Shown[];
  columns: Shown[];
  total: Shown;
}

/**
 * Takes out of a table of counts (rows × columns, each row as long) what could point to a person: every number from 1 to 4, sums too,
 * and as few others as are needed so that none of these can be worked out from what is shown, even by somebody who knows this rule.
 * A zero is shown: nobody is behind it. When no choice of others is enough, everything is hidden.
 *
 * A table with its sums is a flow: from the source through rows and columns to the sink, and back as the total. A hidden number is
 * certain exactly when no circle of hidden numbers leads through it (residual graph of a feasible flow with whole numbers); so the
 * cheapest circle through each is hidden too. Zayatz/Gusfield: complementary suppression on networks.
 */
export function suppress(table: readonly (readonly number[])[]): SafeTable {
  const arcs = arcsOf(table);
  for (const arc of arcs) arc.state = arc.value === 0 ? 'shown' : arc.value < FEW ? 'few' : 'shown';
  let solved = true;
  for (const arc of arcs.filter((one) => one.state === 'few')) {
    const circle = cheapestCycle(arcs, arc);
    if (circle === null) solved = false;
    for (const other of circle ?? []) if (other.state === 'shown') other.state = 'hidden';
  }
  // Hiding more can only make the others less certain: one pass is enough.
  if (!solved) for (const arc of arcs) arc.state = 'hidden';
  const shown = new Map(arcs.map((arc) => [arc.name, arc.state === 'shown' ? arc.value : arc.state]));
  const at = (name: string): Shown => shown.get(name) ?? 'hidden';
  const width = table[0]?.length ?? 0;
  return {
    cells: table.map((row, r) => row.map((_, c) => at(`${r},${c}`))),
    // With one column a row is its cell, and with one row a column is.
    rows: table.map((_, r) => at(width === 1 ? `${r},0` : table.length === 1 ? 'total' : `row${r}`)),
    columns: Array.from({ length: width }, (_, c) => at(width === 1 ? 'total' : table.length === 1 ? `0,${c}` : `column${c}`)),
    total: at('total'),
  };
}

const sumOf = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

/** The numbers as arcs between knots. What is the same number is one arc: else hiding one would show the other. */
function arcsOf(table: readonly (readonly number[])[]): Arc[] {
  const width = table[0]?.length ?? 0;
  const arcs: Arc[] = [];
  const put = (name: string, from: string, to: string, value: number) => arcs.push({ name, from, to, value, state: 'shown' });
  const row = (r: number) => (table.length === 1 || width === 1 ? 'source' : `row${r}`);
  const column = (c: number) => (table.length === 1 || width === 1 ? 'sink' : `column${c}`);
  for (const [r, cells] of table.entries()) {
    for (const [c, value] of cells.entries()) put(`${r},${c}`, row(r), column(c), value);
    if (table.length > 1 && width > 1) put(`row${r}`, 'source', row(r), sumOf(cells));
  }
  if (table.length > 1 && width > 1)
    for (let c = 0; c < width; c++) put(`column${c}`, column(c), 'sink', sumOf(table.map((cells) => cells[c] ?? 0)));
  put('total', 'sink', 'source', sumOf(table.flat()));
  return arcs;
}
