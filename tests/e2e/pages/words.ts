import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../../main/core/language.ts';
import { ROOT } from '../app.ts';

type Tree = { [key: string]: string | Tree };

const files = new Map<string, Tree>();

/**
 * The words a screen shows, from the same file as the screen: `words('fr', 'kiosk')('closing.end')`. Placeholders are
 * filled from `values`. Throws for a key that is not there: a test must not look for nothing.
 */
export function words(language: Language, file: 'kiosk' | 'pin' | 'console' | 'phone' | 'attract' | 'mishaps' | 'setup') {
  const name = path.join(ROOT, 'locales', language, `${file}.json`);
  const tree = files.get(name) ?? (JSON.parse(readFileSync(name, 'utf8')) as Tree);
  files.set(name, tree);
  return (key: string, values: Record<string, string | number> = {}): string => {
    let found: string | Tree | undefined = tree;
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    if (typeof found !== 'string') throw new Error(`no words: ${language}/${file} ${key}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, value: string) => String(values[value] ?? ''));
  };
}

/** The words of a procedure. */
export function procedure(language: Language, id: string): { title: string; bring: string[] | null; steps: { do: string }[] } {
  return JSON.parse(readFileSync(path.join(ROOT, 'locales/procedures', id, `${language}.json`), 'utf8'));
}
