import { createHash } from 'node:crypto';

/** What the hash of an entry covers, beside the hash of the entry before it on the same device. */
export interface Link {
  device: string;
  /** From 1, without a gap, per device. */
  sequence: number;
  id: string;
  kind: string;
  /** Id of the entry that this one completes or erases. */
  about: string | null;
  payloadHash: string;
  receiptHash: string | null;
}

/** `previous_hash` of the first entry of a device. */
export const FIRST = '0'.repeat(64);

/**
 * SHA-256, lower-case hex, over eight lines joined by one LF (no LF at the end), UTF-8:
 * previous hash, device, sequence (decimal), id, kind, about (or nothing), payload hash, receipt hash (or nothing).
 * Every field is a number, hexadecimal, base32 or a word of ours, so none holds an LF and two different links never give the same text.
 */
export function linkHash(previousHash: string, link: Link): string {
  const { device, sequence, id, kind, about, payloadHash, receiptHash } = link;
  return sha256([previousHash, device, sequence, id, kind, about ?? '', payloadHash, receiptHash ?? ''].join('\n'));
}

/**
 * SHA-256 over salt (16 bytes) and text (UTF-8), lower-case hex. For a payload the text is the JSON exactly as stored;
 * for a receipt it is the receipt as printed (`XXXX-XXXX`). The salt goes with the payload: once it is erased, neither can be guessed back.
 */
export function saltedHash(salt: Uint8Array, text: string): string {
  return createHash('sha256').update(salt).update(text, 'utf8').digest('hex');
}

const SIGNS = '0123456789abcdefghijklmnopqrstuv';

/** 128 random bits as 26 signs of base32hex (RFC 4648 section 7), lower case, without padding. */
export function entryId(bits: Uint8Array): string {
  let value = BigInt(`0x${Buffer.from(bits.subarray(0, 16)).toString('hex')}`) << 2n; // 130 bits = 26 signs of 5
  let text = '';
  for (let i = 0; i < 26; i++) {
    text = (SIGNS[Number(value & 31n)] ?? '') + text;
    value >>= 5n;
  }
  return text;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
