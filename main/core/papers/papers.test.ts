import { describe, expect, it } from 'vitest';
import { fits } from './fits.ts';
import { plainName, shownName, stickName } from './name.ts';

describe('a stranger’s file name is made harmless before anybody sees it', () => {
  it.each([
    ['attestation.pdf', 'attestation'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\Mon document.PDF', 'Mon document'],
    ['facture\u202Efdp.exe', 'facturefdp'],
    ['a\u0000b\nc.pdf', 'abc'],
    ['  .hidden.pdf', 'hidden'],
    ['composition_de_menage.pdf', 'composition de menage'],
    ['\u200B\uFEFF', ''],
    ['', ''],
    ['شهادة.pdf', 'شهادة'],
    ['..', ''],
    ['x'.repeat(500), 'x'.repeat(60)],
  ])('%j', (given, shown) => expect(shownName(given)).toBe(shown));
});

it('what others are told is our name, the same for everybody', () => {
  expect(plainName(3, 'jpeg')).toBe('document-3.jpg');
});

it('a stick gets a name that every file system takes', () => {
  expect(stickName('Attestation de ménage', 1, 'pdf')).toBe('Attestation-de-menage.pdf');
  expect(stickName('شهادة', 2, 'pdf')).toBe('document-2.pdf');
  expect(stickName('a/b:c*?', 1, 'png')).toBe('a-b-c.png');
});

describe('a site’s file field gets only what it says it takes', () => {
  it.each([
    ['pdf', '', true],
    ['pdf', '.pdf', true],
    ['pdf', '.PDF, .docx', true],
    ['pdf', 'application/pdf', true],
    ['pdf', 'image/*', false],
    ['png', 'image/*', true],
    ['jpeg', '.jpg', true],
    ['jpeg', '.jpeg', true],
    ['jpeg', 'image/png', false],
    ['jpeg', 'image/jpg', true],
    ['png', '*/*', true],
    ['png', 'nonsense', true],
    ['png', '.docx', false],
  ] as const)('%s into %j: %j', (kind, accept, taken) => expect(fits(kind, accept)).toBe(taken));
});
