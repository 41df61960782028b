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
 * The looks to walk through. All 32 in `npm run test:full`; in `npm test` four of them, drawn by the seed so that each language and
 * each size is there once and each theme twice.
 */
export function looks(): Look[] {
  const all = LANGUAGES.flatMap((language) => SIZES.flatMap((size) => THEMES.map((theme) => ({ language, size, theme }))));
  if (FULL) return all;
  return LANGUAGES.map((language, at) => ({
    language,
    size: SIZES[(at + SEED) % 4] ?? 1,
    theme: THEMES[(at + (SEED >> 2)) % 2] ?? 'light',
  }));
}
export const sampleName = FULL ? 'every look' : `a sample of four looks, seed ${SEED}`;
