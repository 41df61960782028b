/** Command APDUs of the Belgian eID (public reference manual of applet 1.8, chapter 6; same in 1.7). */

/** AID of the eID applet. */
const APPLET = Buffer.from('a00000003029057000ad13100101ff', 'hex');

export const SELECT_APPLET = Buffer.concat([Buffer.of(0x00, 0xa4, 0x04, 0x0c, APPLET.length), APPLET]);

/** Selects a file by its absolute path (pairs of bytes from 3F00 on) in one command. */
export function selectPath(path: string): Buffer {
  const bytes = Buffer.from(path, 'hex');
  return Buffer.concat([Buffer.of(0x00, 0xa4, 0x08, 0x0c, bytes.length), bytes]);
}

/** Selects one file or folder by its two-byte id, below the current folder. */
export function selectId(id: string): Buffer {
  return Buffer.concat([Buffer.of(0x00, 0xa4, 0x02, 0x0c, 2), Buffer.from(id, 'hex')]);
}

/** Reads `length` (1..256) bytes at `offset` (0..32767) of the selected file. */
export function readBinary(offset: number, length: number): Buffer {
  return Buffer.of(0x00, 0xb0, offset >> 8, offset & 0xff, length & 0xff);
}

/** Asks for an answer that waits in the card (T=0, after 61xx). */
export function getResponse(length: number): Buffer {
  return Buffer.of(0x00, 0xc0, 0x00, 0x00, length);
}

/** The same command with another expected length (T=0, after 6Cxx). */
export function withLength(command: Uint8Array, length: number): Buffer {
  const again = Buffer.from(command);
  again[4] = length;
  return again;
}
