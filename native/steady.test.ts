import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { steady } from './steady.ts';

function ear() {
  const told: [number, string][] = [];
  return { told, pulse: steady((limit, wait) => told.push([limit, wait])) };
}

test('calls one upon the other tell of each start, and of quiet once, at the end', async () => {
  const { told, pulse } = ear();
  for (let i = 0; i < 3; i++) pulse(3000, 'answer')();
  await sleep(60);
  expect(told.map(([limit]) => limit)).toEqual([3000, 3000, 3000, 0]);
});

test('it is not quiet while one of two calls is under way', async () => {
  const { told, pulse } = ear();
  const ends = [pulse(10_000, 'answer'), pulse(3000, 'answer')];
  ends[0]?.();
  await sleep(60);
  expect(told.map(([limit]) => limit)).not.toContain(0);
  ends[1]?.();
  await sleep(60);
  expect(told.at(-1)?.[0]).toBe(0);
});

test('a long wait for one card does not hide that another owes an answer', async () => {
  const { told, pulse } = ear();
  const long = pulse(60_000, 'turn');
  const short = pulse(3000, 'answer');
  expect(told.at(-1)).toEqual([3000, 'answer']);
  await sleep(20);
  short();
  const [left = 0, wait] = told.at(-1) ?? [];
  expect(wait).toBe('turn');
  expect(left).toBeGreaterThan(55_000);
  expect(left).toBeLessThan(60_000);
  long();
});

test('a short call does not cut off a person at a keypad', () => {
  const { told, pulse } = ear();
  const keypad = pulse(75_000, 'answer');
  pulse(3000, 'answer')();
  expect(told.at(-1)?.[0]).toBeGreaterThan(70_000);
  keypad();
});
