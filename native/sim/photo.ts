/**
 * A small grey baseline JPEG (ITU T.81, Huffman, DC terms only): an invented silhouette, nobody's face.
 * `bytes` is the least length: a comment segment fills up to it, so that a read takes as long as a real photo's.
 */
export function makePhoto(shade: number, width = 140, height = 200, bytes = 3000): Buffer {
  const scan = drawing(shade, Math.ceil(width / 8), Math.ceil(height / 8));
  const head = [
    segment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    segment(0xdb, Buffer.concat([Buffer.of(0), Buffer.alloc(64, 8)])),
    segment(0xc0, Buffer.of(8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0)),
    segment(0xc4, Buffer.concat([Buffer.of(0x00), DC_LENGTHS, DC_VALUES])),
    // The AC table holds one word, end of block, code 0.
    segment(0xc4, Buffer.concat([Buffer.of(0x10, 1), Buffer.alloc(15), Buffer.of(0)])),
  ];
  const tail = [segment(0xda, Buffer.of(1, 1, 0x00, 0, 63, 0)), scan, Buffer.of(0xff, 0xd9)];
  const length = Buffer.concat([...head, ...tail]).length + 2;
  const filler = segment(0xfe, Buffer.alloc(Math.max(1, bytes - length - 4), 'simulated photo of nobody '));
  return Buffer.concat([Buffer.of(0xff, 0xd8), ...head, filler, ...tail]);
}

/** T.81 annex K, table K.3: code lengths and categories of luminance DC differences. */
const DC_LENGTHS = Buffer.of(0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
const DC_VALUES = Buffer.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
const DC_CODES = codes();

function codes(): [code: number, length: number][] {
  const out: [number, number][] = [];
  let code = 0;
  DC_LENGTHS.forEach((count, index) => {
    for (let i = 0; i < count; i++) out.push([code++, index + 1]);
    code <<= 1;
  });
  return out;
}

function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255), body]);
}

/** Head and shoulders in one grey on a lighter ground, one level a block. */
function drawing(shade: number, columns: number, rows: number): Buffer {
  const bits: number[] = [];
  const put = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  let last = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const across = (x + 0.5) / columns - 0.5;
      const down = (y + 0.5) / rows;
      const head = (across / 0.2) ** 2 + ((down - 0.38) / 0.22) ** 2 < 1;
      const shoulders = (across / 0.42) ** 2 + ((down - 1) / 0.34) ** 2 < 1;
      const level = head || shoulders ? shade : 60;
      const change = level - last;
      last = level;
      const size = change === 0 ? 0 : 32 - Math.clz32(Math.abs(change));
      const [code, length] = DC_CODES[size] ?? [0, 0];
      put(code, length);
      put(change < 0 ? change + (1 << size) - 1 : change, size);
      put(0, 1);
    }
  }
  while (bits.length % 8) bits.push(1);
  const out: number[] = [];
  for (let i = 0; i < bits.length; i += 8) {
    const byte = bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0);
    out.push(byte);
    if (byte === 0xff) out.push(0);
  }
  return Buffer.from(out);
}
