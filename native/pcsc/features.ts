/** Numbers of the features that concern codes (PC/SC part 10, 2.3). */
export const FEATURE = { verifyPinDirect: 0x06, modifyPinDirect: 0x07 } as const;

/** The reader's list of features (PC/SC part 10, 2.2): tag, length 4, control code with its highest byte first. Anything else is left out. */
export function parseFeatures(list: Uint8Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const bytes = Buffer.from(list.buffer, list.byteOffset, list.length);
  for (let at = 0; at + 2 <= bytes.length; at += 2 + bytes.readUInt8(at + 1)) {
    if (bytes.readUInt8(at + 1) === 4 && at + 6 <= bytes.length) found.set(bytes.readUInt8(at), bytes.readUInt32BE(at + 2));
  }
  return found;
}
