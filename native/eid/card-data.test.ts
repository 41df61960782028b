import { expect, test } from 'vitest';
import { bad, good } from '../outcome.ts';
import { connectDirect } from '../sim/direct.ts';
import { openMint } from '../sim/mint.ts';
import { readCardData } from './card-data.ts';
import { openChannel } from './channel.ts';

const mint = openMint();

test.each([
  ['1.0', null],
  ['1.1', null],
  ['1.7', null],
  ['re-keyed', null],
  ['1.8', 2],
] as const)('a card of applet %s tells what it is, and its tries left only if it can', async (applet, triesLeft) => {
  const card = mint.card('joris', undefined, { applet, tries: 2 });
  const told = await readCardData(openChannel(connectDirect(card)));
  const chip = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(told).toEqual(good({ chip, applet: applet === 're-keyed' ? '1.7' : applet, personalised: true, triesLeft }));
  expect(card.inside.triesLeft).toBe(2);
  expect(card.inside.log.filter(({ command }) => command[1] === 0x20)).toEqual([]);
});

test('one chip is told from the next', async () => {
  const chip = async (name: 'joris' | 'nadia') => {
    const told = await readCardData(openChannel(connectDirect(mint.card(name))));
    return told.ok ? told.value.chip : null;
  };
  expect(await chip('joris')).toBe(await chip('joris'));
  expect(await chip('joris')).not.toBe(await chip('nadia'));
});

test('a card that was never handed over is not personalised', async () => {
  const card = mint.card('joris', undefined, { inactive: '6985' });
  expect(await readCardData(openChannel(connectDirect(card)))).toMatchObject({ value: { personalised: false } });
});

test.each([
  ['a refusal', '6d00'],
  ['too short an answer', '00112233449000'],
])('%s is odd', async (_name, answer) => {
  const direct = { ...connectDirect(mint.card('joris')), transmit: async () => good(Buffer.from(answer, 'hex')) };
  expect(await readCardData(openChannel(direct))).toEqual(bad('odd'));
});

test('a number of tries that no card has is not told', async () => {
  const data = Buffer.alloc(31);
  data.set([0x18], 21);
  data.set([0xf0], 28);
  const direct = { ...connectDirect(mint.card('joris')), transmit: async () => good(Buffer.concat([data, Buffer.of(0x90, 0)])) };
  expect(await readCardData(openChannel(direct))).toMatchObject({ value: { applet: '1.8', triesLeft: null } });
});
