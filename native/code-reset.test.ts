import { expect, test } from 'vitest';
import { openCounter as counter, digits, mint, spends } from '../tests/fixtures/code-counter.ts';

// Behind the PC/SC interface: what a reset takes away, and what it leaves.

test('a reset needs no question before it, spends no try, and takes all rights from the card', async () => {
  const card = mint.card('joris', undefined, { applet: '1.7' });
  let resets = 0;
  const { unshown } = counter(card, { reset: () => resets++ });
  expect(await unshown({ do: 'reset' })).toMatchObject({ outcome: 'done', sent: false });
  expect([resets, spends(card)]).toEqual([1, 0]);
});

test('a reset of a card that is not there is none', async () => {
  const { unshown, state } = counter(mint.card('joris'));
  state.readers.length = 0;
  expect(await unshown({ do: 'reset' })).toMatchObject({ outcome: 'gone' });
});

test('a reset does not make an older card forget how many tries it said were left', async () => {
  const card = mint.card('joris', undefined, { applet: '1.7' });
  const { ask } = counter(card);
  expect(await ask({ do: 'verify', code: digits('9999') })).toMatchObject({ outcome: 'wrong', triesLeft: 2 });
  await ask({ do: 'reset' });
  expect(await ask({ do: 'state', key: null })).toMatchObject({ triesLeft: 2 });
});

test('a reset that was asked for is made, also when nobody wants anything else any more', async () => {
  const card = mint.card('joris', undefined, { applet: '1.7' });
  let resets = 0;
  const { code, unshown } = counter(card, { reset: () => resets++ });
  const asked = unshown({ do: 'reset' });
  code.forget();
  expect(await asked).toMatchObject({ outcome: 'done' });
  expect(resets).toBe(1);
});

test('the state of a card says in which other readers there is one, and is silent where there is none', async () => {
  const { ask, state } = counter(mint.card('joris'));
  const [mine] = state.readers;
  expect(await ask({ do: 'state', key: null })).not.toHaveProperty('others');
  state.readers = [
    ...(mine ? [mine] : []),
    { name: 'B', slot: 'card', insertion: 8 },
    { name: 'C', slot: 'empty', insertion: 3 },
    { name: 'D', slot: 'mute', insertion: 9 },
  ];
  expect(await ask({ do: 'state', key: null })).toMatchObject({ outcome: 'done', others: ['B', 'D'] });
});
