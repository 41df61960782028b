import type { Duration } from './record.ts';

/** Local day of a moment, ISO `YYYY-MM-DD`. */
export function localDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

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
