import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { makeAuthority } from '../sim/authority.ts';
import { openRegistry, whereToAsk } from '../sim/revocation.ts';
import { element, SEQUENCE } from './asn1.ts';
import { type Subject, subjectOf } from './revocation.ts';
import { judgeCrl } from './revocation-crl.ts';
import { mayAsk } from './revocation-hosts.ts';
import { askOcsp, judgeOcsp } from './revocation-ocsp.ts';
import { anchors } from './trust.ts';

const DAY = 86_400_000;
const OCSP = 'http://ocsp.eidpki.belgium.be/eid/1';
const CRL = 'http://crl.eidpki.belgium.be/eid/eidc.crl';
const kinds = ['rsa-sha256', 'ecdsa-sha384'] as const;

const worlds = kinds.map((signature) => {
  const authority = makeAuthority({ signature });
  const roots = anchors(authority.rootPem);
  const registry = openRegistry(authority.citizens);
  const issue = (extensions = whereToAsk({ ocsp: OCSP, crl: CRL })) =>
    authority.citizens.issue({
      subject: 'serialNumber=85073090431, CN=Nadia Exemple (Authentication), C=BE',
      publicKey: generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
      usage: 'login',
      from: new Date('2020-01-01'),
      until: new Date('2039-01-01'),
      extensions,
    });
  const subject = (own: Uint8Array): Subject => {
    const found = subjectOf(own, authority.citizens.der, roots);
    if (!found) throw new Error('the certificate is not believed');
    return found;
  };
  const [valid, revoked, stranger] = [issue(), issue(), issue()];
  registry.enter(valid, 'valid');
  registry.enter(revoked, 'revoked');
  return { signature, authority, roots, registry, issue, subject, valid, revoked, stranger };
});
afterAll(() => {
  for (const { registry } of worlds) registry.close();
});

describe.each(worlds)('with $signature', ({ authority, roots, registry, issue, subject, valid, revoked, stranger }) => {
  const ask = (own: Uint8Array, answer: (request: Buffer) => Uint8Array, now = Date.now()) => {
    const asked = subject(own);
    const { request, nonce } = askOcsp(asked);
    return judgeOcsp(answer(request), asked, nonce, now).state;
  };
  const asAuthority = (request: Buffer) => registry.answer(request, 'ca', '-ndays', '1');

  test('OpenSSL reads our question and answers it: good, revoked, unknown', () => {
    expect(ask(valid, asAuthority)).toBe('good');
    expect(ask(revoked, asAuthority)).toBe('revoked');
    expect(ask(stranger, asAuthority)).toBe('unknown');
  });

  test('a question holds hashes, a serial number and a random number, and no person', () => {
    const { request } = askOcsp(subject(valid));
    expect(request.toString('latin1')).not.toMatch(/85073090431|Nadia|Exemple/);
    expect(request.length).toBeLessThan(160);
  });

  test('a responder that the authority appointed is believed', () => {
    registry.appoint('responder');
    expect(ask(valid, (request) => registry.answer(request, 'responder', '-ndays', '1'))).toBe('good');
    expect(ask(revoked, (request) => registry.answer(request, 'responder', '-ndays', '1'))).toBe('revoked');
  });

  test('one that it did not appoint, whose time is over, or of another authority, is not', () => {
    registry.appoint('signer', { usage: 'emailProtection' });
    expect(ask(revoked, (request) => registry.answer(request, 'signer', '-ndays', '1'))).toBe('not-checked');
    registry.appoint('brief', { days: 1 });
    const late = (request: Buffer) => registry.answer(request, 'brief', '-ndays', '9');
    expect(ask(valid, late)).toBe('good');
    expect(ask(valid, late, Date.now() + 3 * DAY)).toBe('not-checked');
    const other = openRegistry(makeAuthority({ signature: 'ecdsa-sha384' }).citizens);
    other.appoint('imposter');
    for (const file of ['imposter.pem', 'imposter.key']) copyFileSync(join(other.folder, file), join(registry.folder, file));
    expect(ask(valid, (request) => registry.answer(request, 'imposter', '-ndays', '1'))).toBe('not-checked');
    other.close();
  });

  test('an answer that is out of date, not yet true, or made for another question, is not believed', () => {
    expect(ask(valid, asAuthority, Date.now() + 2 * DAY)).toBe('not-checked');
    expect(ask(valid, asAuthority, Date.now() - DAY)).toBe('not-checked');
    expect(ask(valid, (request) => registry.answer(request), Date.now() + 2 * 3_600_000)).toBe('not-checked');
    const old = asAuthority(askOcsp(subject(valid)).request);
    expect(ask(valid, () => old)).toBe('not-checked');
    expect(ask(revoked, () => asAuthority(askOcsp(subject(valid)).request))).toBe('not-checked');
  });

  test('an answer made beforehand, without our random number, is believed while it holds', () => {
    const bare = (own: Uint8Array) => {
      const list = element(SEQUENCE, element(SEQUENCE, subject(own).certId));
      return asAuthority(element(SEQUENCE, element(SEQUENCE, list)));
    };
    const [before, gone] = [bare(valid), bare(revoked)];
    expect(ask(valid, () => before)).toBe('good');
    expect(ask(revoked, () => gone)).toBe('revoked');
    expect(ask(revoked, () => before)).toBe('not-checked');
    expect(ask(valid, () => before, Date.now() + 2 * DAY)).toBe('not-checked');
  });

  test('an answer in which one bit was changed is not believed', () => {
    const asked = subject(revoked);
    const { request, nonce } = askOcsp(asked);
    const answer = asAuthority(request);
    expect(judgeOcsp(answer, asked, nonce, Date.now()).state).toBe('revoked');
    for (let at = 0; at < answer.length; at++) {
      const forged = Buffer.from(answer);
      forged[at] = (forged[at] ?? 0) ^ 0x01;
      expect(['revoked', 'not-checked']).toContain(judgeOcsp(forged, asked, nonce, Date.now()).state);
    }
  });

  test('"try later" and other errors are no answer', () => {
    for (const error of ['30030a0101', '30030a0103', '30030a0106', '', '3000', '48545450']) {
      expect(ask(valid, () => Buffer.from(error, 'hex'))).toBe('not-checked');
    }
  });

  test("OpenSSL's list says who is revoked, until it is out of date", () => {
    const list = registry.list();
    const state = (own: Uint8Array, now = Date.now()) => judgeCrl(list, subject(own), now).state;
    expect(state(valid)).toBe('good');
    expect(state(revoked)).toBe('revoked');
    expect(state(valid, Date.now() + 8 * DAY)).toBe('not-checked');
    expect(state(valid, Date.now() - DAY)).toBe('not-checked');
  });

  test('a list of another authority, forged, or cut short, is not judged', () => {
    const list = registry.list();
    const other = openRegistry(makeAuthority({ signature: 'ecdsa-sha384' }).citizens);
    expect(judgeCrl(other.list(), subject(revoked), Date.now()).state).toBe('not-checked');
    other.close();
    expect(judgeCrl(list.subarray(0, -1), subject(revoked), Date.now()).state).toBe('not-checked');
    for (let at = 0; at < list.length; at++) {
      const forged = Buffer.from(list);
      forged[at] = (forged[at] ?? 0) ^ 0x01;
      expect(['revoked', 'not-checked']).toContain(judgeCrl(forged, subject(revoked), Date.now()).state);
    }
  });

  test('nobody is asked for a certificate whose authority is not believed', () => {
    const other = makeAuthority({ signature: 'ecdsa-sha384' });
    expect(subjectOf(valid, authority.citizens.der, anchors(other.rootPem))).toBeNull();
    expect(subjectOf(valid, other.citizens.der, roots)).toBeNull();
    expect(subjectOf(Buffer.alloc(0), authority.citizens.der, roots)).toBeNull();
    expect(subjectOf(authority.citizens.der, authority.rootDer, roots)).toBeNull();
  });

  test('only addresses below the domains of the eID are kept', () => {
    expect(subject(valid)).toMatchObject({ ocsp: OCSP, crl: CRL });
    expect(subject(issue([]))).toMatchObject({ ocsp: null, crl: null });
    const foreign = issue(whereToAsk({ ocsp: 'http://ocsp.example.invalid/', crl: 'http://crl.example.invalid/x' }));
    expect(subject(foreign)).toMatchObject({ ocsp: null, crl: null });
  });

  test('no bytes make a judgement throw, and none is believed', () => {
    const asked = subject(valid);
    const { nonce } = askOcsp(asked);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(judgeOcsp(bytes, asked, nonce, Date.now()).state).toBe('not-checked');
        expect(judgeCrl(bytes, asked, Date.now()).state).toBe('not-checked');
        expect(subjectOf(bytes, bytes, roots)).toBeNull();
      }),
    );
  });
});

test.each([
  ['http://ocsp.eid.belgium.be/', true],
  ['http://ocsp.eidpki.belgium.be/eid/0', true],
  ['http://crl.eid.belgium.be/eidc201803.crl', true],
  ['https://ocsp.eid.belgium.be/', false],
  ['http://ocsp.eid.belgium.be:8080/', false],
  ['http://user@ocsp.eid.belgium.be/', false],
  ['http://ocsp.eid.belgium.be.example.invalid/', false],
  ['http://noteid.belgium.be/', false],
  ['http://eid.belgium.be/', false],
  ['http://10.0.0.1/', false],
  ['http://localhost/', false],
  ['file:///etc/passwd', false],
  ['ldap://x500.eid.belgium.be/', false],
  ['', false],
])('%s may be asked: %s', (address, may) => {
  expect(mayAsk(address)).toBe(may);
});

test('a list of 100,000 certificates is judged', () => {
  const [world] = worlds;
  if (!world) throw new Error('no world');
  const registry = openRegistry(world.authority.citizens);
  registry.enter(world.revoked, 'revoked');
  registry.fill(100_000);
  const list = registry.list();
  expect(list.length).toBeGreaterThan(3_000_000);
  expect(judgeCrl(list, world.subject(world.revoked), Date.now()).state).toBe('revoked');
  expect(judgeCrl(list, world.subject(world.valid), Date.now()).state).toBe('good');
  registry.close();
});
