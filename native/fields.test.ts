import { expect, test } from 'vitest';
import type { Person } from './eid/examine.ts';
import { FIELDS, type FieldName, partsFor, pick } from './fields.ts';

const person: Person = {
  identity: {
    texts: { givenNames: 'Anne-Marie Louise', name: 'Exemple', nationalNumber: '85073090486' },
    validUntil: '2030-02-03',
    birthDate: { year: 1985, month: 7 },
    familyMember: false,
  },
  address: { street: 'Rue A 1', postcode: '5000', municipality: 'Namur' },
  picture: null,
  photo: { width: 140, height: 200, bytes: 3000 },
};

test('gives the asked fields that are there, and no other', () => {
  expect(pick(person, ['first-name', 'validity', 'nationality'])).toEqual({ 'first-name': 'Anne-Marie', validity: '2030-02-03' });
  expect(pick(person, ['birth-date', 'town'])).toEqual({ 'birth-date': '1985-07', town: 'Namur' });
  expect(pick(person, [])).toEqual({});
});

test('all fields together do not hold the national number', () => {
  const all = pick(person, Object.keys(FIELDS) as FieldName[]);
  expect(Object.values(all)).toContain('Exemple');
  expect(JSON.stringify(all)).not.toContain('85073090486');
});

test('the address is read when a field needs it, the photo only when it is asked for', () => {
  expect(partsFor(['first-name', 'validity'], [])).toEqual([]);
  expect(partsFor(['town'], [])).toEqual(['address']);
  expect(partsFor(['town'], ['address', 'photo'])).toEqual(['address', 'photo']);
});
