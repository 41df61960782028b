import { z } from 'zod';
import { DIMENSIONS } from './dimensions.ts';

const Count = z.int().min(0);

/** One value of a dimension: how many helps, people and minutes. `value` null: not asked, or not known any more. */
const SumLine = z.tuple([z.string().nullable(), Count, Count, Count]);

/**
 * What stays of a day when its helps are older than the retention time: sums, each dimension by itself, without notes, tags, postcodes,
 * hours or helpers. `covers` names the entries (device, first and last sequence) whose payloads went: the chain verifies without them.
 * `done` is the local day on which this was written. A day may have several: they add up.
 */
export const Sums = z.strictObject({
  kind: z.literal('sums'),
  day: z.iso.date(),
  done: z.iso.date(),
  helps: Count,
  people: Count,
  minutes: Count,
  interrupted: Count,
  by: z.partialRecord(z.enum(DIMENSIONS), z.array(SumLine)),
  covers: z.array(z.tuple([z.string(), z.int().min(1), z.int().min(1)])),
});
export type Sums = z.infer<typeof Sums>;
