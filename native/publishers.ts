import { createPublicKey, type KeyObject } from 'node:crypto';

/** Whose word is taken for warrants (native/warrant.ts). */
export interface Publisher {
  readonly name: string;
  /** Where the key was published, and when it was read there. */
  readonly source: string;
  /** Ed25519 public key (RFC 8032): 32 bytes in base64. */
  readonly key: string;
}

/** Nobody yet: so no number and no photo leaves the card process of a release, whatever a catalogue says. */
const PUBLISHERS: readonly Publisher[] = [];

/** SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410, section 4). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** The pinned keys and, in test builds only, more of them: PEM text with any number of public keys. */
export function publisherKeys(extraPem = ''): readonly KeyObject[] {
  const pinned = PUBLISHERS.map(({ key }) => {
    const der = Buffer.concat([SPKI_HEAD, Buffer.from(key, 'base64')]);
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  });
  const extra = extraPem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  return [...pinned, ...extra.map((pem) => createPublicKey(pem))].filter((key) => key.asymmetricKeyType === 'ed25519');
}
