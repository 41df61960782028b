import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CardView } from '../../main/core/card/view.ts';
import { type CardService, launchChild } from '../../main/services/card/index.ts';
import { SELECT_APPLET } from '../../native/eid/apdu.ts';
import { openPcsc } from '../../native/pcsc/pcsc-mini.ts';
import type { Flaw } from '../../native/sim/mint.ts';
import type { PersonaName } from '../../native/sim/people.ts';
import { openRig, overheard, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterEach(() => rig.clear());
afterAll(() => rig.close());

const patient = { timeout: 9000, interval: 5 };
const reaches = (card: CardService, state: CardView['state']) => expect.poll(() => card.view().state, patient).toBe(state);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const NADIA = { state: 'ready', facts: { firstName: 'Nadia', validUntil: '2030-02-03' } };

describe('what is in the reader', () => {
  test('no service, no reader, no card, each said as it is', async () => {
    await rig.world.stopService();
    const { card } = rig.open();
    await reaches(card, 'no-service');
    await rig.world.startService({ readers: 0 });
    await reaches(card, 'no-reader');
    await rig.world.startService();
    await reaches(card, 'no-card');
  });

  test.each<[PersonaName, Flaw | undefined, CardView]>([
    ['nadia', undefined, NADIA as CardView],
    ['joris', undefined, { state: 'ready', facts: { firstName: 'Joris', validUntil: '2034-05-14' } }],
    ['lou', undefined, { state: 'ready', facts: { firstName: 'Lou', validUntil: '2028-09-01' } }],
    ['nguyen', 'clumsy', { state: 'ready', facts: { firstName: 'Ánh', validUntil: '2030-01-10' } }],
    ['karl', undefined, { state: 'expired', facts: { firstName: 'Karl-Heinz', validUntil: '2024-06-20' } }],
    ['nadia', 'not-eid', { state: 'not-eid' }],
    ['nadia', 'bank', { state: 'bank-card' }],
    ['nadia', 'unknown-root', { state: 'not-genuine' }],
    ['joris', 'tampered-identity', { state: 'not-genuine' }],
    ['joris', 'tampered-signature', { state: 'not-genuine' }],
    ['nadia', 'no-certificate', { state: 'not-genuine' }],
    ['joris', 'blank', { state: 'unreadable' }],
    ['nadia', 'garbage', { state: 'unreadable' }],
    ['nadia', 'upside-down', { state: 'unreadable' }],
  ])('%s, %s', async (name, flaw, view) => {
    const { card } = rig.open();
    card.agree(['first-name', 'validity']);
    await rig.world.plug(rig.mint.card(name, flaw));
    await expect.poll(() => card.view(), patient).toEqual(view);
    rig.world.unplug();
    await reaches(card, 'no-card');
  });
});

describe('states of a card that is no fault of its holder', () => {
  test.each(['6985', '6d00'] as const)('refusing with %s: not active yet, and the next one works', async (inactive) => {
    const { card } = rig.open();
    card.agree(['first-name', 'validity']);
    await rig.world.plug(rig.mint.card('joris', undefined, { inactive }));
    await expect.poll(() => card.view(), patient).toEqual({ state: 'not-active' });
    rig.world.unplug();
    await reaches(card, 'no-card');
    await rig.world.plug(rig.mint.card('nadia'));
    await agreeAnew(card);
    await expect.poll(() => card.view(), patient).toEqual(NADIA);
  });

  test('held by another program: said with the reader and why, and over when that program lets go', async () => {
    const other = openPcsc();
    await rig.world.plug(rig.mint.card('nadia'));
    await expect.poll(() => other.view(), patient).toMatchObject({ readers: [{ slot: 'card' }, {}] });
    const held = await other.connect('Virtual PCD 00 00');
    if (!held.ok) throw new Error(held.code);
    let letGo: () => void = () => undefined;
    const done = held.value.transaction(() => new Promise<void>((resolve) => (letGo = resolve)));
    const { card } = rig.open();
    card.agree(['first-name', 'validity']);
    await reaches(card, 'busy');
    expect(card.technical()).toBe('reader="Virtual PCD 00 00" code=busy');
    letGo();
    await done;
    await held.value.disconnect();
    other.close();
    await expect.poll(() => card.view(), patient).toEqual(NADIA);
  });

  test('a bank card is sent SELECT and nothing else', async () => {
    const { card } = rig.open();
    card.agree(['first-name', 'validity']);
    const ears = overheard(rig.mint.card('nadia', 'bank'));
    await rig.world.plug(ears);
    await reaches(card, 'bank-card');
    await sleep(300);
    expect([...new Set(ears.commands.map((command) => command.slice(0, 6)))]).toEqual(['00a404']);
  });
});

/** Another card, another consent: until then it is only there. */
async function agreeAnew(card: CardService) {
  await reaches(card, 'present');
  card.agree(['first-name', 'validity']);
}

describe('consent', () => {
  test('before it, a card is asked for its ATR and the applet, nothing else', async () => {
    const { card } = rig.open();
    const ears = overheard(rig.mint.card('nadia'));
    await rig.world.plug(ears);
    await reaches(card, 'present');
    await sleep(300);
    expect([...new Set(ears.commands)]).toEqual([SELECT_APPLET.toString('hex')]);
  });

  test('nothing is shown between "checking" and the verdict', async () => {
    const { card, seen } = rig.open();
    await rig.world.plug(rig.mint.card('nadia'));
    await reaches(card, 'present');
    card.agree(['first-name', 'validity']);
    await reaches(card, 'ready');
    expect(seen.map((view) => view.state)).toEqual(['present', 'checking', 'ready']);
  });

  test('a field not agreed to does not come, not even as "expired"', async () => {
    const { card } = rig.open();
    card.agree(['first-name']);
    await rig.world.plug(rig.mint.card('karl'));
    await expect.poll(() => card.view(), patient).toEqual({ state: 'ready', facts: { firstName: 'Karl-Heinz' } });
    card.agree(['validity']);
    await expect.poll(() => card.view(), patient).toEqual({ state: 'expired', facts: { validUntil: '2024-06-20' } });
  });

  test('address and photo are not read for a greeting', async () => {
    const { card } = rig.open();
    const ears = overheard(rig.mint.card('nadia'));
    card.agree(['first-name', 'validity']);
    await rig.world.plug(ears);
    await reaches(card, 'ready');
    const files = ears.commands.filter((command) => command.startsWith('00a4080c')).map((command) => command.slice(-4));
    expect([...new Set(files)]).toEqual(['4031', '4032', '503c']);
  });

  test('is for the card that is there: the next one, even the same again, is only there until agreed to anew', async () => {
    const { card } = rig.open();
    card.agree(['first-name', 'validity']);
    await rig.world.plug(rig.mint.card('nadia'));
    await reaches(card, 'ready');
    rig.world.unplug();
    await reaches(card, 'no-card');
    const ears = overheard(rig.mint.card('joris'));
    await rig.world.plug(ears);
    await reaches(card, 'present');
    await sleep(300);
    expect(card.view()).toEqual({ state: 'present' });
    expect([...new Set(ears.commands)]).toHaveLength(1);
    card.agree(['first-name']);
    await reaches(card, 'ready');
    card.forget();
    expect(card.view()).toEqual({ state: 'present' });
  });

  test('forgotten in the middle of a read, the card never shows', async () => {
    const { card, seen } = rig.open();
    await rig.world.plug(rig.mint.card('nadia'), { delay: () => 20 });
    await reaches(card, 'present');
    card.agree(['first-name', 'validity']);
    await sleep(100);
    card.forget();
    await sleep(800);
    expect(seen.map((view) => view.state)).toEqual(['present', 'checking', 'present']);
  });
});

describe('taken out', () => {
  test.each([0, 40, 90, 150, 220])('%i ms into a read: no card, nothing of it shown, and the next one works', async (after) => {
    const { card, seen } = rig.open();
    await rig.world.plug(rig.mint.card('joris'), { delay: () => 40 });
    await reaches(card, 'present');
    card.agree(['first-name', 'validity']);
    await sleep(after);
    rig.world.unplug();
    await reaches(card, 'no-card');
    await sleep(500);
    expect(seen.map((view) => view.state)).toEqual(['present', 'checking', 'no-card']);
    await rig.world.plug(rig.mint.card('nadia'));
    await agreeAnew(card);
    await expect.poll(() => card.view(), patient).toEqual(NADIA);
  });

  test('and swapped: the facts of one person never stand beside the card of another', async () => {
    const { card, seen } = rig.open();
    card.agree(['first-name', 'validity']);
    await rig.world.plug(rig.mint.card('joris'));
    await reaches(card, 'ready');
    rig.world.unplug();
    await reaches(card, 'no-card');
    await rig.world.plug(rig.mint.card('nadia'));
    await agreeAnew(card);
    await expect.poll(() => card.view(), patient).toEqual(NADIA);
    expect(seen.map((view) => view.state)).toEqual(['checking', 'ready', 'no-card', 'present', 'checking', 'ready']);
  });
});

describe('the reader service', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'ended by %s with a card read, and started again: nothing is kept, all comes back',
    async (signal) => {
      const { card, ports } = rig.open();
      card.agree(['first-name', 'validity']);
      await rig.world.plug(rig.mint.card('nadia'));
      await reaches(card, 'ready');
      await rig.world.stopService(signal);
      await reaches(card, 'no-service');
      await rig.world.startService();
      await reaches(card, 'no-card');
      await rig.world.plug(rig.mint.card('nadia'));
      await agreeAnew(card);
      await reaches(card, 'ready');
      expect(ports).toHaveLength(1);
    },
  );

  test('ended in the middle of a read: no service, then all as before', async () => {
    const { card } = rig.open();
    await rig.world.plug(rig.mint.card('nadia'), { delay: () => 25 });
    await reaches(card, 'present');
    card.agree(['first-name', 'validity']);
    await sleep(120);
    await rig.world.stopService('SIGKILL');
    await reaches(card, 'no-service');
    await rig.world.startService();
    await rig.world.plug(rig.mint.card('nadia'));
    await agreeAnew(card);
    await expect.poll(() => card.view(), patient).toEqual(NADIA);
  });
});

describe('the card process', () => {
  test('stuck on a mute card is ended; the card is unreadable and left alone until taken out', async () => {
    const { card, seen, ports } = rig.open();
    card.agree(['first-name', 'validity']);
    const ears = overheard(rig.mint.card('nadia', 'mute'));
    await rig.world.plug(ears);
    await reaches(card, 'unreadable');
    await expect.poll(() => ports.length, patient).toBe(2);
    const heard = ears.commands.length;
    await sleep(800);
    expect(card.view().state).toBe('unreadable');
    expect(ears.commands).toHaveLength(heard);
    rig.world.unplug();
    await reaches(card, 'no-card');
    await rig.world.plug(rig.mint.card('nadia'));
    await agreeAnew(card);
    await expect.poll(() => card.view(), patient).toEqual(NADIA);
    expect(seen.map((view) => view.state)).toEqual(['checking', 'unreadable', 'no-card', 'present', 'checking', 'ready']);
  });

  test('killed while a person is shown: the facts go, and come back when agreed anew', async () => {
    const { card, seen, ports } = rig.open();
    card.agree(['first-name', 'validity']);
    await rig.world.plug(rig.mint.card('nadia'));
    await reaches(card, 'ready');
    ports.at(-1)?.kill();
    await expect.poll(() => ports.length, patient).toBe(2);
    await agreeAnew(card);
    await expect.poll(() => card.view(), patient).toEqual(NADIA);
    expect(seen.map((view) => view.state)).toEqual(['checking', 'ready', 'no-service', 'present', 'checking', 'ready']);
  });

  test('that never starts is no service, is tried again more and more slowly, and can be closed', async () => {
    const entry = path.join(tmpdir(), `comptoir-dies-${process.pid}.mjs`);
    writeFileSync(entry, 'process.exit(1)');
    const { card, ports } = rig.open(launchChild(entry));
    await reaches(card, 'no-service');
    await expect.poll(() => ports.length, patient).toBeGreaterThan(2);
    await sleep(1000);
    expect(ports.length).toBeLessThan(8);
    await card.close();
  });

  test('closed in the middle of a mute command ends at once', async () => {
    const { card } = rig.open();
    card.agree(['first-name']);
    await rig.world.plug(rig.mint.card('nadia', 'mute'));
    await reaches(card, 'checking');
    await card.close();
    expect(card.view().state).toBe('checking');
  });
});
