import { describe, expect, test } from 'vitest';
import { openCounter as counter, digits, mint } from '../tests/fixtures/code-counter.ts';
import { bad, good } from './outcome.ts';

const isVerify = (command: Uint8Array) => command[1] === 0x20;

describe('a wrong code', () => {
  test('spends one try, and what the card then said is known until a right one, though an old card does not repeat it', async () => {
    const card = mint.card('nadia');
    const { ask, state } = counter(card);
    expect(await ask({ do: 'verify', code: digits('0000') })).toMatchObject({ outcome: 'wrong', triesLeft: 2 });
    expect(await ask({ do: 'state', key: null })).toMatchObject({ outcome: 'done', triesLeft: 2 });
    expect(await ask({ do: 'verify', code: digits('1234') })).toMatchObject({ outcome: 'done' });
    expect(await ask({ do: 'state', key: null })).toMatchObject({ triesLeft: null });
    await ask({ do: 'verify', code: digits('0000') });
    state.readers = [{ name: 'A', slot: 'card', insertion: 8 }];
    expect(await ask({ do: 'state', key: null, insertion: 8 })).toMatchObject({ triesLeft: null });
  });

  test('signs nothing', async () => {
    const card = mint.card('joris');
    const { ask } = counter(card);
    const work = { do: 'sign', key: 'signature', hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48).fill(7) };
    expect(await ask({ ...work, code: digits('4321') })).toMatchObject({ outcome: 'wrong', triesLeft: 2, signature: null });
    expect(card.inside.log.filter(({ command }) => command[1] === 0x2a)).toEqual([]);
  });
});

describe('tries that an older card does not tell again', () => {
  const lost = (outcome: 'failed' | '6300' | '6983') => (command: Uint8Array) =>
    isVerify(command) && command[6] === 0x99
      ? outcome === 'failed'
        ? bad('failed')
        : good(Uint8Array.from(Buffer.from(outcome, 'hex')))
      : undefined;
  test.each([
    ['a code whose answer was lost', 'failed', 1],
    ['a wrong code without a number', '6300', 1],
    ['"blocked"', '6983', 0],
  ] as const)('are not told higher than they may be: after %s', async (_name, outcome, left) => {
    const { ask } = counter(mint.card('nadia'), { instead: lost(outcome) });
    expect(await ask({ do: 'verify', code: digits('0000') })).toMatchObject({ outcome: 'wrong', triesLeft: 2 });
    expect(await ask({ do: 'verify', code: digits('9999') })).toMatchObject({ triesLeft: left, sent: true });
    expect(await ask({ do: 'state', key: null })).toMatchObject({ outcome: 'done', triesLeft: left });
  });
});

describe('a card that does not confirm LOG OFF is asked once more, and then loses its power', () => {
  test.each([
    ['once refused', 1, '6d00'],
    ['always refused', 2, '6d00'],
    ['once failed', 1, 'failed'],
    ['always failed', 2, 'failed'],
  ] as const)('%s', async (_name, times, how) => {
    const card = mint.card('joris');
    let [offs, resets] = [0, 0];
    const { ask, state } = counter(card, {
      instead(command) {
        if (command[1] !== 0xe6 || ++offs > times) return undefined;
        return how === 'failed' ? bad('failed') : good(Uint8Array.from(Buffer.from(how, 'hex')));
      },
      reset() {
        resets++;
        // Before anybody else's turn.
        expect(state.open).toBe(1);
      },
    });
    expect(await ask({ do: 'verify', code: digits('1234') })).toMatchObject({ outcome: 'done' });
    expect([offs, resets]).toEqual([2, times - 1]);
  });
});
