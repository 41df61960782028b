import { derTrimmed } from './der.ts';
import { readTlv } from './tlv.ts';

/** The files Comptoir reads (card content specification v5.4, section 4.3). None needs a PIN. */
export interface EidFile {
  /** Absolute path in hex, master file first. */
  readonly path: string;
  /**
   * How the end is known. `short`: the card gives less than asked. `der`: the certificate says its length, what follows is padding.
   * `round`: may end on a full chunk (an RSA signature is 256 bytes), so "beyond the end" there is believed at once.
   */
  readonly end: 'short' | 'der' | 'round';
  /**
   * For a reading by guessed length: whether so many bytes look like all that counts. A wrong yes costs time, not truth: the signature
   * does not hold, and the file is read again without guessing.
   */
  readonly whole?: (bytes: Uint8Array) => boolean;
}

const ADDRESS_TAGS = 3;

export const FILES = {
  identity: { path: '3f00df014031', end: 'short' },
  address: {
    path: '3f00df014033',
    end: 'short',
    whole: (bytes) => {
      const fields = readTlv(bytes);
      return fields.ok && (bytes.at(-1) === 0 || fields.value.has(ADDRESS_TAGS));
    },
  },
  identitySignature: { path: '3f00df014032', end: 'round', whole: isSignatureWhole },
  addressSignature: { path: '3f00df014034', end: 'round', whole: isSignatureWhole },
  photo: { path: '3f00df014035', end: 'short' },
  /** The national register's certificate, which signed identity and address. */
  register: { path: '3f00df00503c', end: 'der' },
  /** Certificates of the card's own keys, absent or zeros where it has none, and of the Citizen CA or Foreigner CA above them. */
  authentication: { path: '3f00df005038', end: 'der' },
  signature: { path: '3f00df005039', end: 'der' },
  authority: { path: '3f00df00503a', end: 'der' },
} as const satisfies Record<string, EidFile>;

export type FileName = keyof typeof FILES;

/** Bytes of the address file on every card known; of the longest P-384 signature in DER; of an RSA signature (2048 bits). */
export const USUAL = { address: 117, elliptic: 104, rsa: 256 } as const;

/** RSA signatures fill 128 or 256 bytes, elliptic ones say their length. */
function isSignatureWhole(bytes: Uint8Array): boolean {
  return bytes.length === 128 || bytes.length === 256 || derTrimmed(bytes) !== null;
}
