import { type KeyObject, verify } from 'node:crypto';
import { derTrimmed } from './der.ts';

/**
 * Whether the register's key signed `data`. The kind of key decides, never the applet's version: RSA is PKCS#1 v1.5 with SHA-256 or
 * SHA-1 (some cards mix eras, so both are tried), elliptic is ECDSA P-384 with SHA-384 in DER. Zeros behind the signature are padding.
 */
export function isSigned(data: Uint8Array, signature: Uint8Array, key: KeyObject): boolean {
  const exact = exactSignature(signature, key);
  if (exact === null) return false;
  const hashes = key.asymmetricKeyType === 'rsa' ? ['sha256', 'sha1'] : ['sha384'];
  return hashes.some((hash) => check(hash, data, key, exact));
}

/** Without padding; null when it is no signature such a key makes. */
function exactSignature(signature: Uint8Array, key: KeyObject): Uint8Array | null {
  const details = key.asymmetricKeyDetails;
  if (key.asymmetricKeyType === 'rsa') return signature.subarray(0, (details?.modulusLength ?? 0) / 8);
  return key.asymmetricKeyType === 'ec' && details?.namedCurve === 'secp384r1' ? derTrimmed(signature) : null;
}

function check(hash: string, data: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(hash, data, key, signature);
  } catch {
    return false;
  }
}

/** Sizes that the file of an elliptic signature (102 to 104 bytes and padding) may have. */
const PADDED = [112, 104];

/**
 * Whether the register signed this address: the address without its trailing zeros, then the identity signature as it is on the card.
 * With how much padding the register counted it is not documented, so the likely lengths are tried: zeros carry no meaning.
 */
export function isAddressSigned(
  address: Uint8Array,
  identitySignature: Uint8Array,
  signature: Uint8Array,
  key: KeyObject,
): boolean {
  const exact = exactSignature(identitySignature, key);
  if (exact === null) return false;
  const sizes = new Set([...(key.asymmetricKeyType === 'ec' ? PADDED : []), identitySignature.length, exact.length]);
  const body = withoutTrail(address);
  return [...sizes].some((size) => {
    if (size < exact.length) return false;
    const message = Buffer.alloc(body.length + size);
    message.set(body);
    message.set(exact, body.length);
    // What stands behind the signature in the file is signed as it stands, zero or not.
    if (size === identitySignature.length) message.set(identitySignature, body.length);
    return isSigned(message, signature, key);
  });
}

export function withoutTrail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
