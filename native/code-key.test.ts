import { describe, expect, test } from 'vitest';
import { openCounter as counter, digits, mint, spends } from '../tests/fixtures/code-counter.ts';
import { good } from './outcome.ts';

// Behind the PC/SC interface: whose key it is, and whether it signed.

describe('the key of a card', () => {
  test('that has none is no-key', async () => {
    const card = mint.card('lou');
    const { ask } = counter(card);
    expect(await ask({ do: 'state', key: 'authentication' })).toMatchObject({ outcome: 'no-key', triesLeft: 3, publicKey: null });
    const work = {
      do: 'sign',
      key: 'signature',
      hash: 'sha384',
      scheme: 'ecdsa',
      digest: new Uint8Array(48).fill(7),
      code: digits('1234'),
    };
    expect(await ask(work)).toMatchObject({ outcome: 'no-key' });
    expect(spends(card)).toBe(0);
  });
  test('under a root that nobody pinned is not-genuine', async () => {
    const { ask } = counter(mint.card('joris', 'unknown-root'));
    expect(await ask({ do: 'state', key: 'authentication' })).toMatchObject({ outcome: 'not-genuine', publicKey: null });
  });
  test.each([
    ['2024-05-13', 'not-valid'],
    ['2024-05-14', 'done'],
    ['2034-05-14', 'done'],
    ['2034-05-15', 'not-valid'],
  ])('on %s is %s', async (today, outcome) => {
    const { ask } = counter(mint.card('joris'));
    expect(await ask({ do: 'state', key: 'signature', today })).toMatchObject({ outcome });
  });
  test('leaves the process without its certificate: no name, no number', async () => {
    const { ask, reports } = counter(mint.card('nadia'));
    await ask({ do: 'state', key: 'authentication' });
    const all = Buffer.concat(reports.flatMap(({ publicKey }) => publicKey ?? [])).toString('latin1');
    expect(all).not.toMatch(/Nadia|Exemple|85073090431/);
  });
  test('is not denied for one bad answer: what is no certificate at first is read once more', async () => {
    let selected = '';
    let garbled = 0;
    const { ask } = counter(mint.card('joris'), {
      instead: (command) => {
        const text = Buffer.from(command).toString('hex');
        if (text.startsWith('00a408')) selected = text;
        if (!selected.endsWith('5038') || !text.startsWith('00b00000') || garbled++ > 0) return undefined;
        return good(Buffer.concat([Buffer.alloc(256, 0x31), Buffer.of(0x90, 0)]));
      },
    });
    expect(await ask({ do: 'state', key: 'authentication' })).toMatchObject({ outcome: 'done' });
    expect(garbled).toBe(2);
  });
  test.each(['clumsy', 'garbage'] as const)('is believed only when it was read well: a %s reader', async (flaw) => {
    const { ask } = counter(mint.card('joris', flaw));
    const { outcome } = await ask({ do: 'state', key: 'authentication' });
    expect(outcome).toBe(flaw === 'clumsy' ? 'done' : 'unreadable');
  });
});

test.each([
  ['1.1', { hash: 'sha1', scheme: 'pkcs1', digest: new Uint8Array(20).fill(7) }],
  ['1.7', { hash: 'sha256', scheme: 'pss', digest: new Uint8Array(32).fill(7) }],
  ['1.8', { hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48).fill(7) }],
] as const)('what a card of applet %s gives is called a signature only if it is one', async (applet, how) => {
  const { ask } = counter(mint.card('nadia', undefined, { applet }), {
    // As if the card had been given one bit else.
    instead: (command) => {
      if (command[1] === 0x2a) command[20] = (command[20] ?? 0) ^ 1;
      return undefined;
    },
  });
  const work = { do: 'sign', key: 'signature', code: digits('1234'), ...how };
  expect(await ask(work)).toMatchObject({ outcome: 'refused', signature: null, sent: true });
});

test('a digest of another length than its hash, or a scheme that the key does not know, is refused before the code', async () => {
  const card = mint.card('nadia');
  const { ask } = counter(card);
  const tries = [
    { hash: 'sha256', scheme: 'pkcs1', digest: new Uint8Array(31) },
    { hash: 'sha384', scheme: 'pss', digest: new Uint8Array(48).fill(7) },
    { hash: 'sha256', scheme: 'ecdsa', digest: new Uint8Array(32) },
  ];
  for (const how of tries)
    expect(await ask({ do: 'sign', key: 'signature', code: digits('1234'), ...how })).toMatchObject({ outcome: 'refused' });
  expect(spends(card)).toBe(0);
});
