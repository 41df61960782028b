import { describe, expect, test } from 'vitest';
import { bad } from '../outcome.ts';
import { connectDirect } from '../sim/direct.ts';
import { openMint } from '../sim/mint.ts';
import { parseFeatures } from './features.ts';
import { findKeypad, pinModify, pinVerify } from './keypad.ts';

const bytes = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex');

describe('the list of features of a reader', () => {
  test('gives each control code, highest byte first', () => {
    expect([...parseFeatures(bytes('06 04 42330006  07 04 42330007  12 04 42330012'))]).toEqual([
      [6, 0x42330006],
      [7, 0x42330007],
      [0x12, 0x42330012],
    ]);
  });
  test.each([
    ['nothing', '', []],
    ['an end in the middle', '06 04 42330006 07 04 4233', [6]],
    ['a strange length', '05 02 0102 06 04 42330006', [6]],
    ['a lone tag', '06', []],
  ])('survives %s', (_name, list, found) => expect([...parseFeatures(bytes(list)).keys()]).toEqual(found));
});

// PC/SC part 10, version 2.02.09, 2.5.2 and 2.5.3, written out by hand.
describe('what a keypad is told', () => {
  test('VERIFY, to the byte', () => {
    const command = bytes('00 20 00 01 08 20 ff ff ff ff ff ff ff');
    const parts = [
      '1e 1e', // 30 s to the first key, 30 s after it
      '89', // bytes; digits 1 byte into the block; from the left; BCD
      '47', // 4 bits for the number of digits; 7 bytes for them
      '04', // bits; their number 4 bits in
      '0c 04', // at most 12, at least 4
      '02', // ends with the validation key
      '01', // one message
      '0c 08', // French (Belgium)
      '00', // message 0
      '00 00 00',
      '0d 00 00 00', // 13 bytes of command
      '00 20 00 01 08 20 ff ff ff ff ff ff ff',
    ];
    expect(pinVerify(command, 0x080c).toString('hex')).toBe(bytes(parts.join('')).toString('hex'));
  });

  test('CHANGE, to the byte', () => {
    const command = bytes('00 24 00 01 10 20 ff ff ff ff ff ff ff 20 ff ff ff ff ff ff ff');
    const parts = [
      '1e 1e 89 47 04',
      '00 08', // present code at 0, new one 8 bytes on
      '0c 04',
      '03', // ask for the present code, and the new one twice
      '02',
      '03', // three messages
      '13 08', // Dutch (Belgium)
      '00 01 02',
      '00 00 00',
      '15 00 00 00',
      '00 24 00 01 10 20 ff ff ff ff ff ff ff 20 ff ff ff ff ff ff ff',
    ];
    expect(pinModify(command, 0x0813).toString('hex')).toBe(bytes(parts.join('')).toString('hex'));
  });
});

describe('a reader', () => {
  const plain = () => connectDirect(openMint().card('joris'));
  const having = (...features: number[]) => ({ ...plain(), features: async () => new Map(features.map((f) => [f, f])) });

  test('that cannot ask for a code has no keypad; one that can do that and no more is used for that', async () => {
    expect(await findKeypad(plain())).toBeNull();
    expect(await findKeypad(having(7))).toBeNull();
    expect((await findKeypad(having(6)))?.change).toBeNull();
    expect((await findKeypad(having(6, 7)))?.change).not.toBeNull();
  });

  test('has as long as a person may take, three codes as long as three, and speaks their language, or else English', async () => {
    const told: { code: number; language: number; limit: number }[] = [];
    const keypad = await findKeypad({
      ...having(6, 7),
      async control(code, data, limit) {
        told.push({ code, language: Buffer.from(data).readUInt16LE(code === 6 ? 9 : 12), limit });
        return bad('failed');
      },
    });
    await keypad?.verify(new Uint8Array(13), 'de');
    await keypad?.change?.(new Uint8Array(21), 'xx');
    expect(told).toEqual([
      { code: 6, language: 0x0407, limit: 75_000 },
      { code: 7, language: 0x0409, limit: 225_000 },
    ]);
  });

  test('that answers less than a word has lost the card', async () => {
    const keypad = await findKeypad({ ...having(6, 7), control: async () => ({ ok: true, value: new Uint8Array(1) }) });
    expect(await keypad?.verify(new Uint8Array(13), 'fr')).toEqual({ ok: false, code: 'removed' });
  });
});
