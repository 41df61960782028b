import { describe, expect, test } from 'vitest';
import { openScripted } from '../../../tests/fixtures/scripted-code.ts';

// The card says what it is told to say. The real one is in tests/faults/code.test.ts.

describe('the way back', () => {
  test('is open while the card is only asked how it is, and what was asked is called off', async () => {
    const { desk, until, back, holdCard, cancels } = openScripted();
    const free = holdCard({ state: true });
    const end = desk.start('try', 'fr');
    await until('busy', { stops: true });
    back();
    expect(await end).toEqual({ outcome: 'cancelled', help: false });
    expect(cancels()).toBe(1);
    free();
    await until('closed');
  });

  test('is closed while a code is with the card', async () => {
    const { desk, until, back, type, holdCard } = openScripted();
    const free = holdCard();
    void desk.start('try', 'fr');
    await until('entry');
    type('1234');
    await until('busy', { stops: false });
    back();
    expect(desk.view().phase).toBe('busy');
    free();
    await until('end', { outcome: 'done' });
  });

  test.each(['dropped', 'forgotten'] as const)('when the dialogue is %s, what the card was asked is called off', async (how) => {
    const { desk, until, cancels, holdCard } = openScripted({ state: { keypad: true } });
    holdCard();
    void desk.start('try', 'fr');
    await until('keypad');
    if (how === 'dropped') desk.drop('cancelled');
    else desk.forget();
    expect(cancels()).toBe(1);
  });
});
