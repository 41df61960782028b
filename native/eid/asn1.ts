/**
 * Just enough ASN.1 (DER, X.690) for certificates, OCSP and revocation lists. Own code on purpose: it is short, in a process that is
 * small enough to read whole, it never copies (a revocation list may have 100,000 entries), and it does not throw.
 */
export interface Der {
  readonly tag: number;
  readonly body: Uint8Array;
  /** With tag and length: what signatures and hashes cover. */
  readonly whole: Uint8Array;
}

export const BOOLEAN = 0x01;
export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const OID = 0x06;
export const SEQUENCE = 0x30;

/** Reads elements one behind the other. */
export interface Cursor {
  /** The next element if it has this tag (any when not said), which is then behind us. Null: another tag, the end, or no DER. */
  take(tag?: number): Der | null;
  /** All was read. */
  readonly done: boolean;
}

/** Opens the elements in `bytes`: the body of an element, or a whole file. */
export function open(bytes: Uint8Array): Cursor {
  let at = 0;
  return {
    take(tag) {
      const found = elementAt(bytes, at);
      if (!found || (tag !== undefined && found.tag !== tag)) return null;
      at += found.whole.length;
      return found;
    },
    get done() {
      return at === bytes.length;
    },
  };
}

/** The one element that fills `bytes` and has this tag, opened; null when it is not that. */
export function openOne(bytes: Uint8Array, tag: number): Cursor | null {
  const outer = open(bytes);
  const found = outer.take(tag);
  return found && outer.done ? open(found.body) : null;
}

/** Longest length field believed: 4 bytes. */
const MOST_LENGTH_BYTES = 4;

function elementAt(bytes: Uint8Array, at: number): Der | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  // Tags above 30 take more bytes: nothing we read has them.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count < 1 || count > MOST_LENGTH_BYTES) return null;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    start += count;
  }
  const end = start + length;
  return end > bytes.length ? null : { tag, body: bytes.subarray(start, end), whole: bytes.subarray(at, end) };
}

/** One element around the parts. */
export function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), body]);
}

/** Body of an OBJECT IDENTIFIER in hex: a name to compare with, nothing to show. */
export function oidOf(der: Der | null): string {
  return der?.tag === OID ? Buffer.from(der.body).toString('hex') : '';
}

/** Whole bytes of a BIT STRING, or null when it has loose bits. */
export function bitsOf(der: Der | null): Uint8Array | null {
  return der?.tag === BIT_STRING && der.body[0] === 0 ? der.body.subarray(1) : null;
}

/** Milliseconds since 1970 of a UTCTime (17) or GeneralizedTime (18) as RFC 5280, 4.1.2.5 wants them; null when it is neither. */
export function timeOf(der: Der | null): number | null {
  if (!der || (der.tag !== 0x17 && der.tag !== 0x18)) return null;
  const text = Buffer.from(der.body).toString('latin1');
  const [, year = '', ...rest] = /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  if (year.length !== (der.tag === 0x17 ? 2 : 4)) return null;
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = rest.map(Number);
  const time = Date.UTC(full, month - 1, day, hour, minute, second);
  return new Date(time).getUTCDate() === day && month >= 1 && month <= 12 && hour < 24 ? time : null;
}

export const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
