import { describe, expect, test } from 'vitest';
import legal from '../../locales/procedures/legal.json';
import { LANGUAGES } from '../../main/core/language.ts';
import { MISHAPS } from '../../main/core/mishap.ts';
import { THEMES } from '../../main/core/procedure/schema.ts';

type Tree = { [key: string]: string | Tree };
const files = import.meta.glob<Tree>('../../locales/*/{kiosk,pin,attract,mishaps,guard}.json', {
  eager: true,
  import: 'default',
});
const file = (language: string, name: string): Tree => files[`../../locales/${language}/${name}.json`] ?? {};

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}
const names = ['kiosk', 'pin', 'attract', 'mishaps', 'guard'] as const;
const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.each(LANGUAGES)('the words in %s', (language) => {
  test.each(names)('%s.json has every key, and the same blanks to fill', (name) => {
    const own = new Map(leaves(file(language, name)));
    const french = leaves(file('fr', name));
    expect([...own.keys()].sort()).toEqual(french.map(([key]) => key).sort());
    for (const [key, text] of french) expect([key, holes(own.get(key) ?? '')]).toEqual([key, holes(text)]);
  });

  test('every mishap says what happened and what to do next', () => {
    expect(Object.keys(file(language, 'mishaps')).sort()).toEqual([...MISHAPS].sort());
  });

  test('every theme and every legal basis of the catalogue has its words', () => {
    expect(Object.keys(file(language, 'kiosk').themes ?? {}).sort()).toEqual([...THEMES].sort());
    expect(Object.keys(file(language, 'kiosk').legal ?? {}).sort()).toEqual(Object.keys(legal).sort());
  });

  test('a planned law is nowhere called a right', () => {
    const ways = file(language, 'kiosk').ways as { status: Record<string, string>; right: Record<string, string> };
    expect(ways.status.draft).toMatch(/pas encore|nog geen|noch kein|not yet/);
  });

  test('sentences are short: at most fifteen words', () => {
    for (const name of names)
      for (const [key, text] of leaves(file(language, name)))
        for (const sentence of text.split(/[.?!:…]\s/)) expect([key, sentence.split(/\s+/).length <= 15]).toEqual([key, true]);
  });
});

test('French sets a narrow no-break space before its double signs, and curls its quotes', () => {
  for (const name of names)
    for (const [key, text] of leaves(file('fr', name))) {
      expect([key, text]).toEqual([key, expect.not.stringMatching(/[^\u202f\s][;:?!»](\s|$)|[ \u00a0][;:?!»]|«[^\u202f]|'/)]);
    }
});
