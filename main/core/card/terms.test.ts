import { expect, test } from 'vitest';
import { DOCUMENT_TYPES, SPECIAL_STATUSES, termOf } from './terms.ts';

test('"1" and "01" are the same kind of card', () => {
  expect([termOf(DOCUMENT_TYPES, '1'), termOf(DOCUMENT_TYPES, '01')]).toEqual(['citizen', 'citizen']);
  expect(termOf(DOCUMENT_TYPES, '36')).toBe('F+-2021');
});

test('every type of document that the register gives out has a name of its own', () => {
  const given = [1, 6, 7, 8, ...[11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23], 27, 28, ...[31, 32, 33, 34, 35, 36]];
  const names = [...given, 61, 62, 63, 64, 65, 66, 67, 68, 69].map((type) => termOf(DOCUMENT_TYPES, String(type)));
  expect(names).not.toContain(null);
  expect(new Set(names).size).toBe(names.length);
});

test.each([null, '', '99', '1a', '-1', '1.0', 'constructor'])('%j means nothing', (text) => {
  expect(termOf(DOCUMENT_TYPES, text)).toBeNull();
});

test('a status may be several', () => {
  expect(termOf(SPECIAL_STATUSES, '5')).toEqual(['yellow-cane', 'extended-minority']);
  expect(termOf(SPECIAL_STATUSES, '0')).toEqual([]);
});
