import { describe, expect, test } from 'vitest';
import { openScripted } from '../../../tests/fixtures/scripted-code.ts';

// The card says what it is told to say. The real one is in tests/e2e/login.spec.ts.

const HOST = 'certif.iamfas.belgium.be';

describe('the code for a log-in', () => {
  test('is given once the card has accepted it, after a yes to the site, and the window closes by itself', async () => {
    const { desk, asked, buffers, type, until, go, seen } = openScripted();
    const end = desk.login(HOST, 'nl');
    await until('consent', { does: 'login', purpose: { kind: 'login', host: HOST } });
    expect(asked).toEqual(['state authentication']);
    go();
    await until('entry', { does: 'login' });
    type('1234');
    expect(await end).toEqual({ outcome: 'done', help: false, code: '1234' });
    expect(asked).toEqual(['state authentication', 'verify nl 1234']);
    expect(buffers.map((bytes) => [...bytes])).toEqual([[0, 0, 0, 0]]);
    expect(seen.map(({ phase }) => phase)).not.toContain('end');
    expect(desk.view()).toEqual({ phase: 'closed' });
  });

  test('that was wrong is never given, and the right one after it is', async () => {
    const { desk, answers, type, until, go } = openScripted();
    answers.push({ outcome: 'wrong', triesLeft: 2 });
    const end = desk.login(HOST, 'fr');
    await until('consent');
    go();
    await until('entry');
    type('9999');
    await until('entry', { problem: 'wrong', triesLeft: 2 });
    type('1234');
    expect(await end).toMatchObject({ outcome: 'done', code: '1234' });
  });

  test('is asked twice before the last try, as ever', async () => {
    const { desk, asked, type, until, go, back } = openScripted({ state: { triesLeft: 1 } });
    const end = desk.login(HOST, 'fr');
    await until('consent');
    go();
    await until('warning');
    go();
    await until('entry');
    type('1234');
    await until('sure');
    back();
    expect(await end).toEqual({ outcome: 'cancelled', help: false, code: null });
    expect(asked).toEqual(['state authentication']);
  });

  test.each(['blocked', 'refused', 'gone', 'unreadable'] as const)(
    'that the card answers with "%s" is not given',
    async (outcome) => {
      const { desk, answers, type, until, go } = openScripted();
      answers.push({ outcome });
      const end = desk.login(HOST, 'fr');
      await until('consent');
      go();
      await until('entry');
      type('1234');
      await until('end');
      go();
      expect(await end).toMatchObject({ code: null });
    },
  );

  test('is not given to a visit that is over, whatever the card answers', async () => {
    const { desk, type, until, go, holdCard } = openScripted();
    const end = desk.login(HOST, 'fr');
    await until('consent');
    go();
    await until('entry');
    const free = holdCard();
    type('1234');
    await until('busy');
    desk.forget();
    free();
    expect(await end).toEqual({ outcome: 'cancelled', help: false, code: null });
  });

  test('is typed on our screen, also where the reader has keys: the browser cannot have it from there', async () => {
    const { desk, asked, type, until, go } = openScripted({ state: { keypad: true } });
    const end = desk.login(HOST, 'fr');
    await until('consent');
    go();
    await until('entry');
    type('1234');
    expect(await end).toMatchObject({ code: '1234' });
    expect(asked.at(-1)).toBe('verify fr 1234');
  });

  test.each(['no-key', 'not-valid'] as const)('is not asked of a card that says "%s"', async (outcome) => {
    const { desk, asked, until, go } = openScripted({ state: { outcome } });
    const end = desk.login(HOST, 'fr');
    await until('end', { outcome });
    go();
    expect(await end).toEqual({ outcome, help: false, code: null });
    expect(asked).toEqual(['state authentication']);
  });
});
