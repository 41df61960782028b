import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { steady } from './steady.ts';

test('calls one upon the other tell of each start, and of quiet once, at the end', async () => {
  const told: number[] = [];
  const pulse = steady((limit) => told.push(limit));
  for (let i = 0; i < 3; i++) {
    pulse(3000);
    pulse(0);
  }
  await sleep(60);
  expect(told).toEqual([3000, 3000, 3000, 0]);
});

test('it is not quiet while one of two calls is under way', async () => {
  const told: number[] = [];
  const pulse = steady((limit) => told.push(limit));
  pulse(10_000);
  pulse(3000);
  pulse(0);
  await sleep(60);
  expect(told).toHaveLength(2);
  pulse(0);
  await sleep(60);
  expect(told.at(-1)).toBe(0);
});

test('a short call does not shorten the time of a long one, and the next one alone has its own again', async () => {
  const told: number[] = [];
  const pulse = steady((limit) => told.push(limit));
  pulse(75_000);
  await sleep(20);
  pulse(3000);
  expect(told.at(-1)).toBeGreaterThan(70_000);
  expect(told.at(-1)).toBeLessThan(75_000);
  pulse(0);
  pulse(0);
  pulse(3000);
  expect(told.at(-1)).toBe(3000);
  pulse(0);
});
