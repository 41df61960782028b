/** The files Comptoir reads (card content specification v5.4, section 4.3). None needs a PIN. */
export interface EidFile {
  /** Absolute path in hex, master file first. */
  readonly path: string;
  /**
   * How the end is known. `short`: the card gives less than asked. `der`: the certificate says its length, what follows is padding.
   * `round`: may end on a full chunk (an RSA signature is 256 bytes), so "beyond the end" there is believed at once.
   */
  readonly end: 'short' | 'der' | 'round';
}

export const FILES = {
  identity: { path: '3f00df014031', end: 'short' },
  identitySignature: { path: '3f00df014032', end: 'round' },
  address: { path: '3f00df014033', end: 'short' },
  addressSignature: { path: '3f00df014034', end: 'round' },
  photo: { path: '3f00df014035', end: 'short' },
  /** The national register's certificate, which signed identity and address. */
  register: { path: '3f00df00503c', end: 'der' },
} as const satisfies Record<string, EidFile>;

export type FileName = keyof typeof FILES;
