import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';

/**
 * Has the log-in key of the card in the console's own reader sign (`whatToSign`); its holder types the code in the PIN window. The card
 * process gives the key of a card that a Belgian root stands behind, and never its certificate. Null: it did not come to that.
 */
export type AskCard = (challenge: Uint8Array) => Promise<CardProof | null>;
/** `publicKey`: SPKI in DER. `signature`: RSA PKCS#1 v1.5, or elliptic as r and s one behind the other. */
export interface CardProof {
  publicKey: Uint8Array;
  signature: Uint8Array;
}

const PREFIX = Buffer.from('comptoir sign-in 1\n');

/** 32 random bytes behind words of ours: a signature of it is good for nothing else. */
export const newChallenge = (random: (bytes: number) => Uint8Array): Uint8Array => Buffer.concat([PREFIX, random(32)]);

/** How a key signs a challenge: RSA with SHA-256, elliptic with SHA-384, as browsers have it (every applet can). Null: the bytes are no key. */
export function whatToSign(publicKey: Uint8Array, challenge: Uint8Array) {
  const key = keyOf(publicKey);
  if (!key) return null;
  const [hash, scheme] = key.asymmetricKeyType === 'ec' ? (['sha384', 'ecdsa'] as const) : (['sha256', 'pkcs1'] as const);
  return { key: 'authentication', hash, scheme, digest: createHash(hash).update(challenge).digest() } as const;
}

/** Whether the holder of this key signed the challenge. */
export function isProved({ publicKey, signature }: CardProof, challenge: Uint8Array): boolean {
  const key = keyOf(publicKey);
  if (!key) return false;
  const hash = key.asymmetricKeyType === 'ec' ? 'sha384' : 'sha256';
  return verify(hash, challenge, { key, dsaEncoding: 'ieee-p1363' }, signature);
}

/** All that is kept of a card. */
export const cardHash = (publicKey: Uint8Array, salt: string): string =>
  createHash('sha256').update(Buffer.from(salt, 'hex')).update(publicKey).digest('hex');

function keyOf(spki: Uint8Array): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ec' || key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}
