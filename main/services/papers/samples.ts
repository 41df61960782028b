import { crc32, deflateSync } from 'node:zlib';

// For tests only: documents made on the spot, with a mark inside if one is wanted.

/** A PDF of one page that says `text`. */
export function samplePdf(text: string): Buffer {
  const draw = `BT /F 24 Tf 72 720 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text_ = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text_.length;
    text_ += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(
    `${text_}xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${text_.length}\n%%EOF\n`,
  );
}

/** What every PNG begins with (PNG specification, 5.2). */
export const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG of `width` × `height`: the left half red, the rest blue; with `alpha`, the left half is see-through. */
export function samplePng(width: number, height: number, alpha = false): Buffer {
  const size = alpha ? 4 : 3;
  const raw = Buffer.alloc((width * size + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * size + 1) + 1 + x * size;
      const left = x < width / 2;
      raw[at] = left ? 255 : 0;
      raw[at + 2] = left ? 0 : 255;
      if (alpha) raw[at + 3] = left ? 0 : 255;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_START,
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(raw)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG: length, type, data, check (PNG specification, 5.3). `type`: four letters. */
export function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
