import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tlv } from '../sim/files.ts';
import { makePhoto } from '../sim/photo.ts';
import { parseAddress } from './address.ts';
import { parseIdentity } from './identity.ts';
import { photoSize } from './photo.ts';

const identity = (fields: Record<number, string | Buffer>) =>
  tlv([[0, Buffer.of(0, 4)], ...Object.entries(fields).map(([tag, value]) => [Number(tag), Buffer.from(value)] as const)]);

test('a name of many bytes, blanks around it dropped, empty fields absent', () => {
  const read = parseIdentity(identity({ 7: ' Żółć-Đặng ', 8: '', 10: 'Belge', 4: '03.02.2030', 12: '30 JUIL 1985' }));
  expect(read).toEqual({
    ok: true,
    value: {
      texts: {
        ...{ name: 'Żółć-Đặng', nationality: 'Belge' },
        ...{ validUntilText: '03.02.2030', birthDateText: '30 JUIL 1985' },
      },
      structureVersion: Buffer.of(0, 4),
      validUntil: '2030-02-03',
      birthDate: { year: 1985, month: 7, day: 30 },
      familyMember: false,
    },
  });
});

test('a tag without value can be the message, and unknown tags pass by', () => {
  const read = parseIdentity(identity({ 7: 'A', 20: '', 126: 'later' }));
  expect(read.ok && read.value.familyMember).toBe(true);
});

test('broken UTF-8, and an identity without any name, are malformed', () => {
  expect(parseIdentity(identity({ 7: Buffer.of(0x41, 0xc3) }))).toEqual({ ok: false, code: 'malformed' });
  expect(parseIdentity(identity({ 10: 'Belge' }))).toEqual({ ok: false, code: 'malformed' });
  expect(parseIdentity(Buffer.alloc(200))).toEqual({ ok: false, code: 'malformed' });
});

test('one text that is not UTF-8 costs that text, not the card', () => {
  const read = parseIdentity(identity({ 7: 'A', 11: Buffer.of(0x41, 0xc3), 10: 'Belge' }));
  expect(read.ok && read.value.texts).toEqual({ name: 'A', nationality: 'Belge' });
});

test('no bytes make the parsers throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      parseIdentity(bytes);
      parseAddress(bytes);
      photoSize(bytes);
    }),
  );
});

test('an address of zeros or empty fields is no address', () => {
  expect(parseAddress(Buffer.alloc(117))).toEqual({ ok: true, value: null });
  expect(
    parseAddress(
      tlv([
        [0, Buffer.of(0, 0)],
        [1, Buffer.alloc(0)],
      ]),
    ),
  ).toEqual({ ok: true, value: null });
  const address = tlv([
    [1, Buffer.from('Rue A 1')],
    [2, Buffer.from('5000')],
    [3, Buffer.from('Namur')],
  ]);
  expect(parseAddress(Buffer.concat([address, Buffer.alloc(60)]))).toEqual({
    ok: true,
    value: { street: 'Rue A 1', postcode: '5000', municipality: 'Namur' },
  });
});

test('the size of a photo comes from its own header', () => {
  expect(photoSize(makePhoto(-40, 140, 200))).toEqual({ width: 140, height: 200 });
  expect(photoSize(makePhoto(0, 150, 195))).toEqual({ width: 150, height: 195 });
  expect(photoSize(Buffer.from('no picture'))).toBeNull();
});
