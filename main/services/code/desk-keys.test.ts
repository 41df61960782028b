import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openScripted } from '../../../tests/fixtures/scripted-code.ts';

// The card says what it is told to say. The real one is in tests/faults/code.test.ts.

describe('testing the log-in', () => {
  test.each([
    ['RSA', generateKeyPairSync('rsa', { modulusLength: 2048 }), 'sign authentication sha256 pkcs1 1234'],
    ['P-384', generateKeyPairSync('ec', { namedCurve: 'P-384' }), 'sign authentication sha384 ecdsa 1234'],
  ])(
    'with a key of %s says what it is, and what it signs; a signature that does not fit is refused',
    async (_name, pair, line) => {
      const publicKey = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }));
      const { desk, asked, answers, type, until, go } = openScripted({ state: { publicKey } });
      const other = sign('sha256', createHash('sha256').digest(), pair.privateKey);
      answers.push({ signature: new Uint8Array(other) });
      void desk.start('try-login', 'fr');
      await until('consent', { purpose: { kind: 'try-login' } });
      go();
      await until('entry');
      type('1234');
      await until('end', { outcome: 'refused' });
      expect(asked).toEqual(['state authentication', line]);
    },
  );

  test('where the program for such a card is missing says so, and asks no code', async () => {
    const { publicKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    const publicKey = new Uint8Array(key.export({ type: 'spki', format: 'der' }));
    const { desk, asked, until } = openScripted({ state: { publicKey }, canLogIn: false });
    void desk.start('try-login', 'fr');
    await until('end', { outcome: 'no-module' });
    expect(asked).toEqual(['state authentication']);
  });

  test('with bytes that are no key ends as unreadable', async () => {
    const { desk, asked, until } = openScripted({ state: { publicKey: Uint8Array.of(1, 2, 3) } });
    void desk.start('try-login', 'fr');
    await until('end', { outcome: 'unreadable' });
    expect(asked).toEqual(['state authentication']);
  });

  test.each(['no-key', 'not-valid', 'not-genuine', 'unreadable', 'gone'] as const)(
    'of a card that says "%s" asks no code',
    async (outcome) => {
      const { desk, asked, until } = openScripted({ state: { outcome } });
      void desk.start('try-login', 'fr');
      await until('end', { outcome: outcome === 'gone' ? 'removed' : outcome });
      expect(asked).toEqual(['state authentication']);
    },
  );
});

describe('a reader with keys', () => {
  test('is where the code is typed: nothing here takes digits, and there is no way back but on the reader', async () => {
    const { desk, asked, until, holdCard, go, back } = openScripted({ state: { keypad: true, triesLeft: 3 } });
    const free = holdCard();
    const end = desk.start('change', 'de');
    await until('keypad', { triesLeft: 3 });
    desk.press('1');
    go();
    back();
    expect(desk.view().phase).toBe('keypad');
    free();
    await until('end', { outcome: 'done' });
    go();
    expect(await end).toEqual({ outcome: 'done', help: false });
    expect(asked).toEqual(['state null', 'change keypad keypad']);
  });

  test('asks again after a wrong code, and says why', async () => {
    const { desk, answers, until, seen } = openScripted({ state: { keypad: true } });
    answers.push({ outcome: 'wrong', triesLeft: 2 });
    void desk.start('try', 'fr');
    await until('end', { outcome: 'done' });
    expect(seen.filter(({ phase }) => phase === 'keypad')).toMatchObject([
      { triesLeft: null },
      { triesLeft: 2, problem: 'wrong' },
    ]);
  });

  test('stops after two wrong codes all the same', async () => {
    const { desk, answers, asked, until } = openScripted({ state: { keypad: true } });
    answers.push({ outcome: 'wrong' }, { outcome: 'wrong' });
    void desk.start('try', 'fr');
    await until('end', { outcome: 'stopped' });
    expect(asked).toHaveLength(3);
  });

  test('that finds fault with everything is not asked for ever', async () => {
    const { desk, answers, asked, until } = openScripted({ state: { keypad: true } });
    answers.push(...Array.from({ length: 9 }, () => ({ outcome: 'mistyped' }) as const));
    void desk.start('change', 'fr');
    await until('end', { outcome: 'cancelled' });
    expect(asked).toHaveLength(4);
  });

  test.each(['timeout', 'cancelled'] as const)('ends with "%s" when it says so', async (outcome) => {
    const { desk, answers, until } = openScripted({ state: { keypad: true } });
    answers.push({ outcome });
    void desk.start('try', 'fr');
    await until('end', { outcome });
  });

  test('counts as somebody being there', async () => {
    const { desk, until, actives } = openScripted({ state: { keypad: true } });
    void desk.start('try', 'fr');
    await until('end');
    expect(actives()).toBeGreaterThan(0);
  });
});
