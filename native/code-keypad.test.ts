import { describe, expect, test } from 'vitest';
import { openCounter as counter, digits, mint, spends } from '../tests/fixtures/code-counter.ts';
import type { AtKeypad } from './sim/keypad.ts';

describe('a reader with keys', () => {
  const through = (person: () => AtKeypad, name: 'joris' | 'nadia' = 'joris') => {
    const card = mint.card(name);
    return { card, ...counter(card, { keypad: person }) };
  };

  test('says that it has them, and takes code, change and signature', async () => {
    let typed: AtKeypad = ['1234'];
    const { card, ask } = through(() => typed);
    expect(await ask({ do: 'state', key: null })).toMatchObject({ keypad: true });
    expect(await ask({ do: 'verify' })).toMatchObject({ outcome: 'done', keypad: true });
    const digest = new Uint8Array(48).fill(7);
    const signed = await ask({ do: 'sign', key: 'authentication', hash: 'sha384', scheme: 'ecdsa', digest });
    expect(signed.signature).toHaveLength(96);
    typed = ['1234', '246810', '246810'];
    expect(await ask({ do: 'change', next: null })).toMatchObject({ outcome: 'done' });
    expect(card.inside.pin).toBe('246810');
  });

  test.each([
    [['0000'], 'wrong', 1],
    ['nobody', 'timeout', 0],
    ['red-key', 'cancelled', 0],
    [['123'], 'mistyped', 0],
  ] as const)('where %j is done gives %s', async (typed, outcome, spent) => {
    const { card, ask } = through(() => typed);
    expect(await ask({ do: 'verify' })).toMatchObject({ outcome });
    expect(card.inside.triesLeft).toBe(3 - spent);
  });

  test('that can ask for a code and not change it is used for the one; the other is typed on the screen', async () => {
    const card = mint.card('joris');
    const { ask } = counter(card, { keypad: () => ['1234'], changes: false });
    expect(await ask({ do: 'state', key: null, change: false })).toMatchObject({ keypad: true });
    expect(await ask({ do: 'verify' })).toMatchObject({ outcome: 'done' });
    expect(await ask({ do: 'state', key: null, change: true })).toMatchObject({ keypad: false });
    expect(await ask({ do: 'change', next: null })).toMatchObject({ outcome: 'refused', sent: false });
    expect(await ask({ do: 'change', code: digits('1234'), next: digits('8642') })).toMatchObject({ outcome: 'done' });
    expect(card.inside.pin).toBe('8642');
  });

  test('that sees two different new codes does not ask the card', async () => {
    const { card, ask } = through(() => ['1234', '1111', '2222']);
    expect(await ask({ do: 'change', next: null })).toMatchObject({ outcome: 'mistyped' });
    expect(spends(card)).toBe(0);
  });

  test('from which the card is pulled', async () => {
    const { ask, state } = through(() => {
      state.readers = [{ name: 'A', slot: 'empty', insertion: 7 }];
      return 'card-pulled';
    });
    expect(await ask({ do: 'verify' })).toMatchObject({ outcome: 'gone' });
  });

  test('whose visit ends while somebody types signs nothing', async () => {
    const { card, ask, code } = through(() => {
      code.forget();
      return ['1234'];
    });
    const work = { do: 'sign', key: 'signature', hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48).fill(7) };
    expect(await ask(work)).toMatchObject({ outcome: 'cancelled', signature: null });
    expect(card.inside.log.filter(({ command }) => command[1] === 0x2a)).toEqual([]);
    expect(card.inside.log.at(-1)?.command.toString('hex')).toBe('80e60000');
  });
});
