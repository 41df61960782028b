import type { Picture } from './picture.ts';

/** Start-of-frame markers (T.81, table B.1): C0 to CF without DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
const SPACES: Record<number, string> = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' };

/** A JPEG goes into a PDF as it is (ISO 32000-1, 7.4.8). Null when its headers make no sense. */
export function jpegPicture(bytes: Buffer): Picture | null {
  let orientation = 1;
  let adobe = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a fill byte
      continue;
    }
    const length = bytes.readUInt16BE(at + 2);
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || marker === 0xda || marker === 0xd9) return null;
    if (marker === 0xe1) orientation = exifOrientation(body) ?? orientation;
    if (marker === 0xee) adobe = body.toString('latin1', 0, 5) === 'Adobe';
    if (isFrame(marker)) {
      if (body.length < 6) return null;
      const [height, width, components] = [body.readUInt16BE(1), body.readUInt16BE(3), body.readUInt8(5)];
      const space = SPACES[components];
      if (!space || width === 0 || height === 0) return null;
      // Adobe writes CMYK upside down.
      const decode = components === 4 && adobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
      const dictionary = `/ColorSpace ${space} /BitsPerComponent ${body.readUInt8(0)} /Filter /DCTDecode${decode}`;
      return { width, height, orientation, dictionary, data: bytes, alpha: null };
    }
    at += 2 + length;
  }
  return null;
}

/** Exif 2.3, 4.6: a TIFF header, then the entries of its first directory; 0x0112 is the orientation. */
function exifOrientation(body: Buffer): number | null {
  if (body.toString('latin1', 0, 6) !== 'Exif\0\0') return null;
  const tiff = body.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  try {
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let entry = 0; entry < short(directory); entry++) {
      const at = directory + 2 + entry * 12;
      if (short(at) !== 0x0112) continue;
      const value = short(at + 8);
      return value >= 1 && value <= 8 ? value : null;
    }
  } catch {
    // A directory that points outside of itself.
  }
  return null;
}
