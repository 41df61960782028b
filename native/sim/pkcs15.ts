import { hex, sequence, tagged } from './der.ts';

/** Application folder as other programs look for it: EF(DIR), ISO 7816-4 application template. */
export function makeDirectory(): Buffer {
  return tagged(
    0x61,
    tagged(0x4f, hex('a000000177504b43532d3135')),
    tagged(0x50, Buffer.from('BELPIC')),
    tagged(0x51, hex('3f00df00')),
  );
}

/** EF(ODF), PKCS#15 v1.1, 6.3: private keys are listed in 5035, certificates in 5037, codes in 5034. */
export function makeObjects(): Buffer {
  const list = (tag: number, path: string) => tagged(tag, sequence(tagged(0x04, hex(path))));
  return Buffer.concat([list(0xa0, '3f00df005035'), list(0xa4, '3f00df005037'), list(0xa8, '3f00df005034')]);
}

/** EF(TokenInfo), PKCS#15 v1.1, 6.9: version, serial, label, flags "makes random numbers, complies with the eID profile". */
export function makeTokenInfo(serial: Uint8Array): Buffer {
  return sequence(hex('020100'), tagged(0x04, serial), tagged(0x80, Buffer.from('BELPIC')), hex('03020430'));
}

/** EF(CDF), PKCS#15 v1.1, 6.6: each certificate by label, id and path. */
export function makeCertificates(entries: readonly { label: string; id: number; path: string }[]): Buffer {
  const one = ({ label, id, path }: { label: string; id: number; path: string }) =>
    sequence(
      sequence(tagged(0x0c, Buffer.from(label))),
      sequence(tagged(0x04, Buffer.of(id))),
      tagged(0xa1, sequence(sequence(tagged(0x04, hex(`3f00${path}`))))),
    );
  return Buffer.concat(entries.map(one));
}

/** EF(AODF), PKCS#15 v1.1, 6.9.1: one code, number 1, 4 to 12 digits in BCD, 8 bytes filled with FF. */
export function makeCodes(): Buffer {
  const attributes = sequence(
    // Initialised, needs padding.
    hex('0302020c'),
    ...['0a0100', '020104', '020108', '02010c', '800101', '0401ff'].map(hex),
    sequence(tagged(0x04, hex('3f00'))),
  );
  return sequence(
    sequence(tagged(0x0c, Buffer.from('Basic PIN')), hex('03020640')),
    sequence(tagged(0x04, Buffer.of(1))),
    tagged(0xa1, attributes),
  );
}

export interface KeyEntry {
  readonly label: string;
  readonly id: number;
  /** The card's number of the key: 82, 83. */
  readonly reference: number;
  readonly usage: 'login' | 'signature';
  /** Modulus length in bits, or null for an elliptic key. */
  readonly bits: number | null;
}

/** EF(PrKDF), PKCS#15 v1.1, 6.4: each key by label, id, use and number, behind code 1. */
export function makePrivateKeys(entries: readonly KeyEntry[]): Buffer {
  const one = ({ label, id, reference, usage, bits }: KeyEntry) => {
    const consent = usage === 'signature' ? [hex('020101')] : [];
    const path = sequence(tagged(0x04, hex('3f00df00')));
    const size = bits === null ? [] : [tagged(0x02, Buffer.of(bits >> 8, bits & 0xff))];
    const parts = [
      sequence(tagged(0x0c, Buffer.from(label)), hex('03020780'), tagged(0x04, Buffer.of(1)), ...consent),
      // sign, or nonRepudiation; sensitive, always sensitive, never extractable, local.
      sequence(
        tagged(0x04, Buffer.of(id)),
        hex(usage === 'login' ? '03020520' : '0303060040'),
        hex('030203b8'),
        tagged(0x02, Buffer.of(0, reference)),
      ),
      tagged(0xa1, sequence(path, ...size)),
    ];
    return bits === null ? tagged(0xa0, ...parts) : sequence(...parts);
  };
  return Buffer.concat(entries.map(one));
}
