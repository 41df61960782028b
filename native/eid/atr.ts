/**
 * Answers to reset of eID cards (card content v5.4, section 2.3, and content v4.01): applets 1.0 to 1.7, where speed and version differ,
 * and 1.8. A hint about sizes and about a card that will not talk yet. It refuses nobody: what answers as an eID is one.
 */
const OLDER = /^3b98..40..a503010101ad131.$/;
const ELLIPTIC = '3b7f96000080318065b085040120120fff829000';

export function isBelgianAtr(atr: Uint8Array): boolean {
  return isEllipticAtr(atr) || OLDER.test(hex(atr));
}

/** Cards since September 2020: the register signs with P-384. */
export function isEllipticAtr(atr: Uint8Array): boolean {
  return hex(atr) === ELLIPTIC;
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
