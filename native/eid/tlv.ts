import { bad, good, type Outcome } from '../outcome.ts';

/**
 * Reads a file of one-byte tags (identity, address). The length is one byte below 255; FF bytes add up with what follows
 * (card content specification v5.4, section 6.1). Tag 00 is the structure version, only at the start; elsewhere it is padding and the end.
 * Later copies of a tag are ignored. Error `malformed`: a length runs past the end of the file.
 */
export function readTlv(bytes: Uint8Array): Outcome<Map<number, Uint8Array>, 'malformed'> {
  const fields = new Map<number, Uint8Array>();
  let at = 0;
  while (at < bytes.length) {
    const tag = bytes[at++] ?? 0;
    if (tag === 0 && at > 1) break;
    let length = 0;
    let part: number | undefined;
    do {
      part = bytes[at++];
      if (part === undefined) return bad('malformed');
      length += part;
    } while (part === 0xff);
    if (at + length > bytes.length) return bad('malformed');
    if (!fields.has(tag)) fields.set(tag, bytes.subarray(at, at + length));
    at += length;
  }
  return good(fields);
}
