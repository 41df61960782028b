/** What Node and browsers both have, for the core, which may see neither's own types. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
