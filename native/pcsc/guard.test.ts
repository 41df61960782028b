import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { steady } from '../steady.ts';
import { guarded, inTurn } from './guard.ts';

const QUICK = { limit: 120, renew: 30 };

/** What the watchdog outside does with what it is told. */
function watchdog() {
  const bites: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const pulse = steady((limit, wait) => {
    clearTimeout(timer);
    if (limit > 0) timer = setTimeout(() => bites.push(wait), limit);
  });
  return { bites, pulse };
}

test('another turn, however long, ends no process', async () => {
  const { bites, pulse } = watchdog();
  const held = async () => true;
  expect(await inTurn(pulse, held, () => sleep(500, 'mine'), QUICK)).toEqual({ ok: true, value: 'mine' });
  await sleep(200);
  expect(bites).toEqual([]);
});

test('a driver that hangs while nobody is there is given up, and not for want of an answer', async () => {
  const { bites, pulse } = watchdog();
  const done = inTurn(
    pulse,
    async () => false,
    () => sleep(300),
    QUICK,
  );
  await sleep(200);
  expect(bites).toEqual(['turn']);
  await done;
});

test('a card that owes an answer is given up in its time, whatever is waited for beside', async () => {
  const { bites, pulse } = watchdog();
  const turn = inTurn(
    pulse,
    async () => true,
    () => sleep(400),
    QUICK,
  );
  await sleep(40);
  const stuck = guarded(pulse, 100, () => sleep(300));
  await sleep(130);
  expect(bites[0]).toBe('answer');
  await Promise.all([turn, stuck]);
});
