import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Launch } from './launch.ts';
import { type Down, openLink } from './link.ts';

/** Processes that do nothing but what the test says in their place. */
function players() {
  const started: { say(message: object): void; readonly start: unknown; readonly killed: boolean }[] = [];
  const launch: Launch = () => {
    let hear: (message: unknown) => void = () => undefined;
    let exit: () => void = () => undefined;
    let start: unknown;
    let killed = false;
    started.push({
      say: (message) => hear(message),
      get start() {
        return start;
      },
      get killed() {
        return killed;
      },
    });
    return {
      send(message) {
        start ??= message;
      },
      onMessage(listener) {
        hear = listener;
      },
      onExit(listener) {
        exit = listener;
      },
      kill() {
        killed = true;
        setTimeout(exit, 1);
      },
    };
  };
  return { launch, started };
}
const patient = { timeout: 3000, interval: 5 };

test.each([
  ['answer', 'stuck', true],
  ['turn', 'ended', false],
] as const)(
  'a process that waits too long for its %s is ended (%s); the card is left alone: %s',
  async (wait, why, leavePresent) => {
    const { launch, started } = players();
    const downs: Down[] = [];
    const link = openLink({ launch, onReport: () => undefined, onDown: (down) => downs.push(down) });
    started[0]?.say({ kind: 'pulse', limit: 40, wait });
    await expect.poll(() => started.length, patient).toBe(2);
    expect(downs).toEqual([why]);
    expect(started[1]?.start).toMatchObject({ kind: 'start', leavePresent });
    await link.close();
  },
);

test('a process that does not wait any more, or says again that it may, is not ended', async () => {
  const { launch, started } = players();
  const link = openLink({ launch, onReport: () => undefined, onDown: () => undefined });
  for (let i = 0; i < 5; i++) {
    started[0]?.say({ kind: 'pulse', limit: 150, wait: 'turn' });
    await sleep(50);
  }
  started[0]?.say({ kind: 'pulse', limit: 0, wait: 'answer' });
  await sleep(250);
  expect(started[0]?.killed).toBe(false);
  await link.close();
});
