import { expect, it } from 'vitest';
import { speaksNot } from './speaks.ts';

const portal = {
  name: 'IRISbox',
  host: 'irisbox.irisnet.be',
  regions: ['bruxelles' as const],
  grade: 'sure' as const,
  source: null,
};

it('a site is only said not to speak a language when somebody has looked', () => {
  expect(speaksNot({ ...portal, languages: ['fr', 'nl', 'en'] }, 'de')).toBe(true);
  expect(speaksNot({ ...portal, languages: ['fr', 'nl', 'en'] }, 'nl')).toBe(false);
  expect(speaksNot(portal, 'de')).toBe(false);
  expect(speaksNot(null, 'de')).toBe(false);
});
