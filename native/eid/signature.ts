import { type KeyObject, verify } from 'node:crypto';
import { derTrimmed } from './der.ts';

/**
 * Whether the register's key signed `data`. The kind of key decides, never the applet's version: RSA is PKCS#1 v1.5 with SHA-256 or
 * SHA-1 (some cards mix eras, so both are tried), elliptic is ECDSA P-384 with SHA-384 in DER. Zeros behind the signature are padding.
 */
export function isSigned(data: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === 'rsa') {
    const exact = signature.subarray(0, (details?.modulusLength ?? 0) / 8);
    return ['sha256', 'sha1'].some((hash) => check(hash, data, key, exact));
  }
  if (key.asymmetricKeyType === 'ec' && details?.namedCurve === 'secp384r1') {
    const exact = derTrimmed(signature);
    return exact !== null && check('sha384', data, key, exact);
  }
  return false;
}

function check(hash: string, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(hash, data, key, signature);
  } catch {
    return false;
  }
}

/** What the address signature covers: the address without its trailing zeros, then the identity signature. */
export function addressMessage(address: Uint8Array, identitySignature: Uint8Array): Buffer {
  return Buffer.concat([withoutTrail(address), identitySignature]);
}

export function withoutTrail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
