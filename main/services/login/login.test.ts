import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findModule, homeOf, prepareHome } from './index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'login-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (file: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), '');
  return join(folder, file);
};
const modules = () => readFileSync(join(homeOf(folder).home, '.pki/nssdb/pkcs11.txt'), 'utf8');
const opensc = () => readFileSync(homeOf(folder).opensc, 'utf8');
const OPENSC = { kind: 'opensc', file: '/usr/lib/opensc-pkcs11.so', elliptic: false } as const;

describe('the program between browser and card', () => {
  test('is none on a bare machine', () => expect(findModule(folder)).toBeNull());

  test('is OpenSC where there is nothing else, and that cannot sign with cards of 1.8', () => {
    const file = put('usr/lib/x86_64-linux-gnu/opensc-pkcs11.so');
    expect(findModule(folder)).toEqual({ kind: 'opensc', file, elliptic: false });
  });

  test.each(['usr/lib/x86_64-linux-gnu', 'usr/lib64', 'usr/local/lib'])('is that of the State first, from %s', (where) => {
    put('usr/lib/x86_64-linux-gnu/opensc-pkcs11.so');
    const file = put(`${where}/libbeidpkcs11.so.0`);
    expect(findModule(folder)).toEqual({ kind: 'state', file, elliptic: true });
  });
});

describe('our own home', () => {
  test('is for nobody else to read', () => {
    prepareHome(folder, OPENSC, []);
    const { home, opensc: settings } = homeOf(folder);
    const mode = (file: string) => (statSync(file).mode & 0o777).toString(8);
    expect([home, join(home, '.pki'), join(home, '.pki/nssdb')].map(mode)).toEqual(['700', '700', '700']);
    expect([join(home, '.pki/nssdb/pkcs11.txt'), settings].map(mode)).toEqual(['600', '600']);
  });

  test('names the module, and has NSS forget a log-in that nobody uses', () => {
    prepareHome(folder, OPENSC, []);
    expect(modules()).toContain('library=/usr/lib/opensc-pkcs11.so\nname=eID\n');
    expect(modules()).toContain('2={askpw=timeout timeout=1}');
    prepareHome(folder, null, []);
    expect(modules()).not.toContain('name=eID');
    expect(modules()).toContain('name=NSS Internal PKCS #11 Module');
  });

  test('has OpenSC keep no code and no file, use no keys of a reader, and leave the readers of other seats alone', () => {
    prepareHome(folder, OPENSC, []);
    for (const line of ['use_pin_caching = false;', 'use_file_caching = no;', 'enable_pinpad = false;'])
      expect(opensc()).toContain(line);
    expect(opensc()).not.toContain('ignored_readers');
    prepareHome(folder, OPENSC, ['ACS "38" \\Desk', 'Other']);
    expect(opensc()).toContain('ignored_readers = "ACS 38 Desk", "Other";');
  });

  test('is written once, and again when something in it is not as it must be', () => {
    prepareHome(folder, OPENSC, []);
    const file = join(homeOf(folder).home, '.pki/nssdb/pkcs11.txt');
    utimesSync(file, 1, 1);
    prepareHome(folder, OPENSC, []);
    expect(statSync(file).mtimeMs).toBe(1000);
    writeFileSync(file, 'library=/tmp/evil.so\nname=evil\n');
    prepareHome(folder, OPENSC, []);
    expect(modules()).not.toContain('evil');
  });
});
