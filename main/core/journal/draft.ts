import { z } from 'zod';
import { HelpRecord } from './help.ts';

/** A form that is not filled in yet: any part of a record. It lies outside the chain and goes when the help is written. */
export const Draft = z.strictObject(HelpRecord.shape).partial();
export type Draft = z.infer<typeof Draft>;

/** A draft as it was kept. `day` is when it was last changed, local. */
export interface KeptDraft {
  id: string;
  day: string;
  draft: Draft;
}
