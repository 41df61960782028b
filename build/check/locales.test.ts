import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const here = import.meta.dirname;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-locales-'));
  cpSync(path.resolve(here, '../../locales'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function check(): { code: number | null; said: string } {
  const ran = spawnSync(process.execPath, [path.join(here, 'locales.mjs'), folder], { encoding: 'utf8' });
  return { code: ran.status, said: ran.stdout + ran.stderr };
}

// Words are looked into as data here, whatever their keys are.
type Words = { [key: string]: Words | string };

function change(file: string, how: (words: Words) => void): void {
  const full = path.join(folder, file);
  const words = JSON.parse(readFileSync(full, 'utf8')) as Words;
  how(words);
  writeFileSync(full, JSON.stringify(words));
}

function plant(language: string, key: string, text: string | null): void {
  change(`${language}/kiosk.json`, (words) => {
    if (text !== null) words[key] = text;
  });
}

const all = (key: string, texts: Record<string, string | null>) => {
  for (const [language, text] of Object.entries(texts)) plant(language, key, text);
};

const PROCEDURE = 'procedures/eid-pin-code';

describe('the check of the languages', () => {
  test('is green for the words we ship', () => {
    expect(check()).toEqual({ code: 0, said: 'fr, nl, de, en: whole\n' });
  });

  test('takes a new key that every language has, with its plural forms', () => {
    all('extra_one', { fr: '{{count}} jour', nl: 'één dag', de: 'ein Tag', en: 'one day' });
    all('extra_other', { fr: '{{count}} jours', nl: '{{count}} dagen', de: '{{count}} Tage', en: '{{count}} days' });
    expect(check().code).toBe(0);
  });

  const breaches: [name: string, plant: () => void, says: string][] = [
    ['a key that French alone has', () => all('extra', { fr: 'oui' }), 'nl/kiosk.json extra: is missing'],
    ['a key that French alone lacks', () => all('extra', { nl: 'ja', de: 'ja', en: 'yes' }), 'fr/kiosk.json extra: is missing'],
    ['an empty text', () => all('extra', { fr: 'oui', nl: ' ', de: 'ja', en: 'yes' }), 'nl/kiosk.json extra: is empty'],
    [
      'a placeholder that one language forgot',
      () => all('extra', { fr: '{{n}}', nl: '{{n}}', de: 'n', en: '{{n}}' }),
      'kiosk.json extra: placeholders differ',
    ],
    [
      'a plural form that is missing',
      () => {
        all('extra_one', { fr: 'un', nl: 'een', en: 'one' });
        all('extra_other', { fr: 'plus', nl: 'meer', de: 'mehr', en: 'more' });
      },
      'de/kiosk.json extra: has no form _one',
    ],
    [
      'a plural form the language does not have',
      () => {
        all('extra_one', { fr: 'un', nl: 'een', de: 'ein', en: 'one' });
        all('extra_other', { fr: 'plus', nl: 'meer', de: 'mehr', en: 'more' });
        all('extra_few', { nl: 'enkele' });
      },
      'nl/kiosk.json extra: _few is not a form of this language',
    ],
    ['a whole file missing', () => rmSync(path.join(folder, 'de/mishaps.json')), 'de/mishaps.json: is missing'],
    [
      'a mishap without words',
      () => {
        for (const language of ['fr', 'nl', 'de', 'en']) change(`${language}/mishaps.json`, (words) => delete words['no-reader']);
      },
      'fr/mishaps.json no-reader: is missing',
    ],
    [
      'a procedure without one language',
      () => rmSync(path.join(folder, PROCEDURE, 'nl.json')),
      `${PROCEDURE}/nl.json: is missing`,
    ],
    [
      'a step fewer in one language',
      () => change(`${PROCEDURE}/en.json`, (words) => (words.steps as unknown as unknown[]).pop()),
      `${PROCEDURE}/en.json: 5 steps, fr has 6 steps`,
    ],
    [
      'words for a fact that is unknown',
      () => change(`${PROCEDURE}/fr.json`, (words) => Object.assign(words, { phone: 'Appelez-nous.' })),
      `${PROCEDURE}/fr.json phone: the fact is unknown`,
    ],
    [
      'no words for a fact that is known',
      () => change(`${PROCEDURE}/de.json`, (words) => Object.assign(words, { cost: null })),
      `${PROCEDURE}/de.json cost: the fact is known`,
    ],
    [
      'a legal basis nobody wrote down',
      () => change(`${PROCEDURE}/procedure.json`, (file) => Object.assign(file.legalBasis ?? {}, { bruxelles: 'BXL-1' })),
      'BXL-1 is not in legal.json',
    ],
    [
      'a sheet that is verified by nobody',
      () => change(`${PROCEDURE}/procedure.json`, (file) => Object.assign(file, { verifiedOn: '2026-01-01' })),
      'verifiedOn and verifiedBy go together',
    ],
  ];
  test.each(breaches)('sees %s', (_, breach, says) => {
    breach();
    const { code, said } = check();
    expect(said).toContain(says);
    expect(code).toBe(1);
  });
});
