import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { derTrimmed } from '../../native/eid/der.ts';
import { APPLET_FACTS, APPLETS } from '../../native/sim/applets.ts';
import { makeCard, PIN } from '../../native/sim/card.ts';
import { makeFiles, PATHS } from '../../native/sim/files.ts';
import { makeKeys } from '../../native/sim/keys.ts';
import { openMint } from '../../native/sim/mint.ts';
import { PEOPLE, type Persona } from '../../native/sim/people.ts';
import { openWorld, type World } from '../../native/sim/world.ts';

// Programs that are not ours judge the simulated cards: what they accept from real ones, they must accept from these.
// Signatures made through our own card process are judged in tests beside that process.

const program = promisify(execFile);
const run = async (tool: string, ...args: string[]) => (await program(tool, args)).stdout;
const mint = openMint();
const patient = { timeout: 8000, interval: 100 };
let world: World;
let folder: string;
beforeAll(async () => {
  world = await openWorld();
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-referee-'));
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
const put = (name: string, bytes: Uint8Array | string) => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

describe('OpenSC, which knows real cards, through the real reader service', () => {
  test.each(APPLETS)(
    'applet %s: an eID with one code, two keys and five certificates, which are ours to the byte',
    async (applet) => {
      const card = mint.card('nadia', undefined, { applet });
      await world.plug(card);
      await expect.poll(() => run('opensc-tool', '--name').catch(() => ''), patient).toBe('Belpic cards\n');
      const dump = await run('pkcs15-tool', '--dump');
      expect(dump).toContain('PKCS#15 Card [BELPIC]');
      expect(dump).toContain('PIN [Basic PIN]');
      expect(dump.match(/Private (RSA|EC) Key \[(Authentication|Signature)\]/g)).toHaveLength(2);
      expect(dump.match(/X\.509 Certificate \[\w+\]/g)).toHaveLength(5);
      if (applet !== '1.8') expect(dump).toContain(`ModLength      : ${applet === '1.0' || applet === '1.1' ? 1024 : 2048}`);
      const pem = put('card.pem', await run('pkcs15-tool', '--read-certificate', '02'));
      expect(await run('openssl', 'x509', '-in', pem, '-noout', '-subject')).toContain('CN = Nadia Exemple (Authentication)');
      expect(await run('pkcs15-tool', '--read-certificate', '06')).toBe(mint.authority(applet).rootPem);
      const register = put('register.pem', await run('pkcs15-tool', '--read-certificate', '05'));
      await run('openssl', 'x509', '-in', register, '-outform', 'DER', '-out', `${register}.der`);
      expect(readFileSync(`${register}.der`)).toEqual(mint.authority(applet).registerDer);
      expect(card.inside.triesLeft).toBe(3);
    },
  );

  // OpenSC lists elliptic keys of this card but cannot sign with them.
  test.each(APPLETS.filter((name) => name !== '1.8'))(
    'applet %s: signs what OpenSSL finds good, and refuses a wrong code',
    async (applet) => {
      const card = mint.card('nadia', undefined, { applet });
      await world.plug(card);
      await expect.poll(() => run('opensc-tool', '--name').catch(() => ''), patient).toBe('Belpic cards\n');
      const text = put('text', 'to be signed');
      const signature = path.join(folder, 'signature');
      const sign = (pin: string) =>
        run(
          'pkcs11-tool',
          ...['--login', '--pin', pin, '--sign', '--id', '02', '--mechanism', 'SHA256-RSA-PKCS'],
          ...['--input-file', text, '--output-file', signature],
        );
      await expect(sign('4321')).rejects.toThrow('CKR_PIN_INCORRECT');
      expect(card.inside.triesLeft).toBe(2);
      await sign(PIN);
      expect(card.inside.triesLeft).toBe(3);
      const pem = put('card.pem', await run('pkcs15-tool', '--read-certificate', '02'));
      const key = put('key.pem', await run('openssl', 'x509', '-in', pem, '-noout', '-pubkey'));
      expect(await run('openssl', 'dgst', '-sha256', '-verify', key, '-signature', signature, text)).toBe('Verified OK\n');
      expect(readFileSync(signature)).toHaveLength(applet === '1.0' || applet === '1.1' ? 128 : 256);
    },
  );
});

/** What OpenSC's `eidenv` calls the tags of the identity. Of the street it prints nothing, of the chip number an E for each F. */
const EIDENV = {
  ...{
    CARDNUMBER: 1,
    VALIDFROM: 3,
    VALIDTILL: 4,
    DELIVERINGMUNICIPALITY: 5,
    NATIONALNUMBER: 6,
    NAME: 7,
    FIRSTNAMES: 8,
    INITIAL: 9,
  },
  ...{ NATIONALITY: 10, BIRTHLOCATION: 11, BIRTHDATE: 12, SEX: 13, NOBLECONDITION: 14, DOCUMENTTYPE: 15, SPECIALSTATUS: 16 },
};

test.each(['nadia', 'joris', 'karl'] as const)('OpenSC reads of %s what the card was made with', async (name) => {
  const person: Persona = PEOPLE[name];
  const files = makeFiles(person, mint.authority(person.applet));
  // It takes the leading tag 00 (the version of the structure) for the end of the file: that one is left out for it.
  for (const path of [PATHS.identity, PATHS.address])
    files.set(path, Buffer.from((files.get(path) ?? Buffer.alloc(4)).subarray(4)));
  await world.plug(makeCard({ applet: person.applet, files }));
  await expect.poll(() => run('opensc-tool', '--name').catch(() => ''), patient).toBe('Belpic cards\n');
  // It ends with 1 although it has read everything.
  const said = await program('eidenv', []).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  const told = Object.fromEntries([...said.matchAll(/^BELPIC_(\w+): (.*)$/gm)].map(([, key, value]) => [key, value]));
  for (const [key, tag] of Object.entries(EIDENV)) expect([key, told[key]]).toEqual([key, person.identity[tag] ?? '']);
  expect([told.ZIPCODE, told.MUNICIPALITY]).toEqual(person.address?.slice(1));
});

test('OpenSC takes neither a bank card nor an unknown one for an eID', async () => {
  for (const flaw of ['bank', 'not-eid'] as const) {
    await world.plug(mint.card('nadia', flaw));
    await expect.poll(() => run('opensc-tool', '--atr').catch(() => ''), patient).toContain('3b:65');
    expect(await run('opensc-tool', '--name').catch(() => '')).not.toContain('Belpic');
  }
});

describe.each(APPLETS)('OpenSSL, of the files of applet %s', (applet) => {
  const { signature } = APPLET_FACTS[applet];
  const authority = mint.authority(applet);
  const files = makeFiles({ ...PEOPLE.nadia, applet }, authority, makeKeys(applet));
  const bytesOf = (name: string) => files.get(name) ?? Buffer.alloc(0);
  const der = (name: string) => Buffer.from(derTrimmed(bytesOf(name)) ?? []);
  const pem = async (name: string) => {
    const file = put(`${name}.der`, der(name));
    return put(`${name}.pem`, await run('openssl', 'x509', '-inform', 'DER', '-in', file));
  };
  // Old cards have keys and hashes that OpenSSL would not accept from a web server today.
  const verify = ['verify', '-auth_level', '0', '-CAfile'];

  test('register and issuer are signed by the root, the certificates of the card by the issuer', async () => {
    const root = await pem(PATHS.root);
    const issuer = await pem(PATHS.issuer);
    const good = (file: string) => `${file}: OK\n`;
    for (const direct of [await pem(PATHS.register), issuer])
      expect(await run('openssl', ...verify, root, direct)).toBe(good(direct));
    for (const own of [await pem(PATHS.authentication), await pem(PATHS.signature)]) {
      expect(await run('openssl', ...verify, root, '-untrusted', issuer, own)).toBe(good(own));
      await expect(run('openssl', ...verify, root, own)).rejects.toThrow('unable to get local issuer certificate');
    }
  });

  test('identity and address are signed by the register', async () => {
    const key = put('register.pem', await run('openssl', 'x509', '-in', await pem(PATHS.register), '-noout', '-pubkey'));
    const hash = { 'rsa-sha1': '-sha1', 'rsa-sha256': '-sha256', 'ecdsa-sha384': '-sha384' }[signature];
    const whole = (bytes: Buffer) => (signature === 'ecdsa-sha384' ? Buffer.from(derTrimmed(bytes) ?? []) : bytes);
    const good = (data: Buffer, signed: Buffer) =>
      run('openssl', 'dgst', hash, '-verify', key, '-signature', put('signature', whole(signed)), put('data', data)).catch(
        () => 'bad',
      );
    const [identity, identitySignature] = [bytesOf(PATHS.identity), bytesOf(PATHS.identitySignature)];
    expect(await good(identity, identitySignature)).toBe('Verified OK\n');
    const address = bytesOf(PATHS.address);
    const text = address.subarray(0, address.findLastIndex((byte) => byte !== 0) + 1);
    expect(await good(Buffer.concat([text, identitySignature]), bytesOf(PATHS.addressSignature))).toBe('Verified OK\n');
    expect(await good(address, bytesOf(PATHS.addressSignature))).toBe('bad');
  });
});
