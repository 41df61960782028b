import i18next, { type TFunction } from 'i18next';
import { encode } from 'uqr';
import { beforeAll, describe, expect, test } from 'vitest';
import fr from '../../locales/fr/kiosk.json';
import words from '../../locales/procedures/composition-menage/fr.json';
import composition from '../../locales/procedures/composition-menage/procedure.json';
import german from '../../locales/procedures/eid-pin-code/de.json';
import pin from '../../locales/procedures/eid-pin-code/procedure.json';
import { Paper } from '../../main/core/paper.ts';
import { LONGEST, paperText } from './paperText.ts';

let t: TFunction<'kiosk'>;
beforeAll(async () => {
  await i18next.init({ lng: 'fr', resources: { fr: { kiosk: fr } }, defaultNS: 'kiosk' });
  t = i18next.getFixedT('fr', 'kiosk');
});

const paper = (changes: Partial<Paper> = {}): Paper =>
  Paper.parse({
    language: 'fr',
    place: 'EPN de Saint-Gilles',
    sheet: { file: composition, text: words, legal: { id: 'BXL-NUM', status: 'in-force' } },
    step: 3,
    receipt: '7K3M-X9QD',
    nextDate: '2026-11-28',
    ...changes,
  });

describe('the text for one’s own phone', () => {
  test('says the steps in order and marks the one reached', () => {
    const lines = paperText(paper(), t).split('\n');
    expect(lines).toContain('[x] 2. Connectez-vous vous-même. Gardez votre code pour vous.');
    expect(lines.find((line) => line.startsWith('[>]'))).toMatch(/^\[>\] 3\. Choisissez «\scomposition de ménage\s»\.$/u);
    expect(lines).toContain('[ ] 4. Vérifiez les personnes affichées.');
  });

  test('carries the next date, the code and the honest note', () => {
    const text = paperText(paper(), t);
    expect(text).toContain('samedi 28 novembre 2026');
    expect(text).toContain('7K3M-X9QD');
    expect(text).toContain('pas encore vérifié');
  });

  test('says nothing of a code or a date that is not there', () => {
    const text = paperText(paper({ receipt: null, nextDate: null }), t);
    expect(text).not.toMatch(/null|undefined|Code de cette aide/);
  });

  test('stays short enough for a plain phone to read, whatever the procedure', () => {
    const sheet = { file: pin, text: german, legal: { id: 'FED-2025', status: 'draft' } };
    for (const each of [paper(), Paper.parse({ ...paper(), language: 'de', sheet })]) {
      const text = paperText(each, t);
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(LONGEST);
      expect(encode(text, { ecc: 'L', border: 0 }).size).toBeLessThanOrEqual(105);
    }
  });
});
