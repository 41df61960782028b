import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../core/language.ts';
import { DIGEST_FILE, digestOf } from './digest.ts';
import { openCatalogue } from './index.ts';

const REAL = join(import.meta.dirname, '../../../locales/procedures');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  cpSync(REAL, folder, { recursive: true });
  rmSync(join(folder, DIGEST_FILE), { force: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const seal = () => writeFileSync(join(folder, DIGEST_FILE), JSON.stringify(digestOf(folder)));
const open = (damaged: (why: string) => void = () => {}) => openCatalogue({ folder, region: 'bruxelles', damaged });
const opened = () => {
  const result = open((why) => {
    throw new Error(why);
  });
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const change = (file: string, edit: (text: string) => string) =>
  writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')));

describe('the catalogue', () => {
  it('holds the packaged procedures, complete in every language', () => {
    seal();
    const catalogue = opened();
    const ids = ['composition-menage', 'eid-pin-code', 'pension-estimation'];
    for (const language of LANGUAGES) {
      expect(catalogue.list(language).map((line) => line.id)).toEqual(expect.arrayContaining(ids));
      for (const id of ids) expect(catalogue.read(id, language)).toMatchObject({ ok: true, value: { file: { id } } });
    }
  });

  it('has the first twelve signs of its digest as its version', () => {
    seal();
    expect(opened().version).toBe(digestOf(folder).version);
  });

  it('is damaged when one byte of one file changed after it was sealed', () => {
    seal();
    appendFileSync(join(folder, 'eid-pin-code/fr.json'), '\n');
    const why: string[] = [];
    expect(open((reason) => why.push(reason))).toEqual({ ok: false, code: 'catalogue-damaged' });
    expect(why).toEqual([`${DIGEST_FILE}: eid-pin-code/fr.json`]);
  });

  it('is damaged when a file was added or taken away', () => {
    seal();
    rmSync(join(folder, 'pension-estimation'), { recursive: true });
    expect(open()).toEqual({ ok: false, code: 'catalogue-damaged' });
    seal();
    expect(open().ok).toBe(true);
    cpSync(join(folder, 'eid-pin-code'), join(folder, 'another'), { recursive: true });
    expect(open()).toEqual({ ok: false, code: 'catalogue-damaged' });
  });

  it('is damaged when its digest is not one', () => {
    writeFileSync(join(folder, DIGEST_FILE), '{}');
    expect(open()).toEqual({ ok: false, code: 'catalogue-damaged' });
  });

  it('is damaged when words stand where the fact is unknown, and says which', () => {
    change('composition-menage/fr.json', (text) => JSON.stringify({ ...JSON.parse(text), phone: '02 000 00 00' }));
    const why: string[] = [];
    expect(open((reason) => why.push(reason))).toEqual({ ok: false, code: 'catalogue-damaged' });
    expect(why[0]).toContain('composition-menage/fr.json: phone=unknown+value');
  });

  it('is damaged when a language is missing', () => {
    rmSync(join(folder, 'eid-pin-code/de.json'));
    expect(open()).toEqual({ ok: false, code: 'catalogue-damaged' });
  });

  it('shows a region only the procedures that exist there', () => {
    change('composition-menage/procedure.json', (text) => JSON.stringify({ ...JSON.parse(text), regions: ['flandre'] }));
    expect(opened().read('composition-menage', 'fr')).toEqual({ ok: false, code: 'no-such-procedure' });
    expect(
      opened()
        .list('fr')
        .map((line) => line.id),
    ).not.toContain('composition-menage');
  });

  it('gives the legal basis of the region, and "unknown" for a basis that nobody described', () => {
    const legal = opened().read('composition-menage', 'fr');
    expect(legal).toMatchObject({ ok: true, value: { legal: { id: 'BXL-NUM', status: 'in-force' } } });
    change('legal.json', () => '{}');
    expect(opened().read('composition-menage', 'fr')).toMatchObject({ ok: true, value: { legal: { status: 'unknown' } } });
  });
});

describe('digestOf', () => {
  it('does not depend on where the folder is, only on names and bytes', () => {
    const copy = mkdtempSync(join(tmpdir(), 'copy-'));
    cpSync(folder, copy, { recursive: true });
    expect(digestOf(copy)).toEqual(digestOf(folder));
    mkdirSync(join(copy, 'x'));
    writeFileSync(join(copy, 'x/a.json'), '');
    expect(digestOf(copy)).not.toEqual(digestOf(folder));
    rmSync(copy, { recursive: true });
  });
});
