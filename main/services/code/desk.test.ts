import { describe, expect, test } from 'vitest';
import { openScripted } from '../../../tests/fixtures/scripted-code.ts';
import type { PinField } from '../../core/card/code.ts';

const entry = (field: PinField, more: object = {}) => ({ phase: 'entry', field, digits: 0, ...more });

// The card says what it is told to say. The real one is in tests/faults/code.test.ts.

describe('trying a code', () => {
  test('asks the card what it tells, then the code, then says whether it was right', async () => {
    const { desk, asked, type, until, seen, go } = openScripted();
    const end = desk.start('try', 'nl');
    await until('entry', { field: 'current', triesLeft: null, problem: null, language: 'nl', does: 'try' });
    type('1234');
    await until('end', { outcome: 'done' });
    go();
    expect(await end).toEqual({ outcome: 'done', help: false });
    expect(asked).toEqual(['state null', 'verify nl 1234']);
    expect(seen.map(({ phase }) => phase).join(' ')).toBe('busy entry entry entry entry entry busy end closed');
  });

  test('goes on only with four digits, takes no more than twelve, and erases one by one', async () => {
    const { desk, asked, type, until } = openScripted();
    void desk.start('try', 'fr');
    await until('entry');
    type('123');
    expect(desk.view()).toMatchObject({ phase: 'entry', digits: 3, enough: false });
    desk.press('9');
    expect(desk.view()).toMatchObject({ digits: 4, enough: true });
    desk.press('erase');
    desk.press('erase');
    expect(desk.view()).toMatchObject({ digits: 2, enough: false });
    type('34567890123456');
    await until('end');
    expect(asked.at(-1)).toBe('verify fr 123456789012');
  });

  test('never shows a digit', async () => {
    const { desk, type, until, seen } = openScripted();
    void desk.start('try', 'fr');
    await until('entry');
    type('7777');
    await until('end');
    expect(JSON.stringify(seen.map((view) => (view.phase === 'entry' ? { ...view, pad: [] } : view)))).not.toContain('7');
  });

  test('overwrites what went to the card', async () => {
    const { desk, buffers, type, until } = openScripted();
    void desk.start('try', 'fr');
    await until('entry');
    type('1234');
    await until('end');
    expect(buffers.map((bytes) => [...bytes])).toEqual([[0, 0, 0, 0]]);
  });

  test('is one at a time', async () => {
    const { desk, until } = openScripted();
    void desk.start('try', 'fr');
    expect(await desk.start('change', 'fr')).toEqual({ outcome: 'cancelled', help: false });
    await until('entry', { does: 'try' });
  });

  test('ends with "cancelled" on the way back, and with help where help was asked', async () => {
    const { desk, type, until, answers, back } = openScripted();
    const first = desk.start('try', 'fr');
    await until('entry');
    back();
    expect(await first).toEqual({ outcome: 'cancelled', help: false });
    answers.push({ outcome: 'blocked', triesLeft: 0 });
    const second = desk.start('try', 'fr');
    await until('entry');
    type('1234');
    await until('end', { outcome: 'blocked' });
    desk.help();
    expect(await second).toEqual({ outcome: 'blocked', help: true });
  });
});

describe('changing a code', () => {
  test('hears each answer for the field it was given to', async () => {
    const { desk, type, until } = openScripted();
    void desk.start('change', 'fr');
    await until('entry', entry('current'));
    for (const digit of ['1', '2', '3', '4'] as const) desk.press(digit);
    desk.go({ phase: 'entry', field: 'current' });
    for (const digit of ['9', '9', '9', '9'] as const) desk.press(digit);
    desk.go({ phase: 'entry', field: 'current' });
    expect(desk.view()).toMatchObject({ ...entry('new'), digits: 4 });
    type('');
    expect(desk.view()).toMatchObject(entry('again'));
  });

  const begin = async () => {
    const made = openScripted();
    void made.desk.start('change', 'fr');
    await made.until('entry', entry('current'));
    made.type('1234');
    expect(made.desk.view()).toMatchObject(entry('new', { problem: null }));
    return made;
  };

  test('asks the present code, the new one, and the new one again', async () => {
    const { desk, asked, type, until } = await begin();
    type('98765');
    expect(desk.view()).toMatchObject(entry('again'));
    type('98765');
    await until('end', { outcome: 'done' });
    expect(asked.at(-1)).toBe('change 1234 98765');
  });

  test('asks the new one from the start when the two differ, and wants another than the present one', async () => {
    const { desk, asked, type, until } = await begin();
    type('1234');
    expect(desk.view()).toMatchObject(entry('new', { problem: 'same' }));
    type('5555');
    type('5556');
    expect(desk.view()).toMatchObject(entry('new', { problem: 'differs' }));
    type('5555');
    type('55555');
    expect(desk.view()).toMatchObject(entry('new', { problem: 'differs' }));
    type('5555');
    type('5555');
    await until('end', { outcome: 'done' });
    expect(asked).toEqual(['state null', 'change 1234 5555']);
  });

  test('asks all again after a wrong code', async () => {
    const { answers, type, until, desk } = await begin();
    answers.push({ outcome: 'wrong', triesLeft: 2 });
    type('5555');
    type('5555');
    await until('entry', entry('current', { problem: 'wrong', triesLeft: 2 }));
    desk.press('1');
    expect(desk.view()).toMatchObject({ digits: 1, problem: null });
  });
});

describe('signing', () => {
  const what = { key: 'signature', hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48) } as const;
  const document = { ...what, purpose: { kind: 'document', title: 'Attestation' } } as const;

  test('shows first what is signed, and gives the signature to main only', async () => {
    const signature = new Uint8Array(96).fill(7);
    const { desk, answers, type, until, seen, go } = openScripted();
    answers.push({ signature });
    const end = desk.sign(document, 'de');
    await until('consent', { purpose: document.purpose, does: 'sign' });
    go();
    await until('entry');
    type('1234');
    await until('end', { outcome: 'done' });
    go();
    expect(await end).toEqual({ outcome: 'done', help: false, signature });
    expect(JSON.stringify(seen)).not.toContain('signature');
  });

  test('that was not agreed to signs nothing', async () => {
    const { desk, asked, until, back } = openScripted();
    const end = desk.sign(document, 'fr');
    await until('consent');
    back();
    expect(await end).toEqual({ outcome: 'cancelled', help: false, signature: null });
    expect(asked).toEqual(['state signature']);
  });
});

describe('the card goes, or the visit', () => {
  test('while the code is typed: the window closes, and the digits are not there for the next card', async () => {
    const { desk, asked, type, until, pull } = openScripted();
    const end = desk.start('try', 'fr');
    await until('entry');
    for (const digit of ['1', '2', '3'] as const) desk.press(digit);
    pull();
    expect(await end).toEqual({ outcome: 'removed', help: false });
    expect(desk.view()).toEqual({ phase: 'closed' });
    void desk.start('try', 'fr');
    await until('entry', { digits: 0 });
    type('5678');
    await until('end');
    expect(asked).toEqual(['state null', 'state null', 'verify fr 5678']);
  });

  test('while the card works: closed at once, and the answer that comes later opens nothing', async () => {
    const { desk, type, until, holdCard, pull, seen } = openScripted();
    const free = holdCard();
    const end = desk.start('try', 'fr');
    await until('entry');
    type('1234');
    await until('busy');
    pull();
    expect(await end).toEqual({ outcome: 'removed', help: false });
    const shown = seen.length;
    free();
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen).toHaveLength(shown);
  });

  test('while the card works: a late "right" clears what was counted for the doubt, a late "wrong" keeps it', async () => {
    const { desk, answers, type, until, holdCard } = openScripted();
    for (const outcome of ['done', 'wrong', 'wrong'] as const) {
      answers.push({ outcome });
      const free = holdCard();
      void desk.start('try', 'fr');
      await until('entry');
      type('1234');
      await until('busy');
      desk.drop('cancelled');
      free();
      await new Promise((resolve) => setImmediate(resolve));
    }
    void desk.start('try', 'fr');
    await until('end', { outcome: 'stopped' });
  });

  test('after the end: the outcome stays what it was', async () => {
    const { desk, type, until, pull } = openScripted();
    const end = desk.start('try', 'fr');
    await until('entry');
    type('1234');
    await until('end', { outcome: 'done' });
    pull();
    expect(await end).toEqual({ outcome: 'done', help: false });
  });

  test('the visit ends while the card works: its late answer is not held against the next person', async () => {
    const { desk, answers, type, until, holdCard } = openScripted();
    answers.push({ outcome: 'wrong' }, { outcome: 'wrong' });
    const free = holdCard();
    const end = desk.start('try', 'fr');
    await until('entry');
    type('1234');
    await until('busy');
    desk.forget();
    expect(await end).toEqual({ outcome: 'cancelled', help: false });
    free();
    await new Promise((resolve) => setImmediate(resolve));
    void desk.start('try', 'fr');
    await until('entry');
    type('1111');
    await until('entry', { problem: 'wrong' });
  });
});

describe('the pad', () => {
  test('is that of a telephone, or shuffled by setting; always the ten digits once', async () => {
    const { desk, until } = openScripted();
    void desk.start('try', 'fr');
    await until('entry', { pad: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0] });
    const other = openScripted({ shuffled: true });
    void other.desk.start('try', 'fr');
    await other.until('entry');
    const view = other.desk.view();
    const pad = view.phase === 'entry' ? view.pad : [];
    expect(pad).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
    expect([...pad].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
