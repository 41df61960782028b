import { z } from 'zod';

/** One check of `comptoir doctor`, also shown in the console. Words: console.json `health.<id>.<status>`; `detail` is for the IT person. */
export const Check = z.strictObject({
  id: z.enum([
    'reader',
    'login',
    'login-recent',
    'service',
    'printer',
    'disk',
    'clock',
    'runtime',
    'journal',
    'swap',
    'core-dumps',
    'hibernation',
    'papers',
    'print-copies',
    'settings',
    'catalogue',
    'sandbox',
  ]),
  status: z.enum(['good', 'warning', 'bad', 'unknown']),
  detail: z.string(),
});
export type Check = z.infer<typeof Check>;
export const Health = z.strictObject({ checks: z.array(Check) });
export type Health = z.infer<typeof Health>;

/** Which Electron runs. `fallback` is for development and tests only and is never shipped. */
export const Runtime = z.strictObject({
  kind: z.enum(['official', 'fallback', 'given', 'node']),
  electron: z.string().nullable(),
  node: z.string(),
});
export type Runtime = z.infer<typeof Runtime>;
