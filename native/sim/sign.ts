import { constants, createHash, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto';
import { signDigest } from './ecdsa.ts';

/** What MSE SET may name, and how long the data to sign are then; null: any length that fits. */
type Algorithms = Readonly<Record<number, number | null>>;

const OLD_RSA: Algorithms = { 1: null, 2: 20, 4: 16 };
/** Reference manual of applet 1.7: PKCS#1 given whole, SHA-1, MD5, SHA-256, PSS with SHA-1, PSS with SHA-256. */
const RSA: Algorithms = { ...OLD_RSA, 8: 32, 16: 20, 32: 32 };
/** Reference manual of applet 1.8: SHA-2 and SHA-3 of 256, 384, 512 bits; any. */
const EC: Algorithms = { 1: 32, 2: 48, 4: 64, 8: 32, 16: 48, 32: 64, 64: null };

/** The algorithms a key can be used with. */
export function algorithmsOf(key: KeyObject): Algorithms {
  if (key.asymmetricKeyType === 'ec') return EC;
  return (key.asymmetricKeyDetails?.modulusLength ?? 0) > 1024 ? RSA : OLD_RSA;
}

/** DigestInfo up to the digest (RFC 8017, 9.2, note 1). */
const PREFIXES: Record<number, string> = {
  1: '',
  2: '3021300906052b0e03021a05000414',
  4: '3020300c06082a864886f70d020505000410',
  8: '3031300d060960864801650304020105000420',
};

/** What the card computes in PSO: the data are a digest (or, RSA with 01, a DigestInfo). EC: r and s one behind the other. */
export function cardSign(key: KeyObject, algorithm: number, data: Uint8Array): Buffer {
  if (key.asymmetricKeyType === 'ec') return signDigest(key, data);
  const prefix = PREFIXES[algorithm];
  if (prefix !== undefined)
    return privateEncrypt(
      { key, padding: constants.RSA_PKCS1_PADDING },
      Buffer.concat([Buffer.from(prefix, 'hex'), Buffer.from(data)]),
    );
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  const block = pss(algorithm === 0x10 ? 'sha1' : 'sha256', data, bits);
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block);
}

/** EMSA-PSS (RFC 8017, 9.1.1), salt as long as the digest. */
function pss(hash: 'sha1' | 'sha256', digest: Uint8Array, bits: number): Buffer {
  const salt = randomBytes(digest.length);
  const inner = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest();
  const size = bits / 8 - inner.length - 1;
  const block = Buffer.concat([Buffer.alloc(size - salt.length - 1), Buffer.of(1), salt]);
  const mask = mgf(hash, inner, size);
  for (let i = 0; i < size; i++) block[i] = (block[i] ?? 0) ^ (mask[i] ?? 0);
  block[0] = (block[0] ?? 0) & 0x7f;
  return Buffer.concat([block, inner, Buffer.of(0xbc)]);
}

/** MGF1 (RFC 8017, B.2.1). */
function mgf(hash: string, seed: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let i = 0, have = 0; have < size; i++) {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(i);
    const part = createHash(hash).update(seed).update(counter).digest();
    parts.push(part);
    have += part.length;
  }
  return Buffer.concat(parts).subarray(0, size);
}
