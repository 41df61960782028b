import { createCipheriv, createDecipheriv, scrypt, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Cost of scrypt (RFC 7914). */
export const Cost = z.strictObject({
  N: z
    .int()
    .min(2)
    .max(2 ** 24),
  r: z.int().min(1).max(64),
  p: z.int().min(1).max(64),
});
export type Cost = z.infer<typeof Cost>;

/** OWASP Password Storage Cheat Sheet, scrypt: 128 MiB and some tenths of a second a try. */
export const OWASP_COST: Cost = { N: 2 ** 17, r: 8, p: 1 };

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const SALT = 16;
const HASH = 32;
/** What is kept of a secret: with which salt and cost it gives which hash. */
export const Hashed = z.strictObject({ cost: Cost, salt: hex(SALT), hash: hex(HASH) });
export type Hashed = z.infer<typeof Hashed>;
/** As `Hashed` for several secrets of one kind: one salt, so that a try costs one scrypt. */
export const HashedMany = z.strictObject({ cost: Cost, salt: hex(SALT), hashes: z.array(hex(HASH)).max(20) });
export type HashedMany = z.infer<typeof HashedMany>;

/** scrypt to 64 bytes. */
export type Derive = (secret: string, salt: Uint8Array, cost: Cost) => Promise<Buffer>;

/** Node's own, in its pool of threads, one at a time: two at once would take twice 128 MiB. */
export function openDerive(): Derive {
  let last: Promise<unknown> = Promise.resolve();
  return (secret, salt, cost) => {
    const mine = last.then(
      () =>
        new Promise<Buffer>((resolve, reject) => {
          const maxmem = 256 * cost.N * cost.r + 2 ** 20;
          scrypt(secret, salt, 2 * HASH, { ...cost, maxmem }, (error, bytes) => (error ? reject(error) : resolve(bytes)));
        }),
    );
    last = mine.catch(() => undefined);
    return mine;
  };
}

/**
 * Hashes secrets, and opens what is sealed with them. Half of what scrypt gives is the hash that is kept; the other half is kept nowhere
 * and is the key of the person's vault: knowing the first tells nothing of the second (RFC 7914 ends in PBKDF2, whose blocks are apart).
 */
export interface Secrets {
  hash(secret: string): Promise<{ hashed: Hashed; key: Buffer }>;
  /** Costs the same whether it is right or wrong, known (`null`) or not. The key when it is right. */
  check(secret: string, hashed: Hashed | null): Promise<Buffer | null>;
  hashMany(secrets: readonly string[]): Promise<HashedMany>;
  /** Which of them it is, or -1. */
  find(secret: string, many: HashedMany): Promise<number>;
  /** Made with less than what is asked today. */
  isOld(hashed: Hashed): boolean;
}

export function openSecrets(options: { random: (bytes: number) => Uint8Array; derive: Derive; cost: Cost }): Secrets {
  const { random, derive, cost } = options;
  const nobody: Hashed = { cost, salt: toHex(random(SALT)), hash: toHex(random(HASH)) };
  const apart = (bytes: Buffer) => ({ hash: bytes.subarray(0, HASH), key: bytes.subarray(HASH) });
  return {
    async hash(secret) {
      const salt = random(SALT);
      const { hash, key } = apart(await derive(secret, salt, cost));
      return { hashed: { cost, salt: toHex(salt), hash: toHex(hash) }, key };
    },
    async check(secret, known) {
      const hashed = known ?? nobody;
      const { hash, key } = apart(await derive(secret, fromHex(hashed.salt), hashed.cost));
      const right = timingSafeEqual(hash, fromHex(hashed.hash));
      return right && known ? key : null;
    },
    async hashMany(secrets) {
      const salt = random(SALT);
      const hashes: string[] = [];
      for (const secret of secrets) hashes.push(toHex(apart(await derive(secret, salt, cost)).hash));
      return { cost, salt: toHex(salt), hashes };
    },
    async find(secret, many) {
      const { hash } = apart(await derive(secret, fromHex(many.salt), many.cost));
      return many.hashes.map((one) => timingSafeEqual(hash, fromHex(one))).indexOf(true);
    },
    isOld: (hashed) => hashed.cost.N * hashed.cost.r * hashed.cost.p < cost.N * cost.r * cost.p,
  };
}

/** What only the person's password opens: AES-256-GCM, base64 of nonce, tag and text. */
export function seal(key: Uint8Array, about: string, text: string, random: (bytes: number) => Uint8Array): string {
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** The text, or null when it is another key, another account or other bytes. */
export function unseal(key: Uint8Array, about: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(about));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const fromHex = (text: string): Buffer => Buffer.from(text, 'hex');
