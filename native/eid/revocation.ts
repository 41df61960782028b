import { createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { bitsOf, type Der, element, INTEGER, oidOf, open, SEQUENCE } from './asn1.ts';
import { certificateParts, crlUrls, ocspUrls } from './certificate.ts';
import { derTrimmed } from './der.ts';
import type { RevocationState } from './further-verdicts.ts';
import { mayAsk } from './revocation-hosts.ts';
import type { Anchor } from './trust.ts';

/** What an authority said, and since when it is true (ms since 1970). */
export interface Judgement {
  readonly state: RevocationState;
  readonly at: number | null;
}
export const NOT_CHECKED: Judgement = { state: 'not-checked', at: null };

/** A certificate whose state is asked. No person is in it: what stays of the certificate is its number. */
export interface Subject {
  /** Body of the INTEGER. */
  readonly serial: Uint8Array;
  /** The authority's certificate, believed, and its name and key as OCSP hashes them. */
  readonly authority: X509Certificate;
  readonly authorityName: Uint8Array;
  /** CertID (RFC 6960, 4.1.1), whole. */
  readonly certId: Uint8Array;
  /** First addresses that may be asked. */
  readonly ocsp: string | null;
  readonly crl: string | null;
}

/** AlgorithmIdentifier of SHA-1: here a name for a key, no proof of anything, and what every responder knows. */
const SHA1 = Buffer.from('300906052b0e03021a0500', 'hex');

/**
 * Prepares the question about one of the card's certificates. Null unless its authority signed it and a pinned root the authority:
 * nobody is asked for an unbelieved certificate, least of all at an address that it names itself.
 */
export function subjectOf(own: Uint8Array, above: Uint8Array, roots: readonly Anchor[]): Subject | null {
  const [ownDer, authorityDer] = [derTrimmed(own), derTrimmed(above)];
  const parts = ownDer && certificateParts(ownDer);
  const authorityParts = authorityDer && certificateParts(authorityDer);
  if (!parts || !authorityParts || Buffer.compare(parts.issuer, authorityParts.subject) !== 0) return null;
  const authority = believed(ownDer, authorityDer, roots);
  if (!authority) return null;
  const sha1 = (bytes: Uint8Array) => element(0x04, createHash('sha1').update(bytes).digest());
  const serial = Uint8Array.from(parts.serial);
  const authorityName = Uint8Array.from(authorityParts.subject);
  const hashes = [sha1(authorityParts.subject), sha1(authorityParts.keyBits)];
  return {
    serial,
    authority,
    authorityName,
    certId: element(SEQUENCE, SHA1, ...hashes, element(INTEGER, serial)),
    ocsp: ocspUrls(parts).find(mayAsk) ?? null,
    crl: crlUrls(parts).find(mayAsk) ?? null,
  };
}

function believed(own: Uint8Array, above: Uint8Array, roots: readonly Anchor[]): X509Certificate | null {
  try {
    const [certificate, authority] = [new X509Certificate(own), new X509Certificate(above)];
    const root = roots.some(({ key }) => authority.verify(key));
    return root && authority.ca && !certificate.ca && certificate.verify(authority.publicKey) ? authority : null;
  } catch {
    return null;
  }
}

/** sha256/384/512 with RSA (RFC 8017, A.2.4) and with ECDSA (RFC 5758, 3.2), by OID body. No SHA-1: these signatures are made today. */
const ALGORITHMS: Readonly<Record<string, readonly ['rsa' | 'ec', string]>> = {
  '2a864886f70d01010b': ['rsa', 'sha256'],
  '2a864886f70d01010c': ['rsa', 'sha384'],
  '2a864886f70d01010d': ['rsa', 'sha512'],
  '2a8648ce3d040302': ['ec', 'sha256'],
  '2a8648ce3d040303': ['ec', 'sha384'],
  '2a8648ce3d040304': ['ec', 'sha512'],
};

/** Whether `key` signed `data`, as said by an AlgorithmIdentifier and a BIT STRING behind it. */
export function isSignedWith(key: KeyObject, data: Uint8Array, algorithm: Der | null, signature: Der | null): boolean {
  const bits = bitsOf(signature);
  const [kind, hash] = ALGORITHMS[algorithm?.tag === SEQUENCE ? oidOf(open(algorithm.body).take()) : ''] ?? [];
  if (!bits || !hash || key.asymmetricKeyType !== kind) return false;
  try {
    return verify(hash, data, key, bits);
  } catch {
    return false;
  }
}

/** Clocks differ; a kiosk's is no better than the authority's. */
const SKEW_MS = 5 * 60_000;
/** An answer that does not say until when it holds is made for whoever asked. */
const FRESH_MS = 60 * 60_000;

/** Whether what is true from `from` until `until` (null: not said) is true at `now`. */
export function isCurrent(now: number, from: number, until: number | null): boolean {
  return from <= now + SKEW_MS && now <= (until ?? from + FRESH_MS) + SKEW_MS;
}
