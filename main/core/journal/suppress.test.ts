import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEW, type SafeTable, type Shown, suppress } from './suppress.ts';

const list = (values: number[]) => {
  const { cells, total } = suppress(values.map((value) => [value]));
  return [...cells.map(([cell]) => cell), total];
};

/** What somebody who knows the rule can still believe of a number: 1 to 4, 5 and more (as far as matters), or the number itself. */
const believable = (shown: Shown, most: number): [number, number] =>
  shown === 'few' ? [1, FEW - 1] : shown === 'hidden' ? [FEW, most] : [shown, shown];

/** Tries every table that fits what is shown; gives for each cell and sum the values that are still possible. Slow and plain on purpose. */
function possible(safe: SafeTable, most: number): Map<string, Set<number>> {
  const width = safe.columns.length;
  const flat = safe.cells.flat();
  const found = new Map<string, Set<number>>();
  const note = (name: string, value: number) => found.set(name, (found.get(name) ?? new Set()).add(value));
  const fits = (shown: Shown, value: number) => {
    const [low, high] = believable(shown, Number.POSITIVE_INFINITY);
    return value >= low && value <= high;
  };
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  const walk = (chosen: number[]) => {
    if (chosen.length % width === 0 && chosen.length > 0) {
      const row = chosen.length / width - 1;
      if (!fits(safe.rows[row] ?? 0, sum(chosen.slice(row * width)))) return;
    }
    if (chosen.length < flat.length) {
      const [low, high] = believable(flat[chosen.length] ?? 0, most);
      for (let value = low; value <= high; value++) walk([...chosen, value]);
      return;
    }
    const columns = safe.columns.map((_, c) => sum(chosen.filter((_, i) => i % width === c)));
    if (!columns.every((value, c) => fits(safe.columns[c] ?? 0, value)) || !fits(safe.total, sum(chosen))) return;
    for (const [i, value] of chosen.entries()) note(`cell${i}`, value);
    for (const [r] of safe.rows.entries()) note(`row${r}`, sum(chosen.slice(r * width, (r + 1) * width)));
    for (const [c, value] of columns.entries()) note(`column${c}`, value);
    note('total', sum(chosen));
  };
  walk([]);
  return found;
}

const certainOnes = (safe: SafeTable, most: number) => {
  const found = possible(safe, most);
  const all: [string, Shown][] = [
    ...safe.cells.flat().map((shown, i): [string, Shown] => [`cell${i}`, shown]),
    ...safe.rows.map((shown, r): [string, Shown] => [`row${r}`, shown]),
    ...safe.columns.map((shown, c): [string, Shown] => [`column${c}`, shown]),
    ['total', safe.total],
  ];
  return all.filter(([name, shown]) => typeof shown === 'string' && (found.get(name)?.size ?? 0) < 2).map(([name]) => name);
};

describe('small numbers', () => {
  it('are taken out, and one more with a lonely one', () => {
    expect(list([3, 12, 40])).toEqual(['few', 'hidden', 40, 55]);
    expect(list([3, 2, 40])).toEqual(['few', 'few', 40, 45]);
    expect(list([20, 12, 40])).toEqual([20, 12, 40, 72]);
    expect(list([0, 0, 9])).toEqual([0, 0, 9, 9]);
    expect(list([])).toEqual([0]);
  });

  it('are taken out with the sum when it would say that each is one, or each four', () => {
    expect(list([1, 1, 1, 1, 1])).toEqual(['few', 'few', 'few', 'few', 'few', 'hidden']);
    expect(list([4, 4])).toEqual(['few', 'few', 'hidden']);
    expect(list([2])).toEqual(['few', 'few']);
  });

  it('cannot be worked out across rows and columns', () => {
    const safe = suppress([
      [3, 20, 30],
      [25, 40, 9],
      [11, 12, 50],
    ]);
    expect(safe.cells.flat().filter((cell) => typeof cell !== 'number')).toHaveLength(4);
    expect(safe.total).toBe(200);
  });

  it('cannot be worked out of any list, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }), (values) => {
        expect(certainOnes(suppress(values.map((value) => [value])), 14)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be worked out of any table with its sums, whatever is in it', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, width]) =>
        fc.array(
          fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 12 })), {
            minLength: width,
            maxLength: width,
          }),
          { minLength: rows, maxLength: rows },
        ),
      )
      .filter(
        (cells) =>
          suppress(cells)
            .cells.flat()
            .filter((cell) => typeof cell !== 'number').length <= 6,
      );
    fc.assert(
      fc.property(table, (cells) => {
        expect(certainOnes(suppress(cells), Math.max(...cells.flat()) + 3)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are never shown, and what is shown is true', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(30), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 }), (cells) => {
        const safe = suppress(cells);
        for (const [i, shown] of safe.cells.flat().entries()) {
          const value = cells.flat()[i] ?? 0;
          if (value > 0 && value < FEW) expect(typeof shown).toBe('string');
          else if (typeof shown === 'number') expect(shown).toBe(value);
          else expect(value).toBeGreaterThanOrEqual(FEW);
        }
      }),
    );
  });
});
