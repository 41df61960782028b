import { createHash } from 'node:crypto';

/** Width and height in pixels from the JPEG's frame header (ITU T.81, B.2.2); null if it is no JPEG. */
export function photoSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.length && view[at] === 0xff; ) {
    const marker = view[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xc2) return { height: view.readUInt16BE(at + 5), width: view.readUInt16BE(at + 7) };
    at += 2 + view.readUInt16BE(at + 2);
  }
  return null;
}

const HASHES: Record<number, string> = { 20: 'sha1', 32: 'sha256', 48: 'sha384' };

/** Whether a photo can be judged by this hash (tag 11): one of another length, or empty, says nothing about any photo. */
export function isPhotoHash(hash: Uint8Array | undefined): hash is Uint8Array {
  return hash !== undefined && HASHES[hash.length] !== undefined;
}

/** Whether the photo is the one the signed identity names; its length says which hash (tag 11). */
export function isPhotoOf(photo: Uint8Array, hash: Uint8Array | undefined): boolean {
  const name = hash && HASHES[hash.length];
  return (
    name !== undefined &&
    createHash(name)
      .update(photo)
      .digest()
      .equals(hash ?? new Uint8Array())
  );
}
