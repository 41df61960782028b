import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { samplePdf, samplePng } from '../samples.ts';
import { paperToPrint } from './paper-to-print.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'print-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a printer would put on the sheet, drawn by poppler: colour at a place, in parts of the page from its top left. */
function drawn(pdf: Uint8Array) {
  writeFileSync(join(folder, 'a.pdf'), pdf);
  const said = execFileSync('pdfinfo', [join(folder, 'a.pdf')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  execFileSync('pdftoppm', ['-r', '30', join(folder, 'a.pdf'), join(folder, 'a')]);
  const ppm = readFileSync(join(folder, 'a-1.ppm'));
  const [, width = 0, height = 0] = (/^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40)) ?? []).map(Number);
  const data = ppm.subarray(ppm.length - width * height * 3);
  return {
    size: /Page size:\s+([\d.]+) x ([\d.]+)/.exec(said)?.slice(1).map(Number),
    color: (x: number, y: number) => {
      const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
      const [r = 0, g = 0, b = 0] = data.subarray(at, at + 3);
      return r > 200 && g > 200 && b > 200
        ? 'white'
        : r > 150 && b < 100
          ? 'red'
          : b > 150 && r < 100
            ? 'blue'
            : `${r},${g},${b}`;
    },
  };
}
const toPdf = (kind: 'png' | 'jpeg', bytes: Uint8Array) => {
  const made = paperToPrint(kind, bytes);
  if (!made.ok) throw new Error(made.code);
  return drawn(made.value);
};
/** A JPEG of the sample, made by poppler from our own page. */
function sampleJpeg(): Buffer {
  const made = paperToPrint('png', samplePng(300, 200));
  if (!made.ok) throw new Error(made.code);
  writeFileSync(join(folder, 's.pdf'), made.value);
  execFileSync('pdftoppm', [
    '-jpeg',
    '-r',
    '40',
    '-x',
    '20',
    '-y',
    '20',
    '-W',
    '400',
    '-H',
    '280',
    join(folder, 's.pdf'),
    join(folder, 's'),
  ]);
  return readFileSync(join(folder, 's-1.jpg'));
}
/** Puts Exif with an orientation behind the first marker. */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from(`4d4d002a00000008000101120003000000010${orientation.toString(16)}000000000000`.padEnd(52, '0'), 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

it('a PDF goes to the printer as it is', () => {
  const pdf = samplePdf('x');
  expect(paperToPrint('pdf', pdf)).toEqual({ ok: true, value: pdf });
});

it('a wide picture lies on a wide A4 page, a high one stands on a high page, both whole', () => {
  const wide = toPdf('png', samplePng(300, 200));
  expect(wide.size).toEqual([841.89, 595.28]);
  expect([wide.color(0.25, 0.5), wide.color(0.75, 0.5), wide.color(0.01, 0.5)]).toEqual(['red', 'blue', 'white']);
  const high = toPdf('png', samplePng(20, 30));
  expect(high.size).toEqual([595.28, 841.89]);
  expect([high.color(0.25, 0.5), high.color(0.75, 0.5)]).toEqual(['red', 'blue']);
});

it('what is see-through shows the paper', () => {
  const page = toPdf('png', samplePng(300, 200, true));
  expect([page.color(0.25, 0.5), page.color(0.75, 0.5)]).toEqual(['white', 'blue']);
});

it.each([
  [1, ['red', 'blue'], 'across'],
  [2, ['blue', 'red'], 'across'],
  [3, ['blue', 'red'], 'across'],
  [4, ['red', 'blue'], 'across'],
  [5, ['red', 'blue'], 'down'],
  [6, ['red', 'blue'], 'down'],
  [7, ['blue', 'red'], 'down'],
  [8, ['blue', 'red'], 'down'],
] as const)('a photo that says it lies in way %i stands upright on the page', (orientation, colors, way) => {
  const page = toPdf('jpeg', turned(sampleJpeg(), orientation));
  const found =
    way === 'across' ? [page.color(0.25, 0.5), page.color(0.75, 0.5)] : [page.color(0.5, 0.25), page.color(0.5, 0.75)];
  expect(found).toEqual(colors);
});

it('a picture that would keep the counter busy for seconds is not decoded; one whose own stream fits is printed, however large', () => {
  const large = (alpha: boolean) => {
    const png = Buffer.from(samplePng(2, 2, alpha));
    png.writeUInt32BE(4_000, 16);
    png.writeUInt32BE(3_001, 20);
    return paperToPrint('png', png);
  };
  const inflate = vi.spyOn(zlib, 'inflateSync');
  syncBuiltinESMExports();
  try {
    expect(large(true)).toEqual({ ok: false, code: 'not-a-paper' });
    expect(inflate).not.toHaveBeenCalled();
    expect(paperToPrint('png', samplePng(2, 2, true)).ok).toBe(true);
    expect(inflate).toHaveBeenCalledOnce();
  } finally {
    inflate.mockRestore();
    syncBuiltinESMExports();
  }
  expect(large(false).ok).toBe(true);
});

it.each([
  ['png', samplePng(3, 3).subarray(0, 20)],
  ['png', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['jpeg', Buffer.from('ffd8ffe0', 'hex')],
  ['jpeg', Buffer.from('ffd8ffdaffff', 'hex')],
] as const)('a broken %s is said to be no document, and nothing is printed', (kind, bytes) => {
  expect(paperToPrint(kind, bytes)).toEqual({ ok: false, code: 'not-a-paper' });
});
