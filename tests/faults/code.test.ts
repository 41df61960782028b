import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type CodeTask, type PinView, questionOf } from '../../main/core/card/code.ts';
import { type CodeDesk, openCodeDesk } from '../../main/services/code/index.ts';
import type { OpenCard } from '../../native/sim/card.ts';
import type { PlugOptions } from '../../native/sim/plug.ts';
import { openRig, type Rig } from './rig.ts';

// The whole way of a code: the dialogue, the card process, the real reader service, a simulated card.

const patient = { timeout: 12_000, interval: 10 };
const codesSeen = (card: OpenCard) => card.inside.log.filter(({ command }) => command[1] === 0x20 || command[1] === 0x24).length;

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterEach(() => rig.clear());
afterAll(() => rig.close());

/** A counter with that card in its reader. */
async function counter(sim: OpenCard, how?: PlugOptions) {
  await rig.world.plug(sim, how);
  const { card, ports } = rig.open();
  await expect.poll(() => card.view().state, patient).toBe('present');
  const desk = openCodeDesk({
    card: card.code,
    shuffled: false,
    random: randomBytes,
    canLogIn: () => true,
    active: () => undefined,
  });
  return { card, desk, ports, ...hands(desk) };
}

/** What a person does at the PIN window. */
function hands(desk: CodeDesk) {
  const until = (phase: PinView['phase'], more: object = {}) =>
    expect.poll(() => desk.view(), patient).toMatchObject({ phase, ...more });
  const go = () => desk.go(questionOf(desk.view()));
  const back = () => desk.back(questionOf(desk.view()));
  const press = (code: string) => {
    for (const digit of code) desk.press(digit as '0'); // the tests type digits only
  };
  const type = (code: string) => {
    press(code);
    go();
  };
  return { until, press, type, go, back };
}

/** Begins, and goes on to the code, or to an end before it. `end` in a box: a promise alone would be waited for. */
const started = async (made: Awaited<ReturnType<typeof counter>>, task: CodeTask) => {
  const box: { end: ReturnType<CodeDesk['start']> } = { end: made.desk.start(task, 'fr') };
  await expect.poll(() => made.desk.view().phase, patient).not.toBe('busy');
  if (made.desk.view().phase === 'consent') made.go();
  return box;
};

describe.each(['1.1', '1.7', 're-keyed', '1.8'] as const)('with a card of applet %s', (applet) => {
  const mintCard = (options: { tries?: number } = {}) => rig.mint.card('nadia', undefined, { applet, ...options });

  test('a code is tried: right', async () => {
    const sim = mintCard();
    const made = await counter(sim);
    const { end } = await started(made, 'try');
    await made.until('entry', { triesLeft: applet === '1.8' ? 3 : null });
    made.type('1234');
    await made.until('end', { outcome: 'done' });
    made.go();
    expect(await end).toEqual({ outcome: 'done', help: false });
    expect(codesSeen(sim)).toBe(1);
    expect(sim.inside.log.at(-1)?.command.toString('hex')).toBe('80e60000');
  });

  test('a code is changed, and the new one is the card’s', async () => {
    const sim = mintCard();
    const made = await counter(sim);
    await started(made, 'change');
    for (const code of ['1234', '86420', '86420']) made.type(code);
    await made.until('end', { outcome: 'done' });
    expect(sim.inside.pin).toBe('86420');
  });

  test('a test of the log-in is signed by the card, and the signature holds', async () => {
    const sim = mintCard();
    const made = await counter(sim);
    await started(made, 'try-login');
    await made.until('entry');
    made.type('1234');
    await made.until('end', { outcome: 'done' });
    expect(sim.inside.log.some(({ command }) => command[1] === 0x2a)).toBe(true);
  });

  test('two wrong codes, and the third never reaches the card, though it is taken out and put back', async () => {
    const sim = mintCard();
    const made = await counter(sim);
    await started(made, 'try');
    made.type('1111');
    await made.until('entry', { problem: 'wrong', triesLeft: 2 });
    made.type('2222');
    await made.until('end', { outcome: 'stopped' });
    made.go();
    rig.world.unplug();
    await expect.poll(() => made.card.view().state, patient).toBe('no-card');
    await rig.world.plug(sim);
    await expect.poll(() => made.card.view().state, patient).toBe('present');
    for (const task of ['try', 'change', 'try-login'] as const) {
      await started(made, task);
      await made.until('end', { outcome: 'stopped' });
      made.type('3333');
    }
    expect([codesSeen(sim), sim.inside.triesLeft]).toEqual([2, 1]);
  });

  test('a blocked code is known as blocked', async () => {
    const sim = mintCard({ tries: 0 });
    const made = await counter(sim);
    await started(made, 'try');
    if (applet !== '1.8') made.type('1234');
    await made.until('end', { outcome: 'blocked' });
    expect(codesSeen(sim)).toBe(applet === '1.8' ? 0 : 1);
  });
});

describe('one try left', () => {
  test('is asked about twice by a card that tells (1.8), and a no spends nothing', async () => {
    const sim = rig.mint.card('joris', undefined, { tries: 1 });
    const made = await counter(sim);
    await started(made, 'try');
    await made.until('warning');
    made.go();
    await made.until('entry', { triesLeft: 1 });
    made.type('1234');
    await made.until('sure');
    made.back();
    await made.until('closed');
    expect([codesSeen(sim), sim.inside.triesLeft]).toEqual([0, 1]);
  });

  test('is known of an older card that said so while it stays in: the next visitor with it is asked twice too', async () => {
    const sim = rig.mint.card('nadia');
    const made = await counter(sim);
    await started(made, 'try');
    made.type('1111');
    await made.until('entry', { problem: 'wrong' });
    made.type('2222');
    await made.until('end', { outcome: 'stopped' });
    made.desk.forget();
    await started(made, 'try');
    await made.until('warning');
  });
});

test('a child’s card has no key to log in with, and is asked no code', async () => {
  const sim = rig.mint.card('lou');
  const made = await counter(sim);
  await started(made, 'try-login');
  await made.until('end', { outcome: 'no-key' });
  expect(codesSeen(sim)).toBe(0);
});

test('a forged card is asked no code for a log-in', async () => {
  const sim = rig.mint.card('joris', 'unknown-root');
  const made = await counter(sim);
  await started(made, 'try-login');
  await made.until('end', { outcome: 'not-genuine' });
  expect(codesSeen(sim)).toBe(0);
});

test('an expired card cannot log in, and is asked no code', async () => {
  const sim = rig.mint.card('karl');
  const made = await counter(sim);
  await started(made, 'try-login');
  await made.until('end', { outcome: 'not-valid' });
  expect(codesSeen(sim)).toBe(0);
});

describe('the card is pulled', () => {
  test('while the code is typed: the window closes, and the next card gets none of the digits', async () => {
    const first = rig.mint.card('nadia');
    const made = await counter(first);
    const { end } = await started(made, 'try');
    made.press('123');
    rig.world.unplug();
    expect(await end).toEqual({ outcome: 'removed', help: false });
    const second = rig.mint.card('joris');
    await rig.world.plug(second);
    await expect.poll(() => made.card.view().state, patient).toBe('present');
    await started(made, 'try');
    await made.until('entry', { digits: 0 });
    expect([codesSeen(first), codesSeen(second)]).toEqual([0, 0]);
  });

  test('and another is put in before anybody noticed: the code for the first is not shown to it', async () => {
    const first = rig.mint.card('nadia');
    const made = await counter(first);
    await started(made, 'try');
    made.press('1234');
    const second = rig.mint.card('joris');
    await rig.world.plug(second);
    made.go();
    await expect.poll(() => made.desk.view().phase, patient).toMatch(/closed|end/);
    expect(made.desk.view()).not.toMatchObject({ phase: 'end', outcome: 'done' });
    expect(codesSeen(second)).toBe(0);
  });

  test('while the card works: closed at once, and what may have been a wrong code is counted', async () => {
    const sim = rig.mint.card('nadia');
    const pull: { at: number | null } = { at: 0x20 };
    const made = await counter({
      ...sim,
      exchange(command) {
        if (command[1] !== pull.at) return sim.exchange(command);
        sim.exchange(command);
        rig.world.unplug();
        return null;
      },
    });
    const { end } = await started(made, 'try');
    made.type('1111');
    expect(await end).toEqual({ outcome: 'removed', help: false });
    pull.at = null;
    await rig.world.plug(sim);
    await expect.poll(() => made.card.view().state, patient).toBe('present');
    await started(made, 'try');
    made.type('2222');
    await made.until('end', { outcome: 'stopped' });
    expect(codesSeen(sim)).toBe(2);
  });
});

describe('the visit ends', () => {
  test('while a code is typed: the digits are gone, and nothing reached the card', async () => {
    const sim = rig.mint.card('joris');
    const made = await counter(sim);
    const { end } = await started(made, 'try');
    made.press('9876');
    made.desk.forget();
    made.card.forget();
    expect(await end).toEqual({ outcome: 'cancelled', help: false });
    await started(made, 'try');
    await made.until('entry', { digits: 0 });
    expect(codesSeen(sim)).toBe(0);
  });

  test('between the last key and the card: the code is not shown to it', async () => {
    const sim = rig.mint.card('joris');
    const made = await counter(sim, { delay: () => 40 });
    await started(made, 'try');
    made.type('1234');
    made.desk.forget();
    made.card.forget();
    await started(made, 'try');
    await made.until('entry');
    expect(codesSeen(sim)).toBe(0);
  });
});

describe('the card process', () => {
  test('whose card never answers the code is ended by its watchdog, and the dialogue closes', async () => {
    const sim = rig.mint.card('joris');
    const made = await counter({ ...sim, exchange: (command) => (command[1] === 0x20 ? null : sim.exchange(command)) });
    const { end } = await started(made, 'try');
    made.type('1234');
    expect(await end).toEqual({ outcome: 'removed', help: false });
    await expect.poll(() => made.card.view().state, patient).toBe('unreadable');
    await expect.poll(() => made.ports.length, patient).toBe(2);
  });

  test('that dies under a code leaves nobody waiting', async () => {
    const sim = rig.mint.card('joris');
    const made = await counter({ ...sim, exchange: (command) => (command[1] === 0x20 ? null : sim.exchange(command)) });
    const { end } = await started(made, 'try');
    made.type('1234');
    await made.until('busy');
    made.ports.at(-1)?.kill();
    expect(await end).toEqual({ outcome: 'removed', help: false });
  });

  test('reads and codes take turns: a read asked while a code is tried comes after it, whole', async () => {
    const sim = rig.mint.card('joris');
    const made = await counter(sim, { delay: () => 5 });
    await started(made, 'try');
    made.type('1234');
    made.card.agree(['first-name']);
    await made.until('end', { outcome: 'done' });
    await expect.poll(() => made.card.view(), patient).toMatchObject({ state: 'ready', facts: { firstName: 'Joris' } });
    const sent = sim.inside.log.map(({ command }) => command[1]);
    expect(sent.lastIndexOf(0xe6)).toBeLessThan(sent.lastIndexOf(0xb0));
  });
});
