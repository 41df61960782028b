import { expect, it } from 'vitest';
import { scaleFor } from './scale.ts';

it('a page is drawn as wide as its place', () => {
  expect(595 * scaleFor(595, 842, 1_600)).toBeCloseTo(1_600);
});

it.each([
  [1, 14_400],
  [14_400, 1],
  [0.01, 14_400],
  [14_400, 14_400],
])('a page of %d by %d points gives a canvas that the machine can hold', (width, height) => {
  const scale = scaleFor(width, height, 3_840);
  expect(scale).toBeGreaterThan(0);
  expect(width * scale * height * scale).toBeLessThanOrEqual(16_000_001);
  expect(Math.max(width, height) * scale).toBeLessThanOrEqual(16_384);
});
