import type fr from '../../../locales/fr/attract.json';
import type { Language } from '../../../main/core/language.ts';

export type AttractWords = typeof fr;

/** The few words that stand in every language at once, before anybody has chosen one. */
const files = import.meta.glob<AttractWords>('../../../locales/*/attract.json', { eager: true, import: 'default' });

/** The words of the poster in one language. */
export function attractWords(language: Language): AttractWords {
  const words = files[`../../../locales/${language}/attract.json`];
  if (!words) throw new Error(`no words: ${language}/attract`);
  return words;
}

/** Every language that has a poster, in the order of their names on disk: until the settings say which ones are spoken here. */
export const allLanguages = (): Language[] =>
  // The folders under locales are named by language; the check of completeness holds both lists together.
  Object.keys(files).map((file) => file.split('/').at(-2) as Language);
