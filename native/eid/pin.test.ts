import { describe, expect, test } from 'vitest';
import { bad, good } from '../outcome.ts';
import type { Connection } from '../pcsc/pcsc.ts';
import { connectDirect } from '../sim/direct.ts';
import { openMint } from '../sim/mint.ts';
import { openChannel } from './channel.ts';
import { changeCode, isCode, logOff, verifyCode } from './pin.ts';

const mint = openMint();
const digits = (text: string) => new Uint8Array(Buffer.from(text));

/** A card that answers always the same, and what it was sent. */
function answering(word: string) {
  const direct = connectDirect(mint.card('joris'));
  const sent: Buffer[] = [];
  const kept: Uint8Array[] = [];
  const connection: Connection = {
    ...direct,
    async transmit(command) {
      sent.push(Buffer.from(command));
      kept.push(command);
      return word === 'broken' ? bad('failed') : good(Buffer.from(word, 'hex'));
    },
  };
  return { channel: openChannel(connection), sent, kept };
}

describe('the block of a code', () => {
  test.each([
    ['1234', '2412 34ff ffff ffff'],
    ['12345', '2512 345f ffff ffff'],
    ['000000', '2600 0000 ffff ffff'],
    ['98765432', '2898 7654 32ff ffff'],
    ['123456789012', '2c12 3456 7890 12ff'],
  ])('of %s', async (code, block) => {
    const { channel, sent } = answering('9000');
    await verifyCode(channel, { code: digits(code) });
    expect(sent.map((command) => command.toString('hex'))).toEqual([`0020000108${block.replace(/ /g, '')}`]);
  });

  test('twice in a change: the present code, then the new one', async () => {
    const { channel, sent } = answering('9000');
    await changeCode(channel, { code: digits('1234'), next: digits('654321') });
    expect(sent[0]?.toString('hex')).toBe('00240001102412 34ffffffffff26654321ffffffff'.replace(' ', ''));
  });
});

test.each(['', '123', '1234567890123', '12a4', '12 4', '１２３４'])(
  '%j is no code, and no card is asked about it',
  async (text) => {
    const { channel, sent } = answering('9000');
    expect(isCode(digits(text))).toBe(false);
    expect(await verifyCode(channel, { code: digits(text) })).toEqual(good({ outcome: 'refused', triesLeft: null }));
    expect(await changeCode(channel, { code: digits('1234'), next: digits(text) })).toMatchObject({
      value: { outcome: 'refused' },
    });
    expect(await changeCode(channel, { code: digits('1234') })).toMatchObject({ value: { outcome: 'refused' } });
    expect(sent).toEqual([]);
  },
);

describe.each([
  ['9000', 'done', null],
  ['63c2', 'wrong', 2],
  ['63c0', 'wrong', 0],
  ['6300', 'wrong', null],
  ['6983', 'blocked', 0],
  ['6982', 'refused', null],
  ['6984', 'refused', null],
  ['6d00', 'refused', null],
  // A keypad's words, from a card, mean nothing.
  ['6400', 'refused', null],
  ['6401', 'refused', null],
  // T=0's "again with another length" and "there is more": never followed with a code in hand.
  ['6c08', 'refused', null],
  ['6110', 'refused', null],
])('a card that answers %s', (word, outcome, triesLeft) => {
  test(`is taken for "${outcome}", having seen the code once`, async () => {
    for (const ask of [verifyCode, changeCode]) {
      const { channel, sent } = answering(word);
      expect(await ask(channel, { code: digits('1234'), next: digits('4321') })).toEqual(good({ outcome, triesLeft }));
      expect(sent).toHaveLength(1);
    }
  });
});

test('a code whose sending broke is not sent again', async () => {
  const { channel, sent } = answering('broken');
  expect(await verifyCode(channel, { code: digits('1234') })).toEqual(bad('failed'));
  expect(sent).toHaveLength(1);
});

test.each(['9000', '63c1', 'broken'])('the command is overwritten after use, when the answer was %s', async (word) => {
  const { channel, sent, kept } = answering(word);
  await verifyCode(channel, { code: digits('1234') });
  await changeCode(channel, { code: digits('1234'), next: digits('8888') });
  expect(sent.map((command) => command.some((byte) => byte !== 0))).toEqual([true, true]);
  expect(kept.map((command) => command.every((byte) => byte === 0))).toEqual([true, true]);
});

test('a keypad is handed empty blocks, and its own words are understood', async () => {
  const { channel, sent } = answering('9000');
  const templates: string[] = [];
  const says = (word: string) => async (command: Uint8Array) => {
    templates.push(Buffer.from(command).toString('hex'));
    return good(Buffer.from(word, 'hex'));
  };
  const outcomes: string[] = [];
  for (const word of ['9000', '63c1', '6400', '6401', '6402', '6403', '6b80']) {
    const given = await changeCode(channel, { keypad: says(word) });
    outcomes.push(given.ok ? given.value.outcome : given.code);
  }
  await verifyCode(channel, { keypad: says('9000') });
  expect(outcomes).toEqual(['done', 'wrong', 'timeout', 'cancelled', 'mistyped', 'mistyped', 'refused']);
  expect(templates.at(0)).toBe('0024000110 20ffffffffffffff 20ffffffffffffff'.replace(/ /g, ''));
  expect(templates.at(-1)).toBe('002000010820ffffffffffffff');
  expect(sent).toEqual([]);
});

describe.each(['1.1', '1.7', 're-keyed', '1.8'] as const)('a simulated card of applet %s', (applet) => {
  test('takes the right code, counts wrong ones, changes it, and forgets its right on log-off', async () => {
    const card = mint.card('nadia', undefined, { applet });
    const channel = openChannel(connectDirect(card));
    const wrong = await verifyCode(channel, { code: digits('9999') });
    expect(wrong).toEqual(good({ outcome: 'wrong', triesLeft: 2 }));
    expect(await changeCode(channel, { code: digits('1234'), next: digits('567890') })).toMatchObject({
      value: { outcome: 'done' },
    });
    expect(card.inside).toMatchObject({ pin: '567890', triesLeft: 3 });
    expect(await verifyCode(channel, { code: digits('567890') })).toMatchObject({ value: { outcome: 'done' } });
    expect(await logOff(channel)).toBe(true);
    expect(card.inside.log.at(-1)?.command.toString('hex')).toBe('80e60000');
  });

  test('that is blocked says so whatever the code', async () => {
    const channel = openChannel(connectDirect(mint.card('nadia', undefined, { applet, tries: 0 })));
    expect(await verifyCode(channel, { code: digits('1234') })).toEqual(good({ outcome: 'blocked', triesLeft: 0 }));
  });
});
