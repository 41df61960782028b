import { z } from 'zod';
import { HelpRecord } from './help.ts';

/** Why a help is written anew: a list, because a reason in free words would be one more place for a person's data. */
export const CorrectionReason = z.enum(['completed', 'mistyped', 'outcome-known', 'other']);
export type CorrectionReason = z.infer<typeof CorrectionReason>;

/** The whole record anew: an entry about the first one, which stays as it was. */
export const Correction = z.strictObject({ kind: z.literal('correction'), reason: CorrectionReason, help: HelpRecord });

/** Why a help's words were taken out of the journal. `private`: it was about health or justice after all. */
export const ErasureReason = z.enum(['receipt', 'twice', 'by-mistake', 'about-a-person', 'private', 'other']);
export type ErasureReason = z.infer<typeof ErasureReason>;

/** Says that the entry it is about lost its payload, when (a local day) and why. */
export const Erased = z.strictObject({ kind: z.literal('erased'), day: z.iso.date(), reason: ErasureReason });
