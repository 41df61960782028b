import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../main/core/language.ts';
import said from './voice/said.json' with { type: 'json' };
import { attractWords } from './words.ts';

/** Samples of the last page of an Ogg Opus file: 48,000 a second (RFC 7845, section 4). */
const samples = (file: Buffer) => Number(file.readBigUInt64LE(file.lastIndexOf('OggS') + 6));

test('the alarm says in every language what the screen says: after a change of words, `node build/run.mjs voices`', () => {
  const words = LANGUAGES.map((language) => {
    const { cardLeft, cardLeftWhere } = attractWords(language);
    return [language, `${cardLeft}. ${cardLeftWhere}`];
  });
  expect(said).toEqual(Object.fromEntries(words));
});

test.each(LANGUAGES)('the sentence in %s is a recording of two to eight seconds', (language) => {
  const file = readFileSync(path.join(import.meta.dirname, `voice/${language}.opus`));
  expect(samples(file) / 48_000).toBeGreaterThan(2);
  expect(samples(file) / 48_000).toBeLessThan(8);
});
