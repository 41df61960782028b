import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../main/core/language.ts';
import { directionOf } from './direction.ts';
import './resources.ts';

/** One file of words, `locales/<language>/<namespace>.json`. */
export type Namespace = 'kiosk' | 'console' | 'phone' | 'pin' | 'mishaps' | 'guard';

// One chunk per file, so that a seat loads one language of its own words and nothing else.
const files = import.meta.glob<Record<string, unknown>>(
  ['../../locales/*/*.json', '!../../locales/procedures/**', '!../../locales/*/attract.json', '!../../locales/*/setup.json'],
  { import: 'default' },
);

let wanted: readonly Namespace[] = [];

async function load(language: Language, namespace: Namespace): Promise<void> {
  if (i18next.hasResourceBundle(language, namespace)) return;
  const file = files[`../../locales/${language}/${namespace}.json`];
  if (!file) throw new Error(`no words: ${language}/${namespace}`);
  i18next.addResourceBundle(language, namespace, await file());
}

/**
 * Starts i18next for one seat and speaks `language`. The first namespace is the one `useTranslation()` uses.
 * There is no fallback language: the check of completeness keeps every language whole.
 */
export async function startWords(language: Language, namespaces: readonly [Namespace, ...Namespace[]]): Promise<void> {
  wanted = namespaces;
  if (!i18next.isInitialized) {
    await i18next.use(initReactI18next).init({
      lng: language,
      fallbackLng: false,
      ns: [...namespaces],
      defaultNS: namespaces[0],
      resources: {},
      // React escapes already.
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  }
  await speak(language);
}

/** Loads a language's words, then changes every screen to it: words, `lang` and direction of the page. */
export async function speak(language: Language): Promise<void> {
  await Promise.all(wanted.map((namespace) => load(language, namespace)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
