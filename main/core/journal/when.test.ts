import { describe, expect, it } from 'vitest';
import { localDay } from '../local-day.ts';
import { durationBand } from './when.ts';

describe('when', () => {
  it('puts a length of time in the band that holds it, lower bound included', () => {
    const minute = 60_000;
    const bands = [0, 5 * minute - 1, 5 * minute, 15 * minute, 30 * minute, 60 * minute, 120 * minute, 10_000 * minute].map(
      durationBand,
    );
    expect(bands).toEqual(['under-5', 'under-5', '5-15', '15-30', '30-60', '60-120', 'over-120', 'over-120']);
  });

  it('takes the day of the wall calendar, to its last second', () => {
    expect(localDay(new Date(2026, 0, 5, 0, 0, 0))).toBe('2026-01-05');
    expect(localDay(new Date(2026, 11, 31, 23, 59, 59))).toBe('2026-12-31');
  });
});
