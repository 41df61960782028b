import { expect, test } from 'vitest';
import { digitOf } from './useKeys.ts';

test('the digits of the top row are digits on a Belgian keyboard too, without Shift', () => {
  const row = ['à', '&', 'é', '"', "'", '(', '§', 'è', '!', 'ç'];
  expect(row.map((key, digit) => digitOf({ code: `Digit${digit}`, key }))).toEqual([...'0123456789']);
});

test('the digits of the number pad are digits, whatever the lock says', () => {
  expect(digitOf({ code: 'Numpad4', key: '4' })).toBe('4');
  expect(digitOf({ code: 'Numpad4', key: 'ArrowLeft' })).toBe('4');
});

test('a keyboard that gives no places still types digits', () => {
  expect(digitOf({ code: '', key: '7' })).toBe('7');
});

test('no other key is a digit', () => {
  for (const [code, key] of [
    ['KeyA', 'a'],
    ['Enter', 'Enter'],
    ['', 'erase'],
    ['', '12'],
    ['NumpadEnter', 'Enter'],
    ['F1', 'F1'],
  ] as const)
    expect(digitOf({ code, key })).toBeNull();
});
