import { describe, expect, test } from 'vitest';
import { openScripted } from '../../../tests/fixtures/scripted-code.ts';

// The card says what it is told to say. The real one is in tests/faults/code.test.ts.

describe('wrong codes', () => {
  const wrong = { outcome: 'wrong', triesLeft: null } as const;

  test('two, and nothing more goes to the card: not in this window, not in the next, not after the card came back', async () => {
    const { desk, asked, answers, type, until, pull } = openScripted();
    answers.push({ ...wrong, triesLeft: 2 }, { ...wrong, triesLeft: null });
    const end = desk.start('try', 'fr');
    await until('entry');
    type('1111');
    await until('entry', { problem: 'wrong', triesLeft: 2 });
    type('2222');
    await until('end', { outcome: 'stopped' });
    type('3333');
    expect(await end).toEqual({ outcome: 'stopped', help: false });
    pull();
    void desk.start('change', 'fr');
    await until('end', { outcome: 'stopped' });
    desk.help();
    void desk.start('try-login', 'fr');
    await until('end', { outcome: 'stopped' });
    expect(asked.filter((line) => /verify|change|sign/.test(line))).toHaveLength(2);
  });

  test('one when two were left: one is left, so it stops there', async () => {
    const { answers, type, until, desk } = openScripted({ state: { triesLeft: 2 } });
    answers.push({ ...wrong, triesLeft: 1 });
    void desk.start('try', 'fr');
    await until('entry', { triesLeft: 2 });
    type('1111');
    await until('end', { outcome: 'stopped' });
  });

  test('are not held against the next visitor, and a right one clears them', async () => {
    const { desk, answers, type, until, go } = openScripted();
    answers.push(wrong, {}, wrong);
    void desk.start('try', 'fr');
    await until('entry');
    type('1111');
    await until('entry', { problem: 'wrong' });
    type('1234');
    await until('end', { outcome: 'done' });
    go();
    void desk.start('try', 'fr');
    await until('entry');
    type('1111');
    await until('entry', { problem: 'wrong' });
    desk.forget();
    expect(desk.view()).toEqual({ phase: 'closed' });
    answers.push(wrong);
    void desk.start('try', 'fr');
    await until('entry');
    type('1111');
    await until('entry', { problem: 'wrong' });
  });

  test('count over several windows of one visit', async () => {
    const { desk, answers, type, until, back } = openScripted();
    answers.push(wrong, wrong);
    void desk.start('try', 'fr');
    await until('entry');
    type('1111');
    await until('entry', { problem: 'wrong' });
    back();
    void desk.start('try', 'fr');
    await until('entry', { problem: null });
    type('2222');
    await until('end', { outcome: 'stopped' });
  });

  test.each(['gone', 'unreadable'] as const)(
    'a code that was answered with "%s" may have been one, and counts',
    async (outcome) => {
      const { desk, answers, asked, type, until, go } = openScripted();
      answers.push({ outcome }, { outcome });
      for (let i = 0; i < 2; i++) {
        void desk.start('try', 'fr');
        await until('entry');
        type('1111');
        await until('end');
        go();
      }
      void desk.start('try', 'fr');
      await until('end', { outcome: 'stopped' });
      expect(asked.filter((line) => line.startsWith('verify'))).toHaveLength(2);
    },
  );

  test.each([
    ...(['refused', 'cancelled', 'timeout', 'blocked'] as const).map((outcome) => ({ outcome })),
    ...(['gone', 'unreadable'] as const).map((outcome) => ({ outcome, sent: false })),
  ])('a code that never went out, or that the card did not judge, is none: $outcome', async (answer) => {
    const { desk, answers, type, until, go } = openScripted();
    answers.push(answer, answer);
    for (let i = 0; i < 3; i++) {
      void desk.start('try', 'fr');
      await until('entry');
      type('1111');
      await until('end');
      go();
    }
  });

  test('the last try gone is "blocked"', async () => {
    const { desk, answers, type, until, go } = openScripted({ state: { triesLeft: 1 } });
    answers.push({ ...wrong, triesLeft: 0 });
    void desk.start('try', 'fr');
    await until('warning');
    go();
    await until('entry', { triesLeft: 1 });
    type('1111');
    await until('sure');
    go();
    await until('end', { outcome: 'blocked' });
  });
});

describe('a card with one try left', () => {
  test('asks before the code and after it, and each no is a way out that spends nothing', async () => {
    const { desk, asked, type, until, go, back } = openScripted({ state: { triesLeft: 1 } });
    for (const stage of ['warning', 'sure'] as const) {
      const end = desk.start('try', 'fr');
      await until('warning');
      if (stage === 'sure') {
        go();
        await until('entry');
        type('1234');
      }
      await until(stage);
      back();
      expect(await end).toEqual({ outcome: 'cancelled', help: false });
    }
    expect(asked).toEqual(['state null', 'state null']);
  });

  test('asks twice before a keypad too, where the code goes straight to the card', async () => {
    const { desk, asked, until, go } = openScripted({ state: { triesLeft: 1, keypad: true } });
    void desk.start('try', 'fr');
    await until('warning');
    go();
    await until('sure');
    expect(asked).toEqual(['state null']);
    go();
    await until('end', { outcome: 'done' });
    expect(asked).toEqual(['state null', 'verify fr keypad']);
  });

  test.each([true, false])('takes two quick touches for one (keypad: %s): each question has its own answer', async (keypad) => {
    const { desk, asked, type, until } = openScripted({ state: { triesLeft: 1, keypad } });
    void desk.start('try', 'fr');
    await until('warning');
    const twice = (phase: 'warning' | 'entry') => {
      for (let i = 0; i < 2; i++) desk.go(phase === 'entry' ? { phase, field: 'current' } : { phase });
    };
    twice('warning');
    if (!keypad) {
      await until('entry');
      type('1234');
      twice('entry');
    }
    await until('sure');
    desk.back({ phase: 'warning' });
    await until('sure');
    expect(asked).toEqual(['state null']);
  });

  test('with none left is blocked before anything is asked', async () => {
    const { desk, asked, until } = openScripted({ state: { triesLeft: 0 } });
    void desk.start('try', 'fr');
    await until('end', { outcome: 'blocked' });
    expect(asked).toEqual(['state null']);
  });
});
