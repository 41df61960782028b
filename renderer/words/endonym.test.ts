import { expect, it } from 'vitest';
import { ENDONYM, LANGUAGES } from '../../main/core/language.ts';
import { endonym } from './endonym.ts';

it('names each language as its speakers do', () => {
  for (const language of LANGUAGES) expect(endonym(language)).toBe(ENDONYM[language]);
});
