import { expect, test } from 'vitest';
import { PLANTED, type Plant, targets } from './bytes.ts';
import { throwBytes } from './throw-bytes.ts';

// 11 000 cases here, the same each time; `npm run bench -- fuzz` throws more than a million.
const CASES = 11_000;
const SEED = 20_261_122;

test('no bytes whatever make a reader of card bytes throw, hang or take memory without bound', async () => {
  const thrown = await throwBytes(CASES, SEED);
  expect(thrown.filter(({ failure }) => failure !== null)).toEqual([]);
  expect(thrown.map(({ name }) => name)).toEqual(targets().map(({ name }) => name));
  expect(thrown.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(CASES);
});

// The keys of an object are its names; TypeScript only says string.
test.each(Object.keys(PLANTED) as Plant[])('a reader that %s is caught', async (plant) => {
  const thrown = await throwBytes(2000, SEED, { plant, hangsMs: 2500 });
  expect(thrown.some(({ failure }) => failure !== null)).toBe(true);
});
