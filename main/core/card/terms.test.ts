import { expect, test } from 'vitest';
import { DOCUMENT_TYPES, SPECIAL_STATUSES, termOf } from './terms.ts';

test('"1" and "01" are the same kind of card', () => {
  expect([termOf(DOCUMENT_TYPES, '1'), termOf(DOCUMENT_TYPES, '01')]).toEqual(['citizen', 'citizen']);
  expect(termOf(DOCUMENT_TYPES, '36')).toBe('F+-2021');
});

test.each([null, '', '99', '1a', '-1', '1.0', 'constructor'])('%j means nothing', (text) => {
  expect(termOf(DOCUMENT_TYPES, text)).toBeNull();
});

test('a status may be several', () => {
  expect(termOf(SPECIAL_STATUSES, '5')).toEqual(['yellow-cane', 'extended-minority']);
  expect(termOf(SPECIAL_STATUSES, '0')).toEqual([]);
});
