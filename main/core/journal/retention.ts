import { z } from 'zod';

/** How long what is kept (domain.md 4.4). In `settings.json` as `journal`. */
export const Keep = z.strictObject({
  /** Months that a help stays as it was written; then its day's sums take its place. */
  keepMonths: z.int().min(1).max(120).default(12),
  /** Days within which a citizen's receipt erases their help. */
  receiptDays: z.int().min(1).max(366).default(30),
  /** Days that a half-filled form stays. */
  draftDays: z.int().min(1).max(366).default(30),
});
export type Keep = z.infer<typeof Keep>;

/** Days are local dates, `YYYY-MM-DD`; counted on the calendar, not by hours. */
export function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** The same day so many months earlier, or the last of that month: on 31 March, one month earlier is the last of February. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1, 12));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0, 12)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}
