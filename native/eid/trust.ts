import { type KeyObject, X509Certificate } from 'node:crypto';
import { derTrimmed } from './der.ts';
import { ROOTS } from './roots.ts';
import { isSigned } from './signature.ts';

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

/** The first use of an algorithm costs some ms: spent here, before a card waits for it. */
export function warmUp(): void {
  for (const { pem } of ROOTS) {
    const certificate = new X509Certificate(pem);
    certificate.verify(certificate.publicKey);
    isSigned(certificate.raw, certificate.raw, certificate.publicKey);
  }
}

export interface Chain {
  /** `unknown-root`: no believed root signed it for this purpose. `no-certificate`: nothing there that is one. */
  readonly verdict: 'good' | 'unknown-root' | 'no-certificate';
  /** The register's key; believed only with verdict `good`. */
  readonly key?: KeyObject;
  /** When both the register's certificate and its root are valid. */
  readonly dates?: Period;
}

/** Other certificates that hang directly under a Belgian root: time stamps and OCSP answers (RFC 5280, 4.2.1.12). */
const OTHER_PURPOSES = ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9'];

/**
 * Looks for the root behind the register's certificate (EF 503C, padded). It hangs directly under the root, so the chain is one
 * signature, checked with the root's key whatever names the certificates carry. Whatever else a root signs is not the register's:
 * an authority, a root itself, a service for time stamps or OCSP. The subject is not compared: "CN=RRN" is known of the RSA years only.
 */
export function followChain(register: Uint8Array, roots: readonly Anchor[]): Chain {
  const certificate = readCertificate(register);
  if (!certificate) return { verdict: 'no-certificate' };
  const key = certificate.publicKey;
  const root = roots.find((anchor) => isSignedBy(certificate, anchor.key));
  if (!root || certificate.ca || root.key.equals(key) || isForOthers(certificate)) return { verdict: 'unknown-root', key };
  const own = period(certificate);
  const dates = { from: Math.max(own.from, root.dates.from), until: Math.min(own.until, root.dates.until) };
  return { verdict: 'good', key, dates };
}

function isForOthers({ keyUsage }: X509Certificate): boolean {
  // Node's name for the extended key usage; undefined when there is none, whatever its types say.
  return (keyUsage as string[] | undefined)?.some((purpose) => OTHER_PURPOSES.includes(purpose)) ?? false;
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
