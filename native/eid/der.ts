/** Whole length in bytes of the DER SEQUENCE that starts here (X.690, 8.1.3), or null if none starts here. */
export function derLength(bytes: Uint8Array): number | null {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30 || bytes.length < 2) return null;
  if (first < 0x80) return 2 + first;
  const count = first & 0x7f;
  if (count < 1 || count > 2 || bytes.length < 2 + count) return null;
  let length = 0;
  for (const byte of bytes.subarray(2, 2 + count)) length = length * 256 + byte;
  return 2 + count + length;
}

/** The DER SEQUENCE at the start without the padding behind it, or null if it is not there whole. */
export function derTrimmed(bytes: Uint8Array): Uint8Array | null {
  const length = derLength(bytes);
  return length === null || length > bytes.length ? null : bytes.subarray(0, length);
}
