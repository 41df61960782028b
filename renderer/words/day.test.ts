import { expect, test } from 'vitest';
import { addDays, longDay } from './day.ts';

test('a date is said as people say it, in each language', () => {
  expect(longDay('2026-11-28', 'fr')).toBe('samedi 28 novembre 2026');
  expect(longDay('2026-11-28', 'nl')).toBe('zaterdag 28 november 2026');
  expect(longDay('2026-11-28', 'de')).toBe('Samstag, 28. November 2026');
  expect(longDay('2026-11-28', 'fr', false)).toBe('samedi 28 novembre');
});

test('days are counted over months, years and leap days', () => {
  expect(addDays('2026-12-25', 7)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
});
