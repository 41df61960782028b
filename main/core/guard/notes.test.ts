import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FINDING_KINDS, guard } from './guard.ts';

const lines = (name: string) =>
  readFileSync(join(import.meta.dirname, 'tables', `notes-${name}.txt`), 'utf8')
    .trim()
    .split('\n');
const ordinary = ['fr', 'nl', 'de', 'en'].flatMap(lines);
const misleading = lines('misleading');

/** What is wrongly found, and accepted: to tell these from a person's would need to know the world. Each may be reworded in a second. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'Donné le numéro du SPF Finances : 02 572 57 57.': 'phone: 02 572 57 57',
  'Commune joignable au 02/515.61.11, donné à la personne.': 'phone: 02/515.61.11',
  'Écrire à info@1070.irisnet.be pour la suite.': 'email: info@1070.irisnet.be',
  'Bail signé le 01/09/2008, copie demandée.': 'birth-date: 01/09/2008',
  'Marié le 03/06/1998 à l’étranger, acte à légaliser.': 'birth-date: 03/06/1998',
  'Dossier n° 0123456789 à citer au téléphone.': 'phone: 0123456789',
  'Code 1000 pour Bruxelles, 4000 pour Liège.': 'code: 1000',
  'Herr Kaplan der Pfarre fragt nach einem Kurs.': 'name: Kaplan der Pfarre',
  'Mevrouw Turkse afkomst, zoon vertaalt.': 'name: Turkse',
  'Mevrouw Digi is de naam van ons project.': 'name: Digi',
  'Gebeld met de gemeente, 09 210 10 10.': 'phone: 09 210 10 10',
  'Mail naar burgerzaken@example.be gestuurd door haar.': 'email: burgerzaken@example.be',
  'Huurcontract van 01/09/2009 gescand.': 'birth-date: 01/09/2009',
  'Look at gmail dot com together.': 'email: Look at gmail dot com',
  'Signed the lease on 1 September 2009.': 'birth-date: 1 September 2009',
};

it('lets ordinary notes pass', () => {
  expect(ordinary.length).toBeGreaterThanOrEqual(290);
  expect(new Set(ordinary).size).toBe(ordinary.length);
  expect(ordinary.filter((note) => guard(note).length > 0)).toEqual([]);
});

it('is misled by the notes that are listed, and by no other', () => {
  const misled = misleading.flatMap((note) => {
    const found = guard(note).map(({ kind, start, end }) => `${kind}: ${note.slice(start, end)}`);
    return found.length > 0 ? [[note, found.join(', ')]] : [];
  });
  expect(Object.fromEntries(misled)).toEqual(ACCEPTED);
});

it('is measured as docs/guard.md says, and so is each kind explained there', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/guard.md'), 'utf8');
  const misled = Object.keys(ACCEPTED).length;
  expect(text).toContain(`| ordinary notes | ${ordinary.length} | 0 |`);
  expect(text).toContain(`| misleading notes | ${misleading.length} | ${misled} |`);
  for (const note of Object.keys(ACCEPTED)) expect(text).toContain(`- ${note}\n`);
  const explained = [...text.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, kind]) => kind);
  expect(explained.sort()).toEqual([...FINDING_KINDS].sort());
});
