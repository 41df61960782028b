import { deflateSync } from 'node:zlib';
import { PNG_START, pngChunk } from '../../main/services/papers/samples.ts';

/** Pixels as Electron's nativeImage gives them: blue, green, red, alpha, from the top left. */
export interface Bitmap {
  width: number;
  height: number;
  bytes: Buffer;
}

const MOST = 256;

/**
 * A PNG with a palette of at most 256 colours (PNG specification, colour type 3). Our screens are flat areas and letters:
 * that is a third of the bytes of true colour, and letters stay as sharp as they are.
 */
export function smallPng({ width, height, bytes }: Bitmap): Buffer {
  const counts = new Map<number, number>();
  for (let at = 0; at < bytes.length; at += 4) {
    const colour = bytes.readUIntBE(at, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = choose(counts);
  const place = new Map<number, number>();
  for (const colour of counts.keys()) place.set(colour, nearest(colour, palette));

  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = place.get(bytes.readUIntBE((y * width + x) * 4, 3)) ?? 0;

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour & 0xff, (colour >> 8) & 0xff, colour >> 16]));
  return Buffer.concat([
    PNG_START,
    pngChunk('IHDR', header),
    pngChunk('PLTE', colours),
    pngChunk('IDAT', deflateSync(rows, { level: 9 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The colours seen most, none closer to another than it takes to have few enough. */
function choose(counts: ReadonlyMap<number, number>): number[] {
  const often = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  for (let apart = 0; ; apart += 1) {
    const palette: number[] = [];
    for (const colour of often) {
      if (palette.length > MOST) break;
      if (apart === 0 || palette.every((other) => distance(colour, other) > apart * apart)) palette.push(colour);
    }
    if (palette.length <= MOST) return palette;
  }
}

function nearest(colour: number, palette: readonly number[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [at, other] of palette.entries()) {
    const far = distance(colour, other);
    if (far < least) [best, least] = [at, far];
    if (far === 0) break;
  }
  return best;
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [(a & 0xff) - (b & 0xff), ((a >> 8) & 0xff) - ((b >> 8) & 0xff), (a >> 16) - (b >> 16)];
  return red * red + green * green + blue * blue;
}
