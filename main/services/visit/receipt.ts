/** Crockford's base32: no I, L, O, U, so that a receipt can be read out and typed (https://www.crockford.com/base32.html). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt `XXXX-XXXX` from eight random bytes (five bits of each are used). */
export function newReceipt(random: (bytes: number) => Uint8Array): string {
  const signs = Array.from(random(8), (byte) => SIGNS[byte & 31] ?? '').join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
