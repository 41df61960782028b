import type fr from '../../../locales/fr/setup.json';
import { LANGUAGES, type Language } from '../../../main/core/language.ts';

export type SetUpWords = typeof fr;

const files = import.meta.glob<SetUpWords>('../../../locales/*/setup.json', { eager: true, import: 'default' });

/** What is said while the settings cannot be used, in every language: those spoken here are among what is not known. */
export function setUpWords(): { language: Language; words: SetUpWords }[] {
  return LANGUAGES.map((language) => {
    const words = files[`../../../locales/${language}/setup.json`];
    if (!words) throw new Error(`no words: ${language}/setup`);
    return { language, words };
  });
}
