import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeAuthority } from '../sim/authority.ts';
import { makeCertificate } from '../sim/certificate.ts';
import { ROOTS } from './roots.ts';
import { anchors, followChain } from './trust.ts';

test.each(ROOTS)('$name is the certificate with its published fingerprint, and signs itself', ({ sha256, pem, name }) => {
  const certificate = new X509Certificate(pem);
  expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(sha256);
  expect(certificate.subject).toContain(`CN=${name}`);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});

test('without extra anchors only the Belgian roots are believed', () => {
  const own = makeAuthority({ signature: 'ecdsa-sha384' });
  expect(anchors()).toHaveLength(ROOTS.length);
  expect(followChain(own.registerDer, anchors()).verdict).toBe('unknown-root');
  expect(followChain(own.registerDer, anchors(own.rootPem)).verdict).toBe('good');
});

test('a root of the same name with another key is another root', () => {
  const [real, forged] = [makeAuthority({ signature: 'ecdsa-sha384' }), makeAuthority({ signature: 'ecdsa-sha384' })];
  expect(followChain(forged.registerDer, anchors(real.rootPem)).verdict).toBe('unknown-root');
});

test("a root's own certificate is not the register's", () => {
  const own = makeAuthority({ signature: 'ecdsa-sha384' });
  expect(followChain(own.rootDer, anchors(own.rootPem)).verdict).toBe('unknown-root');
  expect(followChain(Buffer.from(new X509Certificate(ROOTS[2]?.pem ?? '').raw), anchors()).verdict).toBe('unknown-root');
});

test("a certificate of the very key of a root is not the register's, whatever it says of itself", () => {
  const own = makeAuthority({ signature: 'ecdsa-sha384' });
  const key = new X509Certificate(own.registerDer).publicKey;
  const dates = { from: 0, until: Date.now() };
  expect(followChain(own.registerDer, [...anchors(own.rootPem), { key, dates }]).verdict).toBe('good');
  const selfMade = makeCertificateOf();
  expect(followChain(selfMade.der, [{ key: selfMade.key, dates }]).verdict).toBe('unknown-root');
});

test('several extra anchors may stand in one file', () => {
  const [one, two] = [makeAuthority({ signature: 'ecdsa-sha384' }), makeAuthority({ signature: 'rsa-sha256' })];
  const believed = anchors(`words before\n${one.rootPem}${two.rootPem}`);
  expect(followChain(one.registerDer, believed).verdict).toBe('good');
  expect(followChain(two.registerDer, believed).verdict).toBe('good');
});

test('zeros, noise and a certificate cut short are no certificate', () => {
  const own = makeAuthority({ signature: 'ecdsa-sha384' });
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.alloc(1300),
    Buffer.from('30820102', 'hex'),
    own.registerDer.subarray(0, -3),
    Buffer.of(0x30, 0),
  ]) {
    expect(followChain(bytes, anchors(own.rootPem)).verdict).toBe('no-certificate');
  }
});

/** An end certificate, signed by the key it certifies. */
function makeCertificateOf() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const names = { subject: 'CN=RRN, O=RRN, C=BE', issuer: 'CN=RRN, O=RRN, C=BE' };
  const dates = { from: new Date('2020-01-01'), until: new Date('2040-01-01') };
  const signed = { publicKey, issuerKey: privateKey, signature: 'ecdsa-sha384', authority: false } as const;
  return { key: publicKey, der: makeCertificate({ ...names, ...dates, ...signed }) };
}
