import { beforeEach, describe, expect, test } from 'vitest';
import type { CodeReport, CodeRequest } from '../../../native/messages.ts';
import { openCardCode } from './card-code.ts';

let there: number | null;
let sent: CodeRequest[];
let cancels: number;
let code: ReturnType<typeof openCardCode>;
beforeEach(() => {
  there = 1;
  sent = [];
  cancels = 0;
  code = openCardCode({
    send: (request) => void (request.kind === 'code' ? sent.push(structuredClone(request)) : cancels++),
    insertion: () => there,
    today: () => '2026-11-21',
  });
});

const report = (id: number, more: Partial<CodeReport> = {}): CodeReport => ({
  kind: 'code',
  id,
  outcome: 'done',
  triesLeft: null,
  sent: true,
  keypad: false,
  publicKey: null,
  signature: null,
  ...more,
});
const digits = () => Uint8Array.of(0x31, 0x32, 0x33, 0x34);
const shown = async () => {
  const state = code.state(null, false);
  code.onReport(report(sent.at(-1)?.id ?? 0));
  await state;
};
const isEmpty = (bytes: Uint8Array) => bytes.every((byte) => byte === 0);

describe('a question', () => {
  test('gets its own answer, whatever the order', async () => {
    await shown();
    const [one, other] = [code.verify(digits(), 'fr'), code.verify(digits(), 'fr')];
    const [first, second] = sent.slice(1).map(({ id }) => id);
    code.onReport(report(second ?? 0, { outcome: 'wrong', triesLeft: 2 }));
    code.onReport(report(first ?? 0));
    expect([(await one).outcome, (await other).outcome]).toEqual(['done', 'wrong']);
  });

  test('says for which card it is, and what day', async () => {
    await shown();
    void code.change(digits(), digits(), 'nl');
    expect(sent).toMatchObject([
      { do: 'state', insertion: 1, today: '2026-11-21' },
      { do: 'change', insertion: 1, language: 'nl' },
    ]);
  });

  test('to take all rights from the card needs none before it, and is no "yes" unless the card process says so', async () => {
    const [done, gone] = [code.reset(), code.reset()];
    expect(sent).toMatchObject([
      { do: 'reset', insertion: 1 },
      { do: 'reset', insertion: 1 },
    ]);
    code.onReport(report(sent[0]?.id ?? 0));
    code.onReport(report(sent[1]?.id ?? 0, { outcome: 'gone' }));
    expect([await done, await gone]).toEqual([true, false]);
    there = null;
    expect(await code.reset()).toBe(false);
  });

  test('that is answered by nobody ends when the card or the process is gone', async () => {
    await shown();
    const asked = code.verify(digits(), 'fr');
    code.down();
    // Nobody knows how far it came.
    expect(await asked).toMatchObject({ outcome: 'gone', triesLeft: null, sent: true, signature: null });
  });
});

test('for a card that is gone is still answered by its process: how far it came, only that knows', async () => {
  await shown();
  const asked = code.verify(digits(), 'fr');
  code.drop();
  code.onReport(report(sent.at(-1)?.id ?? 0, { outcome: 'gone', sent: false }));
  expect(await asked).toMatchObject({ outcome: 'gone', sent: false });
});

test('that nobody wants any more is called off, and the next begins with the card', async () => {
  await shown();
  code.cancel();
  expect(cancels).toBe(1);
  expect(await code.verify(digits(), 'fr')).toMatchObject({ outcome: 'gone', sent: false });
  expect(sent).toHaveLength(1);
});

describe('a code for a card that is not the one shown is not sent', () => {
  test.each([
    ['when no card was shown', () => undefined, false],
    [
      'when another is there',
      () => {
        there = 2;
      },
      true,
    ],
    [
      'when none is there',
      () => {
        there = null;
      },
      true,
    ],
    ['after the process was gone', () => code.drop(), true],
  ])('%s', async (_name, happens, first) => {
    if (first) await shown();
    happens();
    const before = sent.length;
    expect(await code.verify(digits(), 'fr')).toMatchObject({ outcome: 'gone' });
    expect(sent).toHaveLength(before);
  });
});

describe('codes are overwritten', () => {
  test.each(['answered', 'dropped', 'never sent'])('when the question was %s', async (how) => {
    if (how !== 'never sent') await shown();
    const buffers = [digits(), digits(), digits(), digits()] as const;
    const sign = { key: 'signature', hash: 'sha256', scheme: 'pkcs1', digest: new Uint8Array(32), language: 'fr' } as const;
    const asked = [
      code.verify(buffers[0], 'fr'),
      code.change(buffers[1], buffers[2], 'fr'),
      code.sign({ code: buffers[3], ...sign }),
    ];
    if (how === 'answered') for (const { id } of sent) code.onReport(report(id));
    else code.down();
    await Promise.all(asked);
    expect(buffers.map(isEmpty)).toEqual([true, true, true, true]);
    // What went out was whole.
    expect(sent.some((request) => 'code' in request && request.code && isEmpty(request.code))).toBe(false);
  });
});

test('whoever asked about a card hears that it is gone, once; who asked nothing hears nothing', async () => {
  let told = 0;
  const stop = code.onGone(() => told++);
  code.drop();
  expect(told).toBe(0);
  await shown();
  code.drop();
  code.drop();
  expect(told).toBe(1);
  stop();
  await shown();
  code.drop();
  expect(told).toBe(1);
});
