import { execFile } from 'node:child_process';
import { createHash, type KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CardService } from '../../main/services/card/index.ts';
import type { HashName, KeyName, Scheme } from '../../native/messages.ts';
import { openRig, type Rig } from '../faults/rig.ts';

// OpenSSL's command line knows nothing of our code: it says whether what the card signed through us is a signature.

const openssl = promisify(execFile);
const patient = { timeout: 10_000, interval: 20 };
const digits = (text: string) => new Uint8Array(Buffer.from(text));
const MESSAGE = Buffer.from('What the citizen has read and agreed to sign.');

let rig: Rig;
let folder: string;
beforeAll(async () => {
  rig = await openRig();
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-openssl-'));
});
afterEach(() => rig.clear());
afterAll(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `Verified OK`, `Verification failure`, or what else OpenSSL says. */
async function verdict(
  signature: Uint8Array,
  key: KeyObject,
  hash: HashName,
  scheme: Scheme,
  message = MESSAGE,
): Promise<string> {
  const file = (name: string, bytes: Uint8Array | string) => {
    const at = path.join(folder, name);
    writeFileSync(at, bytes);
    return at;
  };
  const pem = file('key.pem', key.export({ type: 'spki', format: 'pem' }).toString());
  const signed = file('signature', scheme === 'ecdsa' ? await der(signature) : signature);
  const pss = ['rsa_padding_mode:pss', 'rsa_pss_saltlen:digest'].flatMap((option) => ['-sigopt', option]);
  const words = [
    'dgst',
    `-${hash}`,
    '-verify',
    pem,
    '-signature',
    signed,
    ...(scheme === 'pss' ? pss : []),
    file('message', message),
  ];
  const said = await openssl('openssl', words).catch((error: { stdout: string }) => error);
  return said.stdout.trim();
}

/** Two numbers one behind the other, as OpenSSL wants them: written as its own ASN.1 text, compiled by it. */
async function der(signature: Uint8Array): Promise<Uint8Array> {
  const half = signature.length / 2;
  const number = (bytes: Uint8Array) => `INTEGER:0x${Buffer.from(bytes).toString('hex')}`;
  const [config, out] = [path.join(folder, 'asn1.cnf'), path.join(folder, 'signature.der')];
  const text = `asn1=SEQUENCE:both\n[both]\nr=${number(signature.subarray(0, half))}\ns=${number(signature.subarray(half))}\n`;
  writeFileSync(config, text);
  await openssl('openssl', ['asn1parse', '-genconf', config, '-out', out, '-noout']);
  return readFileSync(out);
}

async function present(card: CardService): Promise<void> {
  await expect.poll(() => card.view().state, patient).toBe('present');
}

const RSA_ANY: [HashName, Scheme][] = [
  ['sha1', 'pkcs1'],
  ['sha256', 'pkcs1'],
  ['sha384', 'pkcs1'],
  ['sha512', 'pkcs1'],
];
const CASES = [
  // A key of 1024 bits has room for every DigestInfo.
  ['1.0', RSA_ANY],
  ['1.1', RSA_ANY],
  ['1.7', [...RSA_ANY, ['sha1', 'pss'], ['sha256', 'pss']]],
  ['re-keyed', [...RSA_ANY, ['sha1', 'pss'], ['sha256', 'pss']]],
  [
    '1.8',
    [
      ['sha256', 'ecdsa'],
      ['sha384', 'ecdsa'],
      ['sha512', 'ecdsa'],
    ],
  ],
] as const;

describe.each(CASES)('OpenSSL agrees with what a card of applet %s signs through the real reader service', (applet, ways) => {
  test.each(['authentication', 'signature'] as const)('with its %s key, in every way it knows', async (key: KeyName) => {
    const sim = rig.mint.card('nadia', undefined, { applet });
    const publicKey = sim.inside.keys?.[key]?.publicKey;
    if (!publicKey) throw new Error('the simulated card has no such key');
    await rig.world.plug(sim);
    const { card } = rig.open();
    await present(card);
    expect(await card.code.state(null, false)).toMatchObject({ outcome: 'done' });
    for (const [hash, scheme] of ways) {
      const digest = createHash(hash).update(MESSAGE).digest();
      const how = { key, hash, scheme, digest, language: 'fr' };
      const { outcome, signature } = await card.code.sign({ code: digits('1234'), ...how });
      expect([hash, scheme, outcome]).toEqual([hash, scheme, 'done']);
      const bytes = signature ?? new Uint8Array();
      expect([hash, scheme, await verdict(bytes, publicKey, hash, scheme)]).toEqual([hash, scheme, 'Verified OK']);
      // The referee can say no.
      expect(await verdict(bytes, publicKey, hash, scheme, Buffer.from('Something else.'))).toBe('Verification failure');
    }
  });
});

describe('what a card does not know it is not asked, and no code is given for it', () => {
  test.each([
    ['1.1', 'sha256', 'pss', 32],
    ['1.7', 'sha384', 'pss', 48],
    ['1.7', 'sha256', 'ecdsa', 32],
    ['1.8', 'sha256', 'pkcs1', 32],
    ['1.8', 'sha1', 'ecdsa', 20],
    ['1.8', 'sha256', 'ecdsa', 48],
  ] as const)('applet %s, %s, %s, %i bytes', async (applet, hash, scheme, length) => {
    const sim = rig.mint.card('nadia', undefined, { applet });
    await rig.world.plug(sim);
    const { card } = rig.open();
    await present(card);
    await card.code.state(null, false);
    const how = { key: 'signature', hash, scheme, digest: new Uint8Array(length), language: 'fr' } as const;
    expect(await card.code.sign({ code: digits('1234'), ...how })).toMatchObject({ outcome: 'refused', signature: null });
    expect(sim.inside.log.filter(({ command }) => command[1] === 0x20)).toEqual([]);
  });
});

test('a reader without keys is seen as one through the real reader service', async () => {
  await rig.world.plug(rig.mint.card('joris'));
  const { card } = rig.open();
  await present(card);
  expect(await card.code.state('authentication', false)).toMatchObject({ outcome: 'done', keypad: false, triesLeft: 3 });
});
