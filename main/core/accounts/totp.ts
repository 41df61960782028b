/** RFC 6238 with what every authenticator app knows: SHA-1, 30 s, 6 digits. The HMAC is the caller's. */
const PERIOD_MS = 30_000;
const DIGITS = 6;
/** RFC 4226 section 4, R6: at least 128 bits, better 160. */
export const TOTP_SECRET_BYTES = 20;

const stepAt = (now: number): number => Math.floor(now / PERIOD_MS);

/** The counter of a step as HOTP wants it: 8 bytes, big-endian (RFC 4226 section 5.2). */
export function counterOf(step: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step));
  return bytes;
}

/** The code in an HMAC-SHA-1 of a counter (RFC 4226 section 5.3, dynamic truncation). */
export function truncate(mac: Uint8Array, digits = DIGITS): string {
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
  const number = view.getUint32((mac[mac.length - 1] ?? 0) & 0x0f) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * Steps whose code is taken now: this one, the one before and the one after (RFC 6238 section 5.2), later than the last that was used:
 * no code twice, nor one older than a used one.
 */
export function stepsToTry(now: number, lastUsed: number): number[] {
  const step = stepAt(now);
  return [step, step - 1, step + 1].filter((one) => one >= 0 && one > lastUsed);
}

/** A code as typed: spaces between the threes do not count. Null: it is none. */
export function totpTyped(typed: string): string | null {
  const digits = typed.replace(/\s/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : null;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 section 6, without padding: how apps take a secret that is typed. Lengths that are multiples of 5 bytes only. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 5) {
    let bits = 0n;
    for (let i = 0; i < 5; i++) bits = (bits << 8n) | BigInt(bytes[at + i] ?? 0);
    for (let i = 7; i >= 0; i--) text += BASE32[Number((bits >> BigInt(5 * i)) & 31n)];
  }
  return text;
}

/** What the QR holds (Key Uri Format of Google Authenticator, which all apps read). `issuer` and `label` are shown by the app. */
export function otpauthUri(secret: Uint8Array, issuer: string, label: string): string {
  const who = `${encodeURIComponent(issuer)}:${encodeURIComponent(label)}`;
  return `otpauth://totp/${who}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=${DIGITS}&period=30`;
}
