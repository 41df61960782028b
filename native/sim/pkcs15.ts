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

/** EF(ODF), PKCS#15 v1.1, 6.3: certificates are listed in 5037. */
export function makeObjects(): Buffer {
  return tagged(0xa4, sequence(tagged(0x04, hex('3f00df005037'))));
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
