/** Operations (RFC 8011 section 5.4.15) that we use. */
export const OPERATION = { printJob: 0x0002, cancelJob: 0x0008, getJob: 0x0009, getPrinter: 0x000b } as const;

/** Value tags (RFC 8010 section 3.5.2) that we write. */
const TAG = {
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;
const OPERATION_GROUP = 0x01;
const END = 0x03;

export interface IppAttribute {
  name: string;
  tag: keyof typeof TAG;
  value: string | number | boolean;
}

/** A request as bytes (RFC 8010 section 3.1), charset and language first as the standard wants; `document` follows it. */
export function encodeRequest(
  operation: number,
  attributes: readonly IppAttribute[],
  document: Uint8Array = new Uint8Array(),
): Buffer {
  const head = Buffer.alloc(9);
  head.writeUInt16BE(0x0200, 0); // IPP 2.0
  head.writeUInt16BE(operation, 2);
  head.writeUInt32BE(1, 4);
  head.writeUInt8(OPERATION_GROUP, 8);
  const first: IppAttribute[] = [
    { name: 'attributes-charset', tag: 'charset', value: 'utf-8' },
    { name: 'attributes-natural-language', tag: 'language', value: 'en' },
  ];
  return Buffer.concat([head, ...[...first, ...attributes].map(encodeAttribute), Buffer.of(END), document]);
}

function encodeAttribute({ name, tag, value }: IppAttribute): Buffer {
  return Buffer.concat([Buffer.of(TAG[tag]), lengthFirst(Buffer.from(name)), lengthFirst(encodeValue(value))]);
}

function encodeValue(value: IppAttribute['value']): Buffer {
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function lengthFirst(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

export interface IppResponse {
  /** Status code (RFC 8011 appendix B); below 0x0100 is success. */
  status: number;
  /** First value of every integer, enum and boolean attribute, by name. The rest is not ours to read. */
  values: Map<string, number>;
}

const ENUM = 0x23;
const HIGHEST_GROUP_TAG = 0x0f;

/** Reads a response. Throws a RangeError when the bytes end before they should. */
export function decodeResponse(bytes: Buffer): IppResponse {
  const values = new Map<string, number>();
  const status = bytes.readUInt16BE(2);
  let at = 8;
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === END) return { status, values };
    if (tag <= HIGHEST_GROUP_TAG) continue;
    const nameEnd = at + 2 + bytes.readUInt16BE(at);
    const name = bytes.toString('utf8', at + 2, nameEnd);
    const length = bytes.readUInt16BE(nameEnd);
    const value = nameEnd + 2;
    if ((tag === TAG.integer || tag === ENUM) && length === 4 && name !== '' && !values.has(name))
      values.set(name, bytes.readInt32BE(value));
    if (tag === TAG.boolean && length === 1 && name !== '' && !values.has(name)) values.set(name, bytes.readUInt8(value));
    at = value + length;
  }
}
