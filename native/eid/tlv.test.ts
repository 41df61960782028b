import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tlv } from '../sim/files.ts';
import { readTlv } from './tlv.ts';

const value = fc.uint8Array({ maxLength: 700 });
const fields = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 255 }), value), { selector: ([tag]) => tag, maxLength: 12 });

test('what was written is read, whatever its length, with padding behind', () => {
  fc.assert(
    fc.property(fields, fc.nat(40), (written, padding) => {
      const bytes = Buffer.concat([tlv([[0, Buffer.of(0, 4)], ...written]), Buffer.alloc(padding)]);
      const read = readTlv(bytes);
      expect(read.ok && [...read.value].slice(1).map(([tag, body]) => [tag, Buffer.from(body)])).toEqual(
        written.map(([tag, body]) => [tag, Buffer.from(body)]),
      );
    }),
  );
});

test('no bytes make it throw, and no field reaches beyond the file', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const read = readTlv(bytes);
      if (read.ok) expect([...read.value.values()].reduce((sum, body) => sum + body.length, 0)).toBeLessThanOrEqual(bytes.length);
    }),
  );
});

test('a file cut anywhere inside a field is malformed', () => {
  const bytes = tlv([[7, Buffer.from('Exemple')]]);
  for (let length = 1; length < bytes.length; length++)
    expect(readTlv(bytes.subarray(0, length))).toEqual({ ok: false, code: 'malformed' });
});

test('lengths of 255 and more add up', () => {
  for (const size of [254, 255, 256, 509, 510, 511]) {
    const read = readTlv(
      tlv([
        [9, Buffer.alloc(size, 1)],
        [10, Buffer.of(5)],
      ]),
    );
    expect(read.ok && read.value.get(9)?.length).toBe(size);
    expect(read.ok && read.value.get(10)).toEqual(Buffer.of(5));
  }
});

test('the first of two equal tags counts', () => {
  const read = readTlv(
    tlv([
      [7, Buffer.from('one')],
      [7, Buffer.from('two')],
    ]),
  );
  expect(read.ok && Buffer.from(read.value.get(7) ?? []).toString()).toBe('one');
});
