import { LANGUAGES, type Language } from '../../main/core/language.ts';
import { FULL, SEED } from '../fixtures/sample.ts';

/** How a screen may look: the language spoken, the size of the text, light or dark. */
export interface Look {
  language: Language;
  size: 1 | 2 | 3 | 4;
  theme: 'light' | 'dark';
}
const SIZES = [1, 2, 3, 4] as const;
const THEMES = ['light', 'dark'] as const;

/**
 * The looks to walk through. All 32 in `npm run test:full`; in `npm test` two of them, drawn by the seed: a smaller and a larger text,
 * light and dark, French and German or Dutch and English.
 */
export function looks(): Look[] {
  if (FULL) return LANGUAGES.flatMap((language) => SIZES.flatMap((size) => THEMES.map((theme) => ({ language, size, theme }))));
  return [0, 1].map((at) => ({
    language: LANGUAGES[(SEED + 3 + 2 * at) % 4] ?? 'fr',
    size: SIZES[(SEED + 2 * at) % 4] ?? 1,
    theme: THEMES[(at + (SEED >> 1)) % 2] ?? 'light',
  }));
}
export const sampleName = FULL ? 'every look' : `a sample of two looks, seed ${SEED}`;
