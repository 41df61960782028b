import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { ToSign } from './to-sign.ts';

/** Something of no meaning to be signed by the log-in key, to see whether logging in would work. */
export interface Trial {
  readonly what: ToSign;
  /** Whether this is the card's signature of it. */
  isSigned(signature: Uint8Array | null): boolean;
}

/**
 * A trial for the card's public log-in key (SPKI in DER): 32 random bytes, signed as browsers have it signed, RSA with PKCS#1 and
 * SHA-256, elliptic with SHA-384. `random`: uniform bytes. Null: the bytes are no key.
 */
export function makeTrial(publicKey: Uint8Array, random: (bytes: number) => Uint8Array): Trial | null {
  const key = keyOf(publicKey);
  if (!key) return null;
  const [hash, scheme] = key.asymmetricKeyType === 'ec' ? (['sha384', 'ecdsa'] as const) : (['sha256', 'pkcs1'] as const);
  const message = random(32);
  const digest = createHash(hash).update(message).digest();
  return {
    what: { purpose: { kind: 'try-login' }, key: 'authentication', hash, scheme, digest },
    isSigned: (signature) => signature !== null && verify(hash, message, { key, dsaEncoding: 'ieee-p1363' }, signature),
  };
}

function keyOf(spki: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' });
  } catch {
    return null;
  }
}
