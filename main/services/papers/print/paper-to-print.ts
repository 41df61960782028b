import { done, mishap, type Result } from '../../../core/mishap.ts';
import type { PaperKind } from '../../../core/papers/view.ts';
import { jpegPicture } from './jpeg.ts';
import type { Picture } from './picture.ts';
import { pngPicture } from './png.ts';

/** A document as a PDF for the printer: a PDF as it is, a picture upright on one A4 page. `not-a-paper`: it is broken. */
export function paperToPrint(kind: PaperKind, bytes: Uint8Array): Result<Uint8Array> {
  if (kind === 'pdf') return done(bytes);
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const picture = kind === 'jpeg' ? jpegPicture(whole) : pngPicture(whole);
  return picture ? done(onePage(picture)) : mishap('not-a-paper');
}

/** A4 in points, and a margin that every printer can keep. */
const [SHORT, LONG, MARGIN] = [595.28, 841.89, 24];

function onePage(picture: Picture): Buffer {
  const lying = picture.orientation >= 5;
  const [wide, high] = lying ? [picture.height, picture.width] : [picture.width, picture.height];
  const [pageWidth, pageHeight] = wide > high ? [LONG, SHORT] : [SHORT, LONG];
  const scale = Math.min((pageWidth - 2 * MARGIN) / wide, (pageHeight - 2 * MARGIN) / high);
  const [w, h] = [wide * scale, high * scale];
  const [x, y] = [(pageWidth - w) / 2, (pageHeight - h) / 2];
  const draw = `q ${matrix(picture.orientation, x, y, w, h).map(number).join(' ')} cm /I Do Q`;
  const image = `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height}`;
  return pdf([
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>`,
    ],
    ['<<', Buffer.from(draw)],
    [`<< ${image} ${picture.dictionary}${picture.alpha ? ' /SMask 6 0 R' : ''}`, picture.data],
    ...(picture.alpha
      ? [[`<< ${image} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`, picture.alpha] as const]
      : []),
  ]);
}

const number = (value: number) => String(Math.round(value * 100) / 100);

/** From the unit square of an image (ISO 32000-1, 8.9.5.1) to its upright place, by Orientation (TIFF 6.0, page 36). */
function matrix(orientation: number, x: number, y: number, w: number, h: number): number[] {
  switch (orientation) {
    case 2:
      return [-w, 0, 0, h, x + w, y];
    case 3:
      return [-w, 0, 0, -h, x + w, y + h];
    case 4:
      return [w, 0, 0, -h, x, y + h];
    case 5:
      return [0, -h, -w, 0, x + w, y + h];
    case 6:
      return [0, -h, w, 0, x, y + h];
    case 7:
      return [0, h, w, 0, x, y];
    case 8:
      return [0, h, -w, 0, x + w, y];
    default:
      return [w, 0, 0, h, x, y];
  }
}

/** The smallest PDF of these objects, in order (ISO 32000-1, 7.5); one with a stream ends its dictionary open. */
function pdf(objects: readonly (readonly [string, Buffer?])[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places: number[] = [];
  let at = parts[0]?.length ?? 0;
  const add = (...pieces: Buffer[]) => {
    for (const piece of pieces) at += piece.length;
    parts.push(...pieces);
  };
  for (const [index, [head, stream]] of objects.entries()) {
    places.push(at);
    const open = `${index + 1} 0 obj\n${head}`;
    if (stream) add(Buffer.from(`${open} /Length ${stream.length} >>\nstream\n`), stream, Buffer.from('\nendstream\nendobj\n'));
    else add(Buffer.from(`${open}\nendobj\n`));
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  add(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
