import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { padOrder } from './pad.ts';

test('unshuffled, it draws nothing', () => {
  expect(
    padOrder(false, () => {
      throw new Error('drew');
    }),
  ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
});

test('shuffled, every digit comes to every place about as often', () => {
  const often = Array.from({ length: 10 }, () => new Array<number>(10).fill(0));
  const rounds = 20_000;
  for (let i = 0; i < rounds; i++)
    padOrder(true, randomBytes).forEach((digit, place) => {
      const row = often[digit];
      if (row) row[place] = (row[place] ?? 0) + 1;
    });
  // 2000 each, standard deviation 42: five of them either way is far beyond chance.
  for (const row of often) for (const count of row) expect(Math.abs(count - rounds / 10)).toBeLessThan(5 * 42 + 50);
});

test('draws again the bytes that would favour an order', () => {
  // 256 is not a multiple of 10: bytes from 250 on are not used for the first place.
  const drawn = [255, 250, 249, ...new Array<number>(8).fill(0)];
  const pad = padOrder(true, () => Uint8Array.of(drawn.shift() ?? 0));
  expect(pad[9]).toBe(0);
  expect(drawn).toEqual([]);
});
