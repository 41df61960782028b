import { expect, test } from 'vitest';
import { openDigits } from './digits.ts';

test('digits are counted, erased, compared, and copied as the card wants them', () => {
  const [one, other] = [openDigits(), openDigits()];
  for (const digit of [1, 2, 3, 4, 5]) one.press(digit);
  one.erase();
  for (const digit of [1, 2, 3, 4]) other.press(digit);
  expect(one.count).toBe(4);
  expect(Buffer.from(one.copy()).toString()).toBe('1234');
  expect(one.same(other)).toBe(true);
  other.press(0);
  expect(one.same(other)).toBe(false);
  expect(other.same(one)).toBe(false);
});

test('twelve is all they hold, none is as few as there can be', () => {
  const digits = openDigits();
  digits.erase();
  for (let i = 0; i < 20; i++) digits.press(7);
  expect(digits.count).toBe(12);
  digits.clear();
  expect([digits.count, digits.copy().length]).toEqual([0, 0]);
});

test('a copy is a copy, of its own memory: overwriting it leaves the digits', () => {
  const digits = openDigits();
  for (const digit of [4, 3, 2, 1]) digits.press(digit);
  const copy = digits.copy();
  expect(copy.buffer.byteLength).toBe(4);
  copy.fill(0);
  expect(Buffer.from(digits.copy()).toString()).toBe('4321');
});
