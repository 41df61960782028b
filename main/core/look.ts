import { z } from 'zod';

/** How the citizen wants the screen: size of the text (1, 1.25, 1.5 or 2 times), light or dark. */
export const Look = z.strictObject({ size: z.int().min(1).max(4), dark: z.boolean() });
export type Look = z.infer<typeof Look>;

/** Before anybody chose. */
export const PLAIN_LOOK: Look = { size: 1, dark: false };
