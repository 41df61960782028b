import { expect, test } from 'vitest';
import { parseIdentity } from './eid/identity.ts';
import type { Verdicts } from './eid/verify.ts';
import { type IdentityFacts, inspectBelieved, verdictFacts } from './inspection.ts';
import { tlv } from './sim/files.ts';

/** The identity facts of a card with these tags. */
function facts(fields: Record<number, string | Buffer>, withNumber = false): IdentityFacts {
  const all = { 7: 'Exemple', ...fields };
  const bytes = tlv([
    [0, Buffer.of(0, 4)],
    ...Object.entries(all).map(([tag, value]) => [Number(tag), Buffer.from(value)] as const),
  ]);
  const identity = parseIdentity(bytes);
  if (!identity.ok) throw new Error(identity.code);
  const { identity: known } = inspectBelieved({ identity: identity.value, address: null, photo: null }, withNumber);
  if (!known) throw new Error('no identity');
  return known;
}

test('every tag of the identity file has its name', () => {
  const known = facts({
    ...{ 1: '591000000107', 2: Buffer.from('0a'.repeat(16), 'hex'), 3: ' 03.02.2020 ', 4: '03.02.2030', 5: 'Namur' },
    ...{ 6: '85073090431', 8: 'Nadia', 9: 'B', 10: 'Belge', 11: 'Liège', 12: '        1985', 13: 'F' },
    ...{ 14: 'Baronne', 15: '01', 16: '3', 17: Buffer.alloc(20, 0xab), 18: '02', 19: '5', 20: '', 21: '01.02.2024-UA' },
    ...{ 22: '7', 23: 'BE1', 24: 'BE2', 25: 'R', 26: Buffer.alloc(48, 1), 27: 'B', 28: 'C', 29: 'A', 30: 'K' },
    ...{ 31: '05.06.2025', 32: 'later', 127: 'unknown' },
  });
  expect(Object.keys(known)).toEqual([
    ...['cardNumber', 'chipNumber', 'validFrom', 'validUntil', 'issuingMunicipality', 'nationalNumber', 'surname', 'givenNames'],
    ...['thirdGivenNameInitial', 'nationality', 'birthPlace', 'birthDateText', 'birthDateIso', 'sex', 'nobleCondition'],
    ...['documentType', 'specialStatus', 'duplicate', 'extra'],
  ]);
  expect(known).toMatchObject({
    ...{
      chipNumber: '0A'.repeat(16),
      validFrom: '03.02.2020',
      nationalNumber: null,
      birthDateText: '1985',
      birthDateIso: '1985',
    },
    ...{ sex: 'F', nobleCondition: 'Baronne', documentType: '01', specialStatus: '3', duplicate: '02' },
  });
  expect(known.extra).toEqual({
    ...{ structureVersion: '0004', photoHash: 'AB'.repeat(20), specialOrganisation: '5', familyMember: true },
    ...{ protection: '01.02.2024-UA', workMention: '7', employerNumber1: 'BE1', employerNumber2: 'BE2', regionalFileNumber: 'R' },
    ...{ cardKeyHash: '01'.repeat(48), brexitMention: 'B', permanentMention: 'C', cardAMention: 'A', mobilityMention: 'K' },
    euStart: '05.06.2025',
  });
  expect(JSON.stringify(known)).not.toContain('85073090431');
});

test('what the card lacks is null, and nothing is made of it', () => {
  const { surname, extra, ...rest } = facts({});
  expect([surname, extra]).toEqual(['Exemple', { structureVersion: '0004' }]);
  expect(new Set(Object.values(rest))).toEqual(new Set([null]));
});

test('the national number comes when it is asked for', () => {
  expect(facts({ 6: '85073090431' }, true).nationalNumber).toBe('85073090431');
});

test.each([
  ['F', 'F'],
  ['V', 'F'],
  ['W', 'F'],
  ['m', 'M'],
  ['X', null],
])('sex %s is %s', (letter, sex) => {
  expect(facts({ 13: letter }).sex).toBe(sex);
});

test('an address with gaps has nulls in them', () => {
  const identity = { texts: {}, familyMember: false };
  const { address } = inspectBelieved(
    { identity, address: { street: '', postcode: '5000', municipality: '' }, photo: null },
    false,
  );
  expect(address).toEqual({ street: null, zip: '5000', municipality: null });
});

const GOOD: Verdicts = { chain: 'good', identity: 'good', address: 'good', photo: 'good', certificates: 'valid', card: 'valid' };
test.each<[Partial<Verdicts>, object]>([
  [{}, { identity: true, address: true, photo: true, chain: true, expired: false }],
  [
    { address: 'absent', photo: 'unknown', card: 'unknown' },
    { address: null, photo: null, expired: null, chain: true },
  ],
  [
    { photo: 'bad', card: 'expired', certificates: 'were-valid' },
    { photo: false, expired: true, chain: true },
  ],
  [{ certificates: 'bad' }, { chain: false, identity: true }],
  [
    { chain: 'no-certificate', identity: 'unknown', address: 'unknown' },
    { chain: false, identity: null, address: null },
  ],
  [{ card: 'not-yet' }, { expired: false }],
])('verdicts %j become %j', (change, told) => {
  expect(verdictFacts({ ...GOOD, ...change })).toMatchObject(told);
});
