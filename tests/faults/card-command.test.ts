import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { run } from '../../main/cli/index.ts';
import type { Flaw } from '../../native/sim/mint.ts';
import { PEOPLE, type PersonaName } from '../../native/sim/people.ts';
import { openRig, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterEach(() => rig.clear());
afterAll(() => rig.close());

async function comptoir(...argv: string[]) {
  let out = '';
  let err = '';
  const code = await run(argv, {
    launch: rig.launch,
    stdout: (text) => {
      out += text;
    },
    stderr: (text) => {
      err += text;
    },
    dataFolder: '/nonexistent',
    localesFolder: path.resolve(import.meta.dirname, '../../locales'),
    runtime: { kind: 'node', electron: null, node: process.versions.node },
    now: () => new Date(2026, 10, 21, 12),
  });
  return { code, out, err };
}
/** The card is in the reader before the command runs. */
async function withCard(name: PersonaName, flaw?: Flaw) {
  await rig.world.plug(rig.mint.card(name, flaw));
  return await comptoir('card', '--json', '--wait', '5');
}

test.each(Object.keys(PEOPLE) as PersonaName[])(
  'the card of %s is read whole, and its national number stays in it',
  async (name) => {
    const { code, out } = await withCard(name);
    const found = JSON.parse(out);
    expect(code).toBe(0);
    expect(found).toMatchObject({
      card: 'genuine',
      expired: name === 'karl',
      identity: {
        name: PEOPLE[name].identity[7],
        nationality: PEOPLE[name].identity[10],
        'card-number': PEOPLE[name].identity[1],
      },
      photo: { bytes: 3000 },
      verdicts: { chain: 'good', identity: 'good', address: 'good', photo: 'good', certificates: 'valid' },
    });
    expect(found.figures.commands).toBeGreaterThan(10);
    expect(out).not.toContain(PEOPLE[name].identity[6]);
  },
);

test.each<[Flaw, number, string]>([
  ['not-eid', 4, 'not-eid'],
  ['blank', 4, 'unreadable'],
  ['garbage', 4, 'unreadable'],
  ['mute', 4, 'unreadable'],
  ['unknown-root', 5, 'not-genuine'],
  ['tampered-identity', 5, 'not-genuine'],
  ['tampered-address', 5, 'not-genuine'],
  ['wrong-photo', 5, 'not-genuine'],
])('%s ends with %i, and nothing of the person is printed', async (flaw, code, card) => {
  const done = await withCard('nadia', flaw);
  expect(done.code).toBe(code);
  expect(JSON.parse(done.out)).toMatchObject({ card, identity: {}, photo: null });
  expect(done.out).not.toContain('Exemple');
});

test('each verdict stands apart', async () => {
  expect(JSON.parse((await withCard('joris', 'wrong-photo')).out).verdicts).toEqual({
    chain: 'good',
    identity: 'good',
    address: 'good',
    photo: 'bad',
    certificates: 'valid',
    card: 'valid',
  });
});

test('no card, no reader, no service end with 3, at once', async () => {
  expect(JSON.parse((await comptoir('card', '--json')).out).card).toBe('no-card');
  await rig.world.startService({ readers: 0 });
  expect(await comptoir('card')).toMatchObject({ code: 3, out: expect.stringMatching(/^card +no-reader\n/) });
  await rig.world.stopService();
  expect(await comptoir('card')).toMatchObject({ code: 3, out: expect.stringMatching(/^card +no-service\n/) });
});

test('waits for a card as long as it was told', async () => {
  const waiting = comptoir('card', '--json', '--wait', '20');
  setTimeout(() => void rig.world.plug(rig.mint.card('lou')), 500);
  expect(JSON.parse((await waiting).out).identity.name).toBe('Modèle');
  expect(await comptoir('card', '--wait', '1').then(({ code }) => code)).toBe(0);
  rig.world.unplug();
  expect((await comptoir('card', '--wait', '1')).code).toBe(3);
});

test('without --json, one value a line under the same keys', async () => {
  await rig.world.plug(rig.mint.card('joris'));
  const { out } = await comptoir('card', '--wait', '5');
  expect(out).toMatch(/^card +genuine\nexpired +false\nidentity\.name +Voorbeeld\n/);
  expect(out).toMatch(/\nverdicts\.photo +good\n/);
});

test.each([['--wait', 'soon'], ['--wait', '-1'], ['--wait', '99999'], ['--loud']])(
  '%s %s is a mistake in the call',
  async (...words) => {
    expect((await comptoir('card', ...words)).code).toBe(64);
  },
);
