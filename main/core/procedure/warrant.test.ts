import { expect, test } from 'vitest';
import { warrantOf, warrantText } from './warrant.ts';

const paper = { fields: ['photo', 'national-number'], basis: 'An invented law, art. 1', signature: 'x' } as const;

test('what is signed says procedure, fields and basis, in one way only', () => {
  const text = warrantText({ procedure: 'pension-estimation', ...paper });
  expect(text).toBe(
    'Comptoir warrant 1\nprocedure: pension-estimation\nfields: national-number photo\nbasis: An invented law, art. 1\n',
  );
  expect(warrantText({ procedure: 'pension-estimation', ...paper, fields: ['national-number', 'photo'] })).toBe(text);
});

test('the warrant of a sheet is for that sheet: its id is not written in the warrant, it is the folder it lies in', () => {
  const warrant = { ...paper, fields: [...paper.fields] };
  expect(warrantOf({ id: 'one', card: { fields: [], warrant } })).toEqual({ procedure: 'one', ...warrant });
  expect(warrantOf({ id: 'two', card: { fields: [], warrant } })?.procedure).toBe('two');
  expect(warrantOf({ id: 'two', card: { fields: [], warrant: null } })).toBeNull();
  expect(warrantOf({ id: 'two' })).toBeNull();
});
