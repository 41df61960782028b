import { z } from 'zod';

/** The languages a seat speaks, as BCP 47 tags, in the order the language screen shows them. */
export const LANGUAGES = ['fr', 'nl', 'de', 'en'] as const;
export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** Each language in its own words: the only way to find one's own language on a screen. No flags. */
export const ENDONYM: Record<Language, string> = { fr: 'Français', nl: 'Nederlands', de: 'Deutsch', en: 'English' };
