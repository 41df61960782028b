import type { Duration } from './record.ts';

const BANDS: readonly (readonly [minutes: number, band: Duration])[] = [
  [5, 'under-5'],
  [15, '5-15'],
  [30, '15-30'],
  [60, '30-60'],
  [120, '60-120'],
];

/** Band of a length of time in milliseconds; a band holds its lower bound. No exact time leaves the device (house, rule 6). */
export function durationBand(milliseconds: number): Duration {
  return BANDS.find(([minutes]) => milliseconds < minutes * 60_000)?.[1] ?? 'over-120';
}
