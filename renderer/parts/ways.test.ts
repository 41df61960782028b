import { expect, test } from 'vitest';
import text from '../../locales/procedures/eid-pin-code/fr.json';
import file from '../../locales/procedures/eid-pin-code/procedure.json';
import { LegalStatus, Sheet } from '../../main/core/procedure/schema.ts';
import { askKey, isRight } from './ways.ts';

test('only a law in force makes a right of a way nobody has found out about', () => {
  for (const status of LegalStatus.options) {
    const sheet = Sheet.parse({ file, text, legal: { id: 'X', status } });
    expect([status, isRight(sheet)]).toEqual([status, status === 'in-force']);
    expect(askKey(sheet, 'phone')).toBe(status === 'in-force' ? 'ways.right.phone' : 'ways.ask');
  }
});
