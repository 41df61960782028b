import { type KeyObject, X509Certificate } from 'node:crypto';
import { derTrimmed } from './der.ts';
import { ROOTS } from './roots.ts';

/** A root whose key is believed, and when its certificate is valid. */
export interface Anchor {
  readonly key: KeyObject;
  readonly dates: Period;
}

/** First and last moment, ms since 1970. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** The pinned Belgian roots and, in test builds only, more of them: PEM text with any number of certificates. */
export function anchors(extraPem = ''): readonly Anchor[] {
  const extra = extraPem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return [...ROOTS.map((root) => root.pem), ...extra].map((pem) => {
    const certificate = new X509Certificate(pem);
    return { key: certificate.publicKey, dates: period(certificate) };
  });
}

export interface Chain {
  /** `unknown-root`: no believed root signed it, or it is itself an authority. `no-certificate`: nothing there that is one. */
  readonly verdict: 'good' | 'unknown-root' | 'no-certificate';
  /** The register's key; believed only with verdict `good`. */
  readonly key?: KeyObject;
  /** When both the register's certificate and its root are valid. */
  readonly dates?: Period;
}

/**
 * Looks for the root behind the register's certificate (EF 503C, padded). It hangs directly under the root, so the chain is one
 * signature, checked with the root's key whatever names the certificates carry. An authority's own certificate is not the register's.
 */
export function followChain(register: Uint8Array, roots: readonly Anchor[]): Chain {
  const certificate = readCertificate(register);
  if (!certificate) return { verdict: 'no-certificate' };
  const key = certificate.publicKey;
  const root = roots.find((anchor) => isSignedBy(certificate, anchor.key));
  if (!root || certificate.ca) return { verdict: 'unknown-root', key };
  const own = period(certificate);
  const dates = { from: Math.max(own.from, root.dates.from), until: Math.min(own.until, root.dates.until) };
  return { verdict: 'good', key, dates };
}

function readCertificate(bytes: Uint8Array): X509Certificate | null {
  const der = derTrimmed(bytes);
  if (!der) return null;
  try {
    const certificate = new X509Certificate(der);
    // A key of an unknown kind shows only when it is asked for.
    return certificate.publicKey ? certificate : null;
  } catch {
    return null;
  }
}

function isSignedBy(certificate: X509Certificate, key: KeyObject): boolean {
  try {
    return certificate.verify(key);
  } catch {
    return false;
  }
}

function period(certificate: X509Certificate): Period {
  return { from: Date.parse(certificate.validFrom), until: Date.parse(certificate.validTo) };
}
