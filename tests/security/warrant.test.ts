import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CardFacts, type CardView } from '../../main/core/card/view.ts';
import { type Warrant, warrantText } from '../../main/core/procedure/warrant.ts';
import { type Launch, launchChild } from '../../main/services/card/index.ts';
import { PEOPLE } from '../../native/sim/people.ts';
import { openRig, type Rig } from '../faults/rig.ts';

// The number and the photo leave the card process on a publisher's signature only, go to the card service and no further.

const NUMBER = PEOPLE.nadia.identity[6] ?? '';
const publisher = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');

let rig: Rig;
let folder: string;
/** Everything the card process said. */
let told: unknown[] = [];
beforeAll(async () => {
  rig = await openRig();
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-warrant-'));
  const pem = publisher.publicKey.export({ type: 'spki', format: 'pem' });
  writeFileSync(path.join(folder, 'publishers.pem'), pem);
  writeFileSync(path.join(folder, 'roots.pem'), rig.mint.roots);
});
afterEach(async () => {
  told = [];
  await rig.clear();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await rig.close();
});

function launch(publishers = true): Launch {
  const start = launchChild(path.resolve(import.meta.dirname, '../../native/process.ts'), {
    execArgv: ['--import', 'data:text/javascript,globalThis.__TEST_BUILD__=true'],
    env: {
      COMPTOIR_TRUST_ROOTS: path.join(folder, 'roots.pem'),
      ...(publishers && { COMPTOIR_PUBLISHERS: path.join(folder, 'publishers.pem') }),
    },
  });
  return () => {
    const port = start();
    port.onMessage((message) => told.push(message));
    return port;
  };
}

function warrant(changes: Partial<Warrant> = {}, key: KeyObject = publisher.privateKey): Warrant {
  const text = {
    procedure: 'pension-estimation',
    fields: ['national-number', 'photo'],
    basis: 'An invented law of 1 January 2026, art. 1',
    ...changes,
  } as const;
  return { ...text, signature: sign(null, Buffer.from(warrantText(text)), key).toString('base64') };
}

async function until(seen: readonly CardView[], state: CardView['state']): Promise<void> {
  for (let i = 0; i < 600 && seen.at(-1)?.state !== state; i++) await sleep(25);
  expect(seen.at(-1)?.state).toBe(state);
}

/** Reads Nadia's card with that warrant, the citizen agreeing. */
async function read(paper: Warrant | null, how = launch()) {
  const { card, seen } = rig.open(how);
  await rig.world.plug(rig.mint.card('nadia'));
  await until(seen, 'present');
  card.agree(['first-name', 'validity'], paper);
  await until(seen, 'ready');
  return { card, seen };
}
/** Nothing of what the card process said holds the number, nor bytes enough for a picture. */
function nothingLeft(): boolean {
  return !JSON.stringify(told).includes(NUMBER) && !told.some((message) => hasPicture(message));
}
function hasPicture(value: unknown): boolean {
  if (value instanceof Uint8Array) return value.length > 500;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasPicture);
}

test('with the strongest warrant the card service has number and photo, and no seat hears of it', async () => {
  const { card, seen } = await read(warrant());
  const opened = card.warranted();
  expect(opened).toMatchObject({ procedure: 'pension-estimation', nationalNumber: NUMBER });
  expect(Buffer.from(opened?.photo ?? []).toString('hex', 0, 2)).toBe('ffd8');
  expect(opened?.photo?.length).toBe(3000);
  expect(nothingLeft()).toBe(false);

  expect(JSON.stringify(seen)).not.toContain(NUMBER);
  expect(seen.at(-1)).toEqual({ state: 'ready', facts: { firstName: 'Nadia', validUntil: '2030-02-03' } });
  expect(card.view()).toEqual(seen.at(-1));
  for (const name of ['nationalNumber', 'national-number', 'photo', 'warranted'])
    expect(CardFacts.safeParse({ firstName: 'Nadia', [name]: NUMBER }).success).toBe(false);
});

test('a warrant opens what it names and no more', async () => {
  const number = await read(warrant({ fields: ['national-number'] }));
  expect(number.card.warranted()).toEqual({ procedure: 'pension-estimation', nationalNumber: NUMBER, photo: null });
  await rig.clear();
  const photo = await read(warrant({ fields: ['photo'] }));
  expect(photo.card.warranted()).toMatchObject({ nationalNumber: null, photo: expect.any(Uint8Array) });
});

test.each<[string, () => Warrant | null]>([
  ['no warrant', () => null],
  ['one signed by somebody else', () => warrant({}, stranger.privateKey)],
  ['one for another procedure', () => ({ ...warrant(), procedure: 'composition-menage' })],
  ['one with another legal basis', () => ({ ...warrant(), basis: 'An invented law of 1 January 2026, art. 2' })],
  ['one to which a field was added', () => ({ ...warrant({ fields: ['photo'] }), fields: ['photo', 'national-number'] })],
  ['one whose signature was cut short', () => ({ ...warrant(), signature: warrant().signature.slice(0, 40) })],
  ['one without signature', () => ({ ...warrant(), signature: '' })],
])('%s opens nothing: number and photo do not even leave the card process', async (_, paper) => {
  const { card } = await read(paper());
  expect(card.warranted()).toBeNull();
  expect(nothingLeft()).toBe(true);
});

test('without a pinned publisher, as in every release today, the strongest warrant opens nothing', async () => {
  const { card } = await read(warrant(), launch(false));
  expect(card.warranted()).toBeNull();
  expect(nothingLeft()).toBe(true);
});

test('before the citizen agrees, a warrant is of no use', async () => {
  const { card, seen } = rig.open(launch());
  await rig.world.plug(rig.mint.card('nadia'));
  await until(seen, 'present');
  expect(card.warranted()).toBeNull();
  expect(nothingLeft()).toBe(true);
});

test('a card that is not genuine gives nothing, whatever the warrant', async () => {
  const { card, seen } = rig.open(launch());
  await rig.world.plug(rig.mint.card('nadia', 'wrong-photo'));
  await until(seen, 'present');
  card.agree(['first-name'], warrant());
  await until(seen, 'not-genuine');
  expect(card.warranted()).toBeNull();
  expect(nothingLeft()).toBe(true);
});

test('it is gone with the card, with the end of the visit, and with a consent that does not include it', async () => {
  const { card, seen } = await read(warrant());
  const picture = card.warranted()?.photo;
  card.agree(['first-name']);
  expect(card.warranted()).toBeNull();
  expect(picture?.every((byte) => byte === 0)).toBe(true);
  await until(seen, 'ready');
  expect(card.warranted()).toBeNull();

  card.agree(['first-name'], warrant());
  await until(seen, 'ready');
  expect(card.warranted()?.nationalNumber).toBe(NUMBER);
  card.forget();
  expect(card.warranted()).toBeNull();

  card.agree(['first-name'], warrant());
  await until(seen, 'ready');
  rig.world.unplug();
  await until(seen, 'no-card');
  expect(card.warranted()).toBeNull();
  // The next card is another person's.
  await rig.world.plug(rig.mint.card('joris'));
  await until(seen, 'present');
  expect(card.warranted()).toBeNull();
});
