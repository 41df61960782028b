import { constants, createECDH, createHash, type KeyObject, publicDecrypt } from 'node:crypto';
import type { CodeRequest } from '../messages.ts';

/** What to sign and how: a digest, never the words themselves. */
export type SignJob = Pick<Extract<CodeRequest, { do: 'sign' }>, 'key' | 'hash' | 'scheme' | 'digest'>;

/** DigestInfo up to the digest (RFC 8017, 9.2, note 1). */
export const DIGEST_INFO = {
  sha1: '3021300906052b0e03021a05000414',
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
} as const;

/**
 * Whether this is the key's signature of that digest, before it is called one. Node verifies messages only, which it hashes itself; a
 * digest needs the steps of RFC 8017 (8.1.2, 8.2.2; PSS with a salt as long as the digest) and of SEC 1 (4.1.4) one by one. The card
 * may err; this finds it. It is not the check of whoever receives the signature: of an elliptic one, see below.
 */
export function isSignature({ scheme, hash, digest }: SignJob, key: KeyObject, signature: Uint8Array): boolean {
  try {
    if (scheme === 'ecdsa') return isElliptic(digest, key, signature);
    if (scheme === 'pss') {
      return isPss(hash, digest, publicDecrypt({ key, padding: constants.RSA_NO_PADDING }, signature));
    }
    const signed = publicDecrypt({ key, padding: constants.RSA_PKCS1_PADDING }, signature);
    return signed.equals(Buffer.concat([Buffer.from(DIGEST_INFO[hash], 'hex'), digest]));
  } catch {
    // Not even the outer form of one.
    return false;
  }
}

/** EMSA-PSS-VERIFY (RFC 8017, 9.1.2) for keys of whole bytes. */
function isPss(hash: string, digest: Uint8Array, block: Buffer): boolean {
  const at = block.length - digest.length - 1;
  const [masked, inner] = [block.subarray(0, at), block.subarray(at, -1)];
  const mask = maskOf(hash, inner, at);
  const plain = masked.map((byte, i) => byte ^ (mask[i] ?? 0));
  plain[0] = (plain[0] ?? 0) & 0x7f;
  const padding = plain.subarray(0, at - digest.length);
  const salt = plain.subarray(at - digest.length);
  const again = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest();
  const isPadding = padding.every((byte, i) => byte === (i === padding.length - 1 ? 1 : 0));
  return block.at(-1) === 0xbc && isPadding && again.equals(inner);
}

/** MGF1 (RFC 8017, B.2.1). */
function maskOf(hash: string, seed: Uint8Array, length: number): Buffer {
  const parts: Buffer[] = [];
  for (let count = 0; parts.length * seed.length < length; count++)
    parts.push(
      createHash(hash)
        .update(seed)
        .update(Buffer.of(0, 0, 0, count))
        .digest(),
    );
  return Buffer.concat(parts, length);
}

/** FIPS 186-4, D.1.2.3 and D.1.2.4: prime of the field, order of the base point. */
const CURVES: Readonly<Record<string, { readonly prime: bigint; readonly order: bigint }>> = {
  prime256v1: {
    prime: 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n,
    order: BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'),
  },
  secp384r1: {
    prime: 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n,
    order: BigInt('0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973'),
  },
};

/**
 * Both multiplications are ECDH's, which gives only the x of the second point: both points with that x are tried. That is enough to
 * know an error from a signature.
 */
function isElliptic(digest: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  const name = key.asymmetricKeyDetails?.namedCurve ?? '';
  const curve = CURVES[name];
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  if (!curve) return false;
  const { prime, order } = curve;
  const size = signature.length / 2;
  const [r, s] = [toNumber(signature.subarray(0, size)), toNumber(signature.subarray(size))];
  if (r === 0n || s === 0n || r >= order || s >= order) return false;
  const inverse = power(s, order - 2n, order);
  const times = (number: bigint) => {
    const ecdh = createECDH(name);
    ecdh.setPrivateKey(Buffer.from(((number * inverse) % order).toString(16).padStart(size * 2, '0'), 'hex'));
    return ecdh;
  };
  // The leftmost bits of a digest longer than the order count.
  const base = times(toNumber(digest.subarray(0, size))).getPublicKey();
  const [x1, y1] = [toNumber(base.subarray(1, 1 + size)), toNumber(base.subarray(1 + size))];
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  const x2 = toNumber(times(r).computeSecret(point));
  // y² = x³ - 3x + b, with b as the first point has it; both primes are 3 modulo 4.
  const square = y1 ** 2n - x1 ** 3n + 3n * x1 + x2 ** 3n - 3n * x2;
  const y2 = power(mod(square, prime), (prime + 1n) / 4n, prime);
  const across = power(mod(x2 - x1, prime), prime - 2n, prime);
  return [y2, -y2].some((each) => mod(mod((each - y1) * across, prime) ** 2n - x1 - x2, prime) % order === r);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function mod(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);
}
