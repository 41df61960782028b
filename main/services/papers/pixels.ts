import { readFile } from 'node:fs/promises';
import type { PaperKind } from '../../core/papers/view.ts';
import { jpegPicture } from './print/jpeg.ts';

/**
 * How many pixels a picture has, by its own head: few bytes may stand for a picture that fills the memory of whoever draws it. 0 of
 * a PDF, which is drawn as large as the screen wants it. Null when the head makes no sense (PNG specification, 11.2.2; T.81, B.2.2).
 */
export async function pixelsOfFile(path: string, kind: PaperKind): Promise<number | null> {
  if (kind === 'pdf') return 0;
  const bytes = await readFile(path);
  if (kind === 'jpeg') {
    const picture = jpegPicture(bytes);
    return picture && picture.width * picture.height;
  }
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return bytes.readUInt32BE(16) * bytes.readUInt32BE(20) || null;
}
