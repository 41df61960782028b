import { z } from 'zod';
import { DIMENSIONS } from './dimensions.ts';
import { HelpFilter } from './query.ts';

/** `day` and `month` are local: `2026-11-21`, `2026-11`. */
export const ReportBy = z.enum([...DIMENSIONS, 'day', 'month']);
export type ReportBy = z.infer<typeof ReportBy>;

/** Counts of a range of days, by up to three dimensions, of helps that match a filter. */
export const ReportQuery = z
  .strictObject({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z
      .array(ReportBy)
      .max(3)
      .refine((list) => new Set(list).size === list.length),
    filter: HelpFilter.omit({ from: true, to: true }).default({}),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
export type ReportQuery = z.infer<typeof ReportQuery>;

/** Helps given, people they reached (a workshop's participants; else one), minutes of help. */
export interface Figures {
  helps: number;
  people: number;
  minutes: number;
}

/** One line: a value for each dimension of `by`, null where nothing was said. */
export interface ReportLine extends Figures {
  values: (string | null)[];
}

export interface Report {
  from: string;
  to: string;
  by: ReportBy[];
  /** In the order of their values. Without `by` there is none: the total is all. */
  lines: ReportLine[];
  /** Of `lines`. */
  total: Figures;
  /** Helps older than the retention time that can no longer be told apart as asked: in no line and not in the total. */
  unsplit: Figures;
  /** Visits that a crash or a power cut ended. */
  interrupted: number;
}

export const NOTHING: Figures = { helps: 0, people: 0, minutes: 0 };
export const plus = (a: Figures, b: Figures): Figures => ({
  helps: a.helps + b.helps,
  people: a.people + b.people,
  minutes: a.minutes + b.minutes,
});
