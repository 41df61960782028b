import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../core/language.ts';

/** Looks up `namespace.key.key`, with `{{name}}` filled in. A word that is not there is its own key: a broken installation still speaks. */
export type Say = (key: string, values?: Record<string, string>) => string;

/** The terminal's language, English when it is none of ours (POSIX: LC_ALL, LC_MESSAGES, LANG, in this order). */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const said = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === said) ?? 'en';
}

/** Words of one language, read when first asked for. */
export function openWords(localesFolder: string, language: Language): Say {
  const files = new Map<string, unknown>();
  const load = (namespace: string): unknown => {
    try {
      return JSON.parse(readFileSync(join(localesFolder, language, `${namespace}.json`), 'utf8'));
    } catch {
      return null;
    }
  };
  return (key, values = {}) => {
    const [namespace = '', ...path] = key.split('.');
    if (!files.has(namespace)) files.set(namespace, load(namespace));
    let found = files.get(namespace);
    for (const part of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined;
    if (typeof found !== 'string') return key;
    return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  };
}
