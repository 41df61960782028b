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

/** What is wrong when the pension sheet's portal is changed so. */
function portalProblems(changes: object): string[] {
  const file = path.join(folder, ID, 'procedure.json');
  const sheet = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...sheet, portal: { ...sheet.portal, ...changes } }));
  return procedureProblems(folder, LANGUAGES).problems;
}

test('a site may name its places, its first page and its hints', () => {
  expect(portalProblems({})).toEqual([]);
  expect(portalProblems({ places: [{ host: 'mypension.be', path: '/fr/' }], start: '/fr/me' })).toEqual([]);
  expect(
    portalProblems({ start: '/', places: undefined, hints: [{ step: 8, at: { host: 'mypension.be', text: 'x' } }] }),
  ).toEqual([]);
  expect(portalProblems({ hints: [{ step: 1, at: { host: 'certif.iamfas.belgium.be' } }] })).toEqual([]);
});

test.each([
  ['places without the first page', { places: [{ host: 'www.mypension.be' }] }, 'portal: its first page https://mypension.be/'],
  ['a first page beside them', { places: [{ host: 'mypension.be', path: '/fr/' }], start: '/nl/' }, 'is not allowed (no-path)'],
  ['a first page read in two ways', { places: [{ host: 'mypension.be', path: '/fr/' }], start: '/fr/../nl' }, '(no-path)'],
  [
    'a log-in place of its own',
    { places: [{ host: 'mypension.be' }, { host: 'certif.iamfas.belgium.be' }] },
    'is a log-in place',
  ],
  ['a hint for a step that is not there', { hints: [{ step: 9, at: { text: 'x' } }] }, 'step 9, the guide has 8'],
  ['a hint of nothing', { hints: [{ step: 1, at: {} }] }, 'names nothing'],
  ['a hint at a foreign host', { hints: [{ step: 1, at: { host: 'evil.example' } }] }, 'evil.example is not allowed'],
  ['a whole country', { host: 'be' }, 'portal.host'],
  ['a wildcard', { host: '*.belgium.be' }, 'portal.host'],
  ['an address of numbers', { host: '10.0.0.1' }, 'portal.host'],
  ['a dot at the end', { host: 'mypension.be.' }, 'portal.host'],
  ['a host with a port', { places: [{ host: 'mypension.be:8443' }] }, 'portal.places'],
  ['a path that climbs', { places: [{ host: 'mypension.be', path: '/a/../b' }] }, 'portal.places'],
  ['a pattern for a path', { places: [{ host: 'mypension.be', path: '/(fr|nl)/.*' }] }, 'portal.places'],
  ['an encoded path', { places: [{ host: 'mypension.be', path: '/%2e%2e/' }] }, 'portal.places'],
  ['step 0', { hints: [{ step: 0, at: { text: 'x' } }] }, 'portal.hints'],
])('%s is a mistake', (_, changes, told) => {
  expect(portalProblems(changes).join('\n')).toContain(told);
});

test('a hint for the log-in needs a log-in', () => {
  const file = path.join(folder, 'eid-pin-code/procedure.json');
  const sheet = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...sheet, portal: { ...sheet.portal, hints: [{ step: 3, at: { login: true } }] } }));
  expect(procedureProblems(folder, LANGUAGES).problems).toEqual([expect.stringContaining('nobody logs in here')]);
});

test.each([
  ['no list of log-in places', null, 'logins.json'],
  ['a place of no known means', { means: 'guess' }, 'logins.json 0.means'],
  ['a name that is no host', { host: 'https://idp.iamfas.belgium.be' }, 'logins.json 0.host'],
  ['sure without a source', { grade: 'sure', source: null }, 'sure without a source'],
  ['one place twice', { host: 'certif.iamfas.belgium.be' }, 'is there twice'],
])('of the log-in places, %s is a mistake', (_, change, told) => {
  const file = path.join(folder, 'logins.json');
  const [first, ...others] = JSON.parse(readFileSync(file, 'utf8'));
  if (change === null) rmSync(file);
  else writeFileSync(file, JSON.stringify([{ ...first, ...change }, ...others]));
  expect(procedureProblems(folder, LANGUAGES).problems.join('\n')).toContain(told);
});
