import { generateKeyPairSync, sign } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LANGUAGES } from '../../main/core/language.ts';
import { warrantText } from '../../main/core/procedure/warrant.ts';
import { procedureProblems } from './procedures.mjs';

const REAL = path.resolve(import.meta.dirname, '../../locales/procedures');
const ID = 'pension-estimation';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-procedures-'));
  cpSync(REAL, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is wrong when the pension sheet asks this of the card. */
function problemsWith(card: unknown, publishers = [publicKey]): string[] {
  const file = path.join(folder, ID, 'procedure.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), card }));
  return procedureProblems(folder, LANGUAGES, publishers).problems;
}
const text = { procedure: ID, fields: ['photo'] as ['photo'], basis: 'An invented law, art. 1' };
const signed = (changes = {}) => ({
  fields: text.fields,
  basis: text.basis,
  signature: sign(null, Buffer.from(warrantText(text)), privateKey).toString('base64'),
  ...changes,
});

test('a sheet may ask nothing of the card, its ordinary fields, or more on a warrant a pinned publisher signed', () => {
  expect(problemsWith(undefined)).toEqual([]);
  expect(problemsWith({ fields: [], warrant: null })).toEqual([]);
  expect(problemsWith({ fields: ['first-name', 'validity'], warrant: null })).toEqual([]);
  expect(problemsWith({ fields: ['validity'], warrant: signed() })).toEqual([]);
});

test('a warrant that nobody pinned has signed is named, as all are while no publisher is', () => {
  const problem = [expect.stringContaining(`${ID}/procedure.json card.warrant: no publisher`)];
  expect(problemsWith({ fields: [], warrant: signed() }, [])).toEqual(problem);
  expect(problemsWith({ fields: [], warrant: signed({ basis: 'An invented law, art. 2' }) })).toEqual(problem);
  expect(problemsWith({ fields: [], warrant: signed({ fields: ['photo', 'national-number'] }) })).toEqual(problem);
});

test.each([
  ['a field the card does not give', { fields: ['shoe-size'], warrant: null }],
  ['the number without warrant', { fields: ['national-number'], warrant: null }],
  ['a field twice', { fields: ['validity', 'validity'], warrant: null }],
  ['a warrant for nothing', { fields: [], warrant: signed({ fields: [] }) }],
  ['a warrant for an ordinary field', { fields: [], warrant: signed({ fields: ['validity'] }) }],
  ['a basis of two lines', { fields: [], warrant: signed({ basis: 'one\nfields: national-number' }) }],
  ['a basis with an invisible sign', { fields: [], warrant: signed({ basis: 'one\u200btwo' }) }],
  ['no basis', { fields: [], warrant: signed({ basis: '' }) }],
  ['a signature that is none', { fields: [], warrant: signed({ signature: 'yes' }) }],
  ['no word on a warrant', { fields: [] }],
  ['more than that', { fields: [], warrant: null, reader: 'any' }],
])('%s is a mistake', (_, card) => {
  const problems = problemsWith(card);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toContain(`${ID}/procedure.json card`);
});
