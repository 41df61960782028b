import { deflateSync, inflateSync } from 'node:zlib';
import type { Picture } from './picture.ts';

/** Channels by colour type (PNG specification, 11.2.2). */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Pixels of an A3 page at 600 dots per inch: nothing at a counter is larger. */
const MOST_PIXELS = 70_000_000;
/** Pixels that are decoded here, in the one process that everything waits for: more take seconds. A screen has 8 million. */
const MOST_DECODED = 12_000_000;
/** Start and step of the passes of an interlaced picture (PNG specification, 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

interface Header {
  width: number;
  height: number;
  depth: number;
  type: number;
  interlaced: boolean;
  palette: Buffer | null;
  /** tRNS: what is see-through, for types without alpha. */
  clear: Buffer | null;
  data: Buffer;
}

/**
 * A PNG as a PDF holds it. Without alpha and interlacing its own stream fits (ISO 32000-1, 7.4.4.4: predictor 15); else it is
 * decoded and its alpha put apart. Null when it is broken, interlaced with less than 8 bits, or too large to be decoded.
 */
export function pngPicture(bytes: Buffer): Picture | null {
  try {
    const png = read(bytes);
    if (!png) return null;
    const { width, height, depth, type } = png;
    const channels = CHANNELS[type] ?? 0;
    if (channels === 0 || width === 0 || height === 0 || width * height > MOST_PIXELS) return null;
    const base = { width, height, orientation: 1 };
    if (!png.interlaced && type < 4) {
      const parms = `/DecodeParms << /Predictor 15 /Colors ${channels} /BitsPerComponent ${depth} /Columns ${width} >>`;
      const dictionary = `/ColorSpace ${space(png)} /BitsPerComponent ${depth} /Filter /FlateDecode ${parms}${mask(png)}`;
      return { ...base, dictionary, data: png.data, alpha: null };
    }
    if (depth < 8 || width * height > MOST_DECODED) return null;
    const pixels = decode(png, channels);
    const alphaAt = type >= 4 ? channels - 1 : -1;
    const color = Buffer.alloc(width * height * (type >= 4 ? channels - 1 : channels));
    const alpha = alphaAt < 0 ? null : Buffer.alloc(width * height);
    let at = 0;
    for (let i = 0; i < pixels.length; i++) {
      const value = pixels[i] ?? 0;
      if (i % channels === alphaAt) alpha?.writeUInt8(value, (i - alphaAt) / channels);
      else color[at++] = value;
    }
    return {
      ...base,
      dictionary: `/ColorSpace ${space(png)} /BitsPerComponent 8 /Filter /FlateDecode${mask({ ...png, depth: 8 })}`,
      data: deflateSync(color),
      alpha: alpha && deflateSync(alpha),
    };
  } catch {
    return null;
  }
}

/** Chunks up to the end: length, type, data, check sum (PNG specification, 5.3). */
function read(bytes: Buffer): Header | null {
  let header: Omit<Header, 'palette' | 'clear' | 'data'> | null = null;
  let palette: Buffer | null = null;
  let clear: Buffer | null = null;
  const data: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR')
      header = {
        width: body.readUInt32BE(0),
        height: body.readUInt32BE(4),
        depth: body.readUInt8(8),
        type: body.readUInt8(9),
        interlaced: body.readUInt8(12) === 1,
      };
    if (type === 'PLTE') palette = body;
    if (type === 'tRNS') clear = body;
    if (type === 'IDAT') data.push(body);
    if (type === 'IEND') break;
    at += 12 + length;
  }
  return header && (header.type !== 3 || palette) ? { ...header, palette, clear, data: Buffer.concat(data) } : null;
}

function space({ type, palette }: Header): string {
  if (type === 3 && palette) return `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]`;
  return type === 0 || type === 4 ? '/DeviceGray' : '/DeviceRGB';
}

/** One colour that is see-through (ISO 32000-1, 8.9.6.4); of a palette the first entry that is wholly so. */
function mask({ type, clear, depth }: Header): string {
  if (!clear || type >= 4) return '';
  const entry = clear.indexOf(0);
  if (type === 3) return entry < 0 ? '' : ` /Mask [${entry} ${entry}]`;
  const most = 2 ** depth - 1;
  const values = Array.from({ length: clear.length / 2 }, (_, i) => clear.readUInt16BE(i * 2) & most);
  return ` /Mask [${values.flatMap((value) => [value, value]).join(' ')}]`;
}

/** All pixels, 8 bits a channel (of 16 the higher 8). Throws when the stream is too short. */
function decode({ width, height, depth, interlaced, data }: Header, channels: number): Buffer {
  const wide = depth / 8;
  const size = channels * wide;
  const out = Buffer.alloc(width * height * channels);
  const raw = inflateSync(data, { maxOutputLength: (width * size + 16) * height * 2 + 1024 });
  let at = 0;
  for (const [x0, y0, dx, dy] of interlaced ? PASSES : ([[0, 0, 1, 1]] as const)) {
    const [columns, rows] = [Math.ceil((width - x0) / dx), Math.ceil((height - y0) / dy)];
    if (columns <= 0 || rows <= 0) continue;
    let above: Buffer = Buffer.alloc(columns * size);
    for (let row = 0; row < rows; row++) {
      const line = unfilter(raw.readUInt8(at), raw.subarray(at + 1, at + 1 + columns * size), above, size);
      if (line.length < columns * size) throw new Error('too short');
      at += 1 + columns * size;
      above = line;
      for (let column = 0; column < columns; column++)
        for (let channel = 0; channel < channels; channel++)
          out[((y0 + row * dy) * width + x0 + column * dx) * channels + channel] = line[column * size + channel * wide] ?? 0;
    }
  }
  return out;
}

/** PNG specification, 9.2. `size`: bytes of one pixel. */
function unfilter(filter: number, line: Buffer, above: Buffer, size: number): Buffer {
  const out = Buffer.from(line);
  for (let i = 0; i < out.length; i++) {
    const left = i >= size ? (out[i - size] ?? 0) : 0;
    const up = above[i] ?? 0;
    const corner = i >= size ? (above[i - size] ?? 0) : 0;
    const add =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : filter === 4 ? paeth(left, up, corner) : 0;
    out[i] = ((out[i] ?? 0) + add) & 255;
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
