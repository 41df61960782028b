import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Authority, makeAuthority } from '../sim/authority.ts';
import { makeCard } from '../sim/card.ts';
import { connectDirect } from '../sim/direct.ts';
import { makeFiles, PATHS, type SimFiles } from '../sim/files.ts';
import { type Flaw, openMint } from '../sim/mint.ts';
import { PEOPLE, type Persona, type PersonaName } from '../sim/people.ts';
import { openChannel } from './channel.ts';
import { examine } from './examine.ts';
import { anchors } from './trust.ts';

const TODAY = '2026-11-21';
const mint = openMint();
const roots = anchors(mint.roots);
const look = (name: PersonaName, flaw?: Flaw, today = TODAY) =>
  examine(openChannel(connectDirect(mint.card(name, flaw))), { parts: ['address', 'photo'], roots, today });

test.each(Object.keys(PEOPLE) as PersonaName[])('the card of %s is genuine and says what was written on it', async (name) => {
  const done = await look(name);
  const person = done.ok ? done.value.person : null;
  const persona: Persona = PEOPLE[name];
  expect(person?.identity.texts.name).toBe(persona.identity[7]);
  expect(person?.identity.texts.givenNames).toBe(persona.identity[8] || undefined);
  expect(person?.address?.street).toBe(persona.address?.[0] || undefined);
  expect(person?.photo?.bytes).toBe(persona.photo ? undefined : 3000);
  const verdicts = { chain: 'good', identity: 'good', address: 'good', certificates: 'valid' };
  expect(done.ok && done.value.verdicts).toMatchObject(persona.photo ? verdicts : { ...verdicts, photo: 'good' });
});

test('expired is another question than genuine', async () => {
  const verdict = async (today: string) => {
    const done = await look('karl', undefined, today);
    return done.ok && [done.value.person !== null, done.value.verdicts.card];
  };
  expect(await verdict('2024-06-20')).toEqual([true, 'valid']);
  expect(await verdict('2024-06-21')).toEqual([true, 'expired']);
  expect(await verdict('2014-06-19')).toEqual([true, 'not-yet']);
});

test.each<[Flaw, object]>([
  ['tampered-identity', { identity: 'bad' }],
  ['tampered-signature', { identity: 'bad' }],
  ['tampered-address', { identity: 'good', address: 'bad', photo: 'good' }],
  ['wrong-photo', { identity: 'good', address: 'good', photo: 'bad' }],
  ['unknown-root', { identity: 'good', chain: 'unknown-root' }],
  ['no-certificate', { chain: 'no-certificate' }],
])('%s is not genuine, and nothing of it is believed', async (flaw, verdicts) => {
  for (const name of ['nadia', 'joris'] as const) {
    const done = await look(name, flaw);
    expect(done.ok && done.value.person).toBeNull();
    expect(done.ok && done.value.verdicts).toMatchObject(verdicts);
  }
});

test('the picture of a card that is not genuine is overwritten', async () => {
  const picture = async (flaw?: Flaw) => {
    const options = { parts: ['address', 'photo'], roots, today: TODAY, inspect: true, keepPhoto: true } as const;
    const done = await examine(openChannel(connectDirect(mint.card('nadia', flaw))), options);
    return done.ok ? (done.value.believed?.photo?.picture ?? null) : null;
  };
  expect((await picture())?.some((byte) => byte !== 0)).toBe(true);
  expect((await picture('tampered-address'))?.some((byte) => byte !== 0)).toBe(false);
});

test('a blank card is malformed, a noisy one odd, a clumsy reader no harm', async () => {
  expect(await look('lou', 'blank')).toEqual({ ok: false, code: 'malformed' });
  expect(await look('lou', 'garbage')).toEqual({ ok: false, code: 'odd' });
  const clumsy = await look('lou', 'clumsy');
  expect(clumsy.ok && clumsy.value.person?.identity.texts.givenNames).toBe('Lou');
});

test('a reader that garbles one reading accuses nobody', async () => {
  const authority = makeAuthority({ signature: 'ecdsa-sha384' });
  const files = makeFiles(PEOPLE.joris, authority);
  let reads = 0;
  const card = makeCard({
    applet: '1.8',
    files,
    instead: (command) =>
      command[1] === 0xb0 && ++reads === 3 ? Buffer.concat([Buffer.alloc(112, 9), Buffer.of(0x90, 0)]) : undefined,
  });
  const done = await examine(openChannel(connectDirect(card)), { parts: [], roots: anchors(authority.rootPem), today: TODAY });
  expect(done.ok && done.value.person).not.toBeNull();
});

describe.each([
  ['RSA with SHA-256', makeAuthority({ signature: 'rsa-sha256' }), PEOPLE.nadia],
  ['RSA with SHA-1', makeAuthority({ signature: 'rsa-sha1' }), PEOPLE.karl],
  ['P-384', makeAuthority({ signature: 'ecdsa-sha384' }), PEOPLE.joris],
  ['P-384 on a card re-keyed from 1.7', makeAuthority({ signature: 'ecdsa-sha384' }), PEOPLE.nadia],
] as [string, Authority, Persona][])('%s', (_name, authority, person) => {
  const files = makeFiles(person, authority);
  const believed = anchors(authority.rootPem);
  const judge = async (changed: SimFiles) => {
    const channel = openChannel(connectDirect(makeCard({ applet: person.applet, files: changed })));
    const done = await examine(channel, { parts: ['address', 'photo'], roots: believed, today: TODAY });
    return done.ok && done.value.person !== null;
  };

  test('is believed as it was signed', async () => {
    expect(await judge(files)).toBe(true);
  });

  const signed = [PATHS.identity, PATHS.identitySignature, PATHS.address, PATHS.addressSignature, PATHS.photo, PATHS.register];
  test.each(signed)('no single bit of %s can be turned unseen', async (path) => {
    const original = files.get(path) ?? Buffer.alloc(0);
    // Zeros behind a signature or a certificate are padding, which nobody signed.
    const real =
      path === PATHS.photo || path === PATHS.identity ? original.length : original.toString('latin1').replace(/\0+$/, '').length;
    await fc.assert(
      fc.asyncProperty(fc.nat(real - 1), fc.nat(7), async (at, bit) => {
        const bytes = Buffer.from(original);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        expect(await judge(new Map(files).set(path, bytes))).toBe(false);
      }),
      { numRuns: 25 },
    );
  });

  test.each(signed)('%s cut short, emptied or missing is never believed', async (path) => {
    const original = files.get(path) ?? Buffer.alloc(0);
    for (const bytes of [original.subarray(0, 15), Buffer.alloc(original.length)]) {
      expect(await judge(new Map(files).set(path, Buffer.from(bytes)))).toBe(false);
    }
  });

  test.each(signed)('%s missing is never believed', async (path) => {
    const without = new Map(files);
    without.delete(path);
    const channel = openChannel(connectDirect(makeCard({ applet: person.applet, files: without })));
    const done = await examine(channel, { parts: ['address', 'photo'], roots: believed, today: TODAY });
    const known = done.ok ? done.value.person : null;
    // An address or a photo that is not there accuses nobody; without the rest there is nothing to believe.
    if (path === PATHS.address) expect(known?.address).toBeNull();
    else if (path === PATHS.photo) expect(known?.photo).toBeNull();
    else expect(known).toBeNull();
  });
});

test('a register certificate that has ended is believed only for a card of its own time', async () => {
  const judge = async (from: string, until: string) => {
    const authority = makeAuthority({ signature: 'ecdsa-sha384', from: new Date(from), until: new Date(until) });
    const card = makeCard({ applet: '1.8', files: makeFiles(PEOPLE.joris, authority) });
    const done = await examine(openChannel(connectDirect(card)), { parts: [], roots: anchors(authority.rootPem), today: TODAY });
    return done.ok && [done.value.person !== null, done.value.verdicts.certificates];
  };
  expect(await judge('2023-01-01', '2025-01-01')).toEqual([true, 'were-valid']);
  expect(await judge('2015-01-01', '2020-01-01')).toEqual([false, 'bad']);
  expect(await judge('2027-01-01', '2030-01-01')).toEqual([false, 'bad']);
});
