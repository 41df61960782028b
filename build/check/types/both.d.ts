/** What Node and browsers both have, for the core, which may see neither's own types. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

/** WHATWG URL: parsing addresses is the same everywhere, and no input or output. */
declare class URL {
  static canParse(address: string): boolean;
  constructor(address: string);
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
}
