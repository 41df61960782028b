import { z } from 'zod';
import { Receipt } from './journal/record.ts';
import { Language } from './language.ts';
import { Sheet } from './procedure/schema.ts';

/** What the paper to take away holds. No person: a procedure, its steps, the receipt of the journal record. */
export const Paper = z.strictObject({
  language: Language,
  place: z.string(),
  sheet: Sheet,
  /** Step the person stopped at, which the paper marks; 0 when not started, one more than there are when all are done. */
  step: z.int().min(0),
  /** Null after "do not count me": there is no record. */
  receipt: Receipt.nullable(),
  /** ISO date of a next step the person chose, or null: then the paper has a line to write it on. */
  nextDate: z.iso.date().nullable(),
});
export type Paper = z.infer<typeof Paper>;
