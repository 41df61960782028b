import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { run } from '../../main/cli/index.ts';
import { CARD_MISHAPS } from '../../main/services/card/index.ts';
import { ATR, makeCard, type SimCard } from '../../native/sim/card.ts';
import { withFaults } from '../../native/sim/faults.ts';
import { makeFiles, PATHS } from '../../native/sim/files.ts';
import type { CardOptions, Flaw } from '../../native/sim/mint.ts';
import { PEOPLE, type Persona, type PersonaName } from '../../native/sim/people.ts';
import { openRig, overheard, type Rig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterEach(() => {
  vi.unstubAllGlobals();
  return rig.clear();
});
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
    env: { LANG: 'nl_BE.UTF-8' },
  });
  return { code, out, err };
}
/** The card is in the reader before the command runs. */
async function inspected(card: SimCard, ...more: string[]) {
  await rig.world.plug(card);
  const done = await comptoir('card', '--json', '--wait', '5', ...more);
  return { ...done, found: JSON.parse(done.out) };
}
const withCard = (name: PersonaName, flaw?: Flaw, options?: CardOptions) => inspected(rig.mint.card(name, flaw, options));

/** The promise to other tools: these keys, in this order, whatever happened. */
const SHAPE = ['reader', 'atr', 'applet', 'kind', 'identity', 'address', 'photo', 'verdict', 'mishap', 'timing'];
const expectShape = (found: Record<string, object>) => {
  expect(Object.keys(found)).toEqual(SHAPE);
  expect(Object.keys(found.verdict ?? {})).toEqual(['identity', 'address', 'photo', 'chain', 'expired']);
  expect(Object.keys(found.timing ?? {})).toEqual(['identityMs', 'addressMs', 'verifiedMs', 'totalMs', 'apdus']);
  expect([null, ...CARD_MISHAPS]).toContain(found.mishap);
};

const NAMES = Object.keys(PEOPLE) as PersonaName[];
/** The cast of the demo and a few others; all of them when everything is run. */
const SOME = process.env.COMPTOIR_FULL === '1' ? NAMES : NAMES.filter((_, at) => at < 6 || at % 6 === 0);
const DAY = '2026-11-21';
const isExpired = (until: string | undefined) => (until ? until.split('.').reverse().join('-') < DAY : null);

test.each(SOME)('the card of %s is read whole, and its national number stays in it', async (name) => {
  const { code, out, found } = await withCard(name);
  const persona: Persona = PEOPLE[name];
  const said = (tag: number) => persona.identity[tag]?.trim() || null;
  expect(code).toBe(0);
  expectShape(found);
  expect(found).toMatchObject({ reader: 'Virtual PCD 00 00', kind: 'eid', mishap: null });
  expect(found.identity).toMatchObject({
    ...{ cardNumber: said(1), validFrom: said(3), validUntil: said(4), issuingMunicipality: said(5), nationalNumber: null },
    ...{ surname: said(7), givenNames: said(8), thirdGivenNameInitial: said(9), nationality: said(10), birthPlace: said(11) },
    ...{ birthDateText: said(12), nobleCondition: said(14), documentType: said(15), specialStatus: said(16) },
  });
  expect(found.verdict).toMatchObject({ identity: true, chain: true, expired: isExpired(persona.identity[4]) });
  expect(found.timing.apdus).toBeGreaterThan(10);
  expect(out).not.toContain(persona.identity[6]);
});

test('the whole of one card, to the letter', async () => {
  const authority = rig.mint.authority('1.7');
  const files = makeFiles(PEOPLE.nadia, authority);
  const photo = files.get(PATHS.photo) ?? Buffer.alloc(0);
  const { found } = await inspected(makeCard({ applet: '1.7', files }));
  const { identity, timing, ...rest } = found;
  const { chipNumber, extra, ...texts } = identity;
  expect(chipNumber).toMatch(/^[0-9A-F]{32}$/);
  expect(extra.photoHash).toBe(createHash('sha256').update(photo).digest('hex').toUpperCase());
  expect(texts).toEqual({
    cardNumber: PEOPLE.nadia.identity[1],
    ...{ validFrom: '03.02.2020', validUntil: '03.02.2030', issuingMunicipality: 'Namur', nationalNumber: null },
    ...{ surname: 'Exemple', givenNames: 'Nadia Simone', thirdGivenNameInitial: 'B', nationality: 'Belge', birthPlace: 'Liège' },
    ...{ birthDateText: '30 JUIL 1985', birthDateIso: '1985-07-30', sex: 'F', nobleCondition: null },
    ...{ documentType: '1', specialStatus: '0', duplicate: null },
  });
  expect(rest).toEqual({
    ...{ reader: 'Virtual PCD 00 00', atr: ATR['1.7'].toUpperCase(), applet: '1.7', kind: 'eid' },
    address: { street: 'Rue des Essais 12', zip: '5000', municipality: 'Namur' },
    photo: { sha256: createHash('sha256').update(photo).digest('hex'), bytes: photo.length },
    verdict: { identity: true, address: true, photo: true, chain: true, expired: false },
    mishap: null,
  });
  expect(timing.identityMs).toBeLessThan(timing.addressMs);
  expect(timing.addressMs).toBeLessThan(timing.verifiedMs);
  expect(timing.verifiedMs).toBeLessThan(timing.totalMs);
});

const NONE = { identity: null, address: null, photo: null, chain: null, expired: null };
test.each<[Flaw, number, string, string, object]>([
  ['not-eid', 4, 'other', 'not-eid', NONE],
  ['bank', 4, 'other', 'bank-card', NONE],
  ['upside-down', 4, 'unreadable', 'unreadable', NONE],
  ['mute', 4, 'unreadable', 'unreadable', NONE],
  ['blank', 4, 'unreadable', 'card-damaged', NONE],
  ['garbage', 4, 'unreadable', 'card-damaged', NONE],
  ['unknown-root', 5, 'eid', 'not-genuine', { identity: true, address: true, photo: true, chain: false, expired: false }],
  ['no-certificate', 5, 'eid', 'not-genuine', { identity: null, address: null, photo: null, chain: false, expired: null }],
  ['tampered-identity', 5, 'eid', 'not-genuine', { identity: false, address: true, photo: null, chain: true, expired: null }],
  ['tampered-signature', 5, 'eid', 'not-genuine', { identity: false, address: false, photo: null, chain: true, expired: null }],
])('%s ends with %i, and nothing of the person is printed', async (flaw, code, kind, mishap, verdict) => {
  const done = await withCard('nadia', flaw);
  expect(done.code).toBe(code);
  expectShape(done.found);
  expect(done.found).toMatchObject({ kind, mishap, verdict, identity: null, address: null, photo: null });
  expect(done.out).not.toContain('Exemple');
});

test.each(['nadia', 'joris'] as const)(
  'of the card of %s, a forged address or photo is not shown, and what is good is',
  async (name) => {
    const address = await withCard(name, 'tampered-address');
    expect(address.code).toBe(5);
    expect(address.found).toMatchObject({
      address: null,
      identity: { surname: PEOPLE[name].identity[7] },
      photo: { bytes: 3000 },
    });
    expect(address.found.verdict).toEqual({ identity: true, address: false, photo: true, chain: true, expired: false });
    const photo = await withCard(name, 'wrong-photo');
    expect(photo.code).toBe(5);
    expect(photo.found).toMatchObject({ photo: null, address: { zip: PEOPLE[name].address[1] } });
    expect(photo.found.verdict).toEqual({ identity: true, address: true, photo: false, chain: true, expired: false });
  },
);

test('a photo or an address that is not there cannot be judged, and accuses nobody', async () => {
  for (const [flaw, part] of [
    ['no-photo', 'photo'],
    ['no-address', 'address'],
  ] as const) {
    const { code, found } = await withCard('joris', flaw);
    expect([code, found[part], found.verdict[part], found.mishap]).toEqual([0, null, null, null]);
  }
});

test.each(['6985', '6d00'] as const)(
  'a card that refuses with %s until it is handed over is an eID, not active',
  async (inactive) => {
    const { code, found } = await withCard('joris', undefined, { inactive });
    expect(code).toBe(4);
    expect(found).toMatchObject({ kind: 'eid', mishap: 'card-not-activated', identity: null, verdict: NONE });
  },
);

test('no card, no reader, no service end with 3, at once, and say so in the same shape', async () => {
  const empty = await comptoir('card', '--json');
  expectShape(JSON.parse(empty.out));
  expect(JSON.parse(empty.out)).toMatchObject({ reader: 'Virtual PCD 00 00', kind: null, mishap: 'no-card', verdict: NONE });
  expect(empty.code).toBe(3);
  await rig.world.startService({ readers: 0 });
  expect(await comptoir('card')).toMatchObject({ code: 3, out: expect.stringMatching(/^mishap +no-reader$/m) });
  await rig.world.stopService();
  const none = await comptoir('card', '--json');
  expect(none.code).toBe(3);
  expect(JSON.parse(none.out)).toMatchObject({ reader: null, atr: null, mishap: 'no-service' });
});

test('an eID with the answer to reset of another card is read all the same', async () => {
  const { code, found } = await inspected({ ...rig.mint.card('joris'), atr: Buffer.from(ATR.other, 'hex') });
  expect(found).toMatchObject({ atr: ATR.other.toUpperCase(), kind: 'eid', identity: { surname: 'Voorbeeld' }, mishap: null });
  expect(code).toBe(0);
});

test('a card in the second of two readers is found at once, without being waited for', async () => {
  await rig.world.plug(rig.mint.card('joris'), { slot: 1 });
  // The service looks at a virtual reader every 400 ms; it must know of the card before we ask.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const { code, out } = await comptoir('card', '--json');
  expect(JSON.parse(out)).toMatchObject({ kind: 'eid', mishap: null, identity: { surname: 'Voorbeeld' } });
  expect(code).toBe(0);
});

test('a card taken out in mid-read ends with 3', async () => {
  const card = withFaults(rig.mint.card('joris'), { removeAt: 9 }, () => rig.world.unplug());
  await rig.world.plug(card);
  const { code, out } = await comptoir('card', '--json', '--wait', '9');
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ identity: null, mishap: 'card-removed' });
});

test('waits for a card as long as it was told', async () => {
  const waiting = comptoir('card', '--json', '--wait', '20');
  setTimeout(() => void rig.world.plug(rig.mint.card('lou')), 500);
  expect(JSON.parse((await waiting).out).identity.surname).toBe('Modèle');
  expect(await comptoir('card', '--wait', '1').then(({ code }) => code)).toBe(0);
  rig.world.unplug();
  expect((await comptoir('card', '--wait', '1')).code).toBe(3);
});

test('without --json, one value a line under the same keys, and what the numbers mean', async () => {
  await rig.world.plug(rig.mint.card('joris'));
  const { out } = await comptoir('card', '--wait', '5');
  expect(out).toMatch(/\nidentity\.surname +Voorbeeld\n/);
  expect(out).toMatch(/\nverdict\.photo +true\n/);
  expect(out).toMatch(/\nmeaning\.documentType +citizen\n/);
});

describe('the national number', () => {
  test('comes in a development build when it is asked for, and not otherwise', async () => {
    const { found } = await inspected(rig.mint.card('nadia'), '--national-number');
    expect(found.identity.nationalNumber).toBe(PEOPLE.nadia.identity[6]);
  });

  test('is refused by a release with a plain sentence, before any card is touched', async () => {
    vi.stubGlobal('__TEST_BUILD__', false);
    const ears = overheard(rig.mint.card('nadia'));
    await rig.world.plug(ears);
    const done = await comptoir('card', '--json', '--national-number');
    expect(done).toMatchObject({ code: 69, out: '', err: expect.stringContaining('rijksregisternummer') });
    expect(ears.commands).toEqual([]);
  });
});

test.each([['--wait', 'soon'], ['--wait', '-1'], ['--wait', '99999'], ['--loud']])(
  '%s %s is a mistake in the call',
  async (...words) => {
    expect((await comptoir('card', ...words)).code).toBe(64);
  },
);
