import { constants, createHash, generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { derTrimmed } from '../eid/der.ts';
import { APPLETS, type Applet } from './applets.ts';
import type { OpenCard } from './card.ts';
import { PATHS } from './files.ts';
import { type CardOptions, openMint } from './mint.ts';
import { pinBlock } from './vault.ts';

const mint = openMint();
const hex = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('hex');
const ask = (card: OpenCard, command: string) => hex(card.exchange(Buffer.from(command, 'hex')));
const open = (applet: Applet, options?: CardOptions) => mint.card('nadia', undefined, { ...options, applet });
const verifyPin = (card: OpenCard, pin = '1234') => ask(card, `0020000108${hex(pinBlock(pin))}`);
const choose = (card: OpenCard, algorithm: string, key: '82' | '83') => {
  ask(card, '00a4080c043f00df00');
  return ask(card, `002241b6050480${algorithm}84${key}`);
};
/** A status word alone, not data that happens to begin like one. */
const isWord = (answer: string, begins: string) => answer.length === 4 && answer.startsWith(begins);
const compute = (card: OpenCard, data: Uint8Array) => {
  const word = ask(card, `002a9e9a${Buffer.of(data.length).toString('hex')}${hex(data)}`);
  return isWord(word, '61') ? ask(card, `00c00000${word.slice(2)}`) : word;
};
const readAll = (card: OpenCard, path: string) => {
  const bytes = Buffer.from(ask(card, `00a4080c06${`3f00${path}`.slice(0, 12)}`) === '9000' ? '' : 'ff', 'hex');
  const parts = [bytes];
  for (let at = 0; ; at += 250) {
    let answer = ask(card, `00b0${at.toString(16).padStart(4, '0')}fa`);
    if (isWord(answer, '6c')) answer = ask(card, `00b0${at.toString(16).padStart(4, '0')}${answer.slice(2)}`);
    parts.push(Buffer.from(answer.slice(0, -4), 'hex'));
    if (answer.length < 504) return Buffer.concat(parts);
  }
};
const certificate = (card: OpenCard, path: string) => new X509Certificate(derTrimmed(readAll(card, path)) ?? Buffer.alloc(0));

describe('the code', () => {
  test('costs a try when wrong, drops the right it gave, blocks after three, and a right one gives all tries back', () => {
    const card = open('1.8');
    expect([verifyPin(card, '9999'), ask(card, '00200001'), card.inside.triesLeft]).toEqual(['63c2', '63c2', 2]);
    expect([verifyPin(card), ask(card, '0020000100'), card.inside.triesLeft]).toEqual(['9000', '9000', 3]);
    expect([1, 2, 3, 4].map(() => verifyPin(card, '0000'))).toEqual(['63c2', '63c1', '63c0', '6983']);
    expect([verifyPin(card), card.inside.triesLeft, ask(card, '00200001')]).toEqual(['6983', 0, '6983']);
  });

  test('is changed with the old one only, and asked for again after a reset or a log-off', () => {
    const card = open('1.8');
    const change = (old: string, next: string) => ask(card, `0024000110${hex(pinBlock(old))}${hex(pinBlock(next))}`);
    expect([change('4321', '55555'), change('1234', '55555'), card.inside.pin]).toEqual(['63c2', '9000', '55555']);
    expect([verifyPin(card), verifyPin(card, '55555')]).toEqual(['63c2', '9000']);
    expect([ask(card, '80e60000'), ask(card, '00200001')]).toEqual(['9000', '63c3']);
    verifyPin(card, '55555');
    card.reset();
    expect(ask(card, '00200001')).toBe('63c3');
  });

  test('only applet 1.8 tells how many tries are left, and none is spent by asking', () => {
    const [old, modern] = [open('1.7', { tries: 1 }), open('1.8', { tries: 1 })];
    expect(ask(modern, '80e400011f').slice(-12)).toBe('0f0100009000');
    expect(ask(modern, '80e400001c')).toHaveLength(60);
    expect([ask(old, '80e400011f'), ask(old, '00200001'), old.inside.triesLeft]).toEqual(['6a86', '6700', 1]);
    expect(ask(old, '80e4000000')).toBe('6c1c');
  });
});

describe.each(APPLETS)('the keys of applet %s', (applet) => {
  const ec = applet === '1.8';
  const sha = (name: string) => createHash(name).update('a document').digest();
  const cases: [string, string, Buffer, object][] = ec
    ? [
        ['01', 'sha256', sha('sha256'), { dsaEncoding: 'ieee-p1363' }],
        ['02', 'sha384', sha('sha384'), { dsaEncoding: 'ieee-p1363' }],
        ['04', 'sha512', sha('sha512'), { dsaEncoding: 'ieee-p1363' }],
        ['08', 'sha3-256', sha('sha3-256'), { dsaEncoding: 'ieee-p1363' }],
        ['40', 'sha384', sha('sha384'), { dsaEncoding: 'ieee-p1363' }],
      ]
    : [
        ['01', 'sha256', Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), sha('sha256')]), {}],
        ['02', 'sha1', sha('sha1'), {}],
        ...(applet === '1.0' || applet === '1.1'
          ? []
          : ([
              ['08', 'sha256', sha('sha256'), {}],
              ['10', 'sha1', sha('sha1'), { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }],
              ['20', 'sha256', sha('sha256'), { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }],
            ] as [string, string, Buffer, object][])),
      ];

  test.each(cases)('algorithm %s: the signature holds with the certificate', (algorithm, hash, data, how) => {
    const card = open(applet);
    for (const [key, path] of [
      ['82', PATHS.authentication],
      ['83', PATHS.signature],
    ] as const) {
      const { publicKey } = certificate(card, path);
      expect([choose(card, algorithm, key), verifyPin(card)]).toEqual(['9000', '9000']);
      const answer = compute(card, data);
      expect(answer.slice(-4)).toBe('9000');
      const signature = Buffer.from(answer.slice(0, -4), 'hex');
      expect(verify(hash, Buffer.from('a document'), { key: publicKey, ...how }, signature)).toBe(true);
    }
  });

  test('82 wants the code once, 83 just before each signature, and both want the right folder', () => {
    const card = open(applet);
    const [algorithm, data] = ec ? ['02', sha('sha384')] : ['02', sha('sha1')];
    choose(card, algorithm, '82');
    expect(compute(card, data)).toBe('6982');
    verifyPin(card);
    expect([compute(card, data), compute(card, data)].map((answer) => answer.slice(-4))).toEqual(['9000', '9000']);
    choose(card, algorithm, '83');
    verifyPin(card);
    expect(compute(card, data).slice(-4)).toBe('9000');
    expect(compute(card, data)).toBe('6982');
    verifyPin(card);
    ask(card, '80e400001c');
    expect(compute(card, data).slice(-4)).toBe('9000');
    verifyPin(card);
    ask(card, '80e400001c');
    ask(card, '80e400001c');
    expect(compute(card, data)).toBe('6982');
    ask(card, '00a4080c023f00');
    expect(ask(card, `002241b6050480${algorithm}8482`)).toBe(applet === '1.0' || applet === '1.1' ? '9000' : '6a88');
    verifyPin(card);
    verifyPin(card, '0000');
    choose(card, algorithm, '82');
    expect(compute(card, data)).toBe('6982');
  });

  test('are certified under the root, for the person of the card', () => {
    const card = open(applet);
    const [root, issuer] = [certificate(card, PATHS.root), certificate(card, PATHS.issuer)];
    expect(issuer.verify(root.publicKey)).toBe(true);
    const login = certificate(card, PATHS.authentication);
    expect(login.verify(issuer.publicKey)).toBe(true);
    expect(certificate(card, PATHS.signature).verify(issuer.publicKey)).toBe(true);
    expect(login.subject).toBe('C=BE\nCN=Nadia Exemple (Authentication)\nSN=Exemple\nGN=Nadia Simone\nserialNumber=85073090431');
  });
});

test('a child has no certificate and no key to sign with', () => {
  const card = mint.card('lou');
  expect(readAll(card, PATHS.authentication)).toEqual(Buffer.alloc(2500));
  expect(choose(card, '02', '82')).toBe('6a88');
});

test('the chip of applet 1.8 proves without a code that it is the one the register named', () => {
  const card = open('1.8');
  const challenge = createHash('sha384').update('anything').digest();
  expect(ask(card, `008802813294${'30'}${hex(challenge)}`)).toBe('6160');
  const signature = Buffer.from(ask(card, '00c0000060').slice(0, -4), 'hex');
  const key = readAll(card, PATHS.basicKey);
  expect(readAll(card, PATHS.identity).includes(createHash('sha384').update(key).digest())).toBe(true);
  const how = { key, format: 'der', type: 'spki', dsaEncoding: 'ieee-p1363' } as const;
  expect(verify('sha384', Buffer.from('anything'), how, signature)).toBe(true);
  expect(ask(open('1.7'), `0088028132${'9430'}${hex(challenge)}`)).toBe('6d00');
});

test('a card that ends after 2049 has certificates that do', () => {
  const { authority } = mint;
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const [from, until] = [new Date('2026-01-01T00:00:00Z'), new Date('2056-01-01T00:00:00Z')];
  const der = authority('1.8').citizens.issue({ subject: 'CN=Nobody, C=BE', publicKey, usage: 'login', from, until });
  const { validFrom, validTo } = new X509Certificate(der);
  expect([new Date(validFrom), new Date(validTo)]).toEqual([from, until]);
});
