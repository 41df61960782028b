import { type KeyObject, randomBytes } from 'node:crypto';

/**
 * ECDSA on P-384 over a digest that is already made (SEC 1, 4.1.3), as a card does it; Node's own `sign` always hashes first.
 * Gives r and s, 48 bytes each. About 15 ms. Only for simulated keys: its time depends on the key.
 */
export function signDigest(key: KeyObject, digest: Uint8Array): Buffer {
  const { d = '' } = key.export({ format: 'jwk' });
  const secret = toNumber(Buffer.from(d, 'base64url'));
  // The leftmost 384 bits count; a shorter digest counts whole.
  const message = toNumber(digest.subarray(0, 48));
  for (;;) {
    const k = toNumber(randomBytes(48));
    if (k === 0n || k >= ORDER) continue;
    const r = mod(multiply(k)[0], ORDER);
    const s = mod(power(k, ORDER - 2n, ORDER) * (message + r * secret), ORDER);
    if (r !== 0n && s !== 0n) return Buffer.concat([toBytes(r), toBytes(s)]);
  }
}

/** FIPS 186-4, D.1.2.4. */
const PRIME = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n;
const ORDER = BigInt('0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973');
const BASE: Point = [
  BigInt('0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7'),
  BigInt('0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f'),
  1n,
];
/** Jacobian coordinates: x/z², y/z³. */
type Point = readonly [x: bigint, y: bigint, z: bigint];

/** k times the base point; x and y in the plane. */
function multiply(k: bigint): [bigint, bigint] {
  let sum: Point | null = null;
  for (const bit of k.toString(2)) {
    if (sum) sum = double(sum);
    if (bit === '1') sum = sum ? add(sum, BASE) : BASE;
  }
  const [x, y, z] = sum ?? BASE;
  const inverse = power(z, PRIME - 2n, PRIME);
  return [mod(x * inverse ** 2n, PRIME), mod(y * inverse ** 3n, PRIME)];
}

function double([x, y, z]: Point): Point {
  const s = mod(4n * x * y * y, PRIME);
  const m = mod(3n * (x - z * z) * (x + z * z), PRIME);
  const next = mod(m * m - 2n * s, PRIME);
  return [next, mod(m * (s - next) - 8n * y ** 4n, PRIME), mod(2n * y * z, PRIME)];
}

/** For a random k below the order the two are never the same nor opposite. */
function add([x1, y1, z1]: Point, [x2, y2, z2]: Point): Point {
  const [u1, u2] = [mod(x1 * z2 * z2, PRIME), mod(x2 * z1 * z1, PRIME)];
  const [s1, s2] = [mod(y1 * z2 ** 3n, PRIME), mod(y2 * z1 ** 3n, PRIME)];
  const [h, r] = [u2 - u1, s2 - s1];
  const [h2, h3] = [mod(h * h, PRIME), mod(h ** 3n, PRIME)];
  const x = mod(r * r - h3 - 2n * u1 * h2, PRIME);
  return [x, mod(r * (u1 * h2 - x) - s1 * h3, PRIME), mod(h * z1 * z2, PRIME)];
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, mod(base, modulus)];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mod(result * square, modulus);
    square = mod(square * square, modulus);
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

function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(96, '0'), 'hex');
}
