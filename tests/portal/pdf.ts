/** A PDF of A4 pages, all with these lines of plain Latin text; `link` makes the first line a link. Valid: poppler reads it without a word. */
export function makePdf(lines: readonly string[], link?: string, pages = 1): Buffer {
  const text = lines
    .map((line, at) => `BT /F1 ${at === 0 ? 18 : 12} Tf 60 ${770 - at * 26} Td (${quote(line)}) Tj ET`)
    .join('\n');
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>${link ? ' /Annots [6 0 R]' : ''} >>`;
  const more = Array.from({ length: pages - 1 }, () => page);
  const first = link ? 7 : 6;
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R ${more.map((_, at) => `${first + at} 0 R`).join(' ')}] /Count ${pages} >>`,
    page,
    `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...(link
      ? [`<< /Type /Annot /Subtype /Link /Rect [50 750 545 800] /Border [0 0 1] /A << /S /URI /URI (${quote(link)}) >> >>`]
      : []),
    ...more,
  ];
  const offsets: number[] = [];
  let file = '%PDF-1.4\n';
  for (const [at, part] of parts.entries()) {
    offsets.push(Buffer.byteLength(file, 'latin1'));
    file += `${at + 1} 0 obj\n${part}\nendobj\n`;
  }
  const start = Buffer.byteLength(file, 'latin1');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function quote(text: string): string {
  return text.replace(/[\\()]/g, (sign) => `\\${sign}`);
}
