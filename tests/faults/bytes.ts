import fc from 'fast-check';
import { parseAddress } from '../../native/eid/address.ts';
import { open as openDer } from '../../native/eid/asn1.ts';
import { readCardData } from '../../native/eid/card-data.ts';
import { certificateParts, crlUrls, ocspUrls } from '../../native/eid/certificate.ts';
import { openChannel } from '../../native/eid/channel.ts';
import { readBirthDate, readDate } from '../../native/eid/dates.ts';
import { derLength, derTrimmed } from '../../native/eid/der.ts';
import { parseIdentity } from '../../native/eid/identity.ts';
import { isPhotoOf, photoSize } from '../../native/eid/photo.ts';
import { subjectOf } from '../../native/eid/revocation.ts';
import { judgeCrl } from '../../native/eid/revocation-crl.ts';
import { askOcsp, judgeOcsp } from '../../native/eid/revocation-ocsp.ts';
import { isAddressSigned, isSigned } from '../../native/eid/signature.ts';
import { readTlv } from '../../native/eid/tlv.ts';
import { anchors, followChain } from '../../native/eid/trust.ts';
import { good } from '../../native/outcome.ts';
import { parseFeatures } from '../../native/pcsc/features.ts';
import { makeAuthority } from '../../native/sim/authority.ts';
import { makeCard } from '../../native/sim/card.ts';
import { connectDirect } from '../../native/sim/direct.ts';
import { makeFiles, PATHS } from '../../native/sim/files.ts';
import { makeKeys } from '../../native/sim/keys.ts';
import { PEOPLE } from '../../native/sim/people.ts';

/** Code that is handed bytes of a card, and bytes it expects. */
interface Target {
  readonly name: string;
  readonly run: (bytes: Uint8Array) => unknown;
  /** What it is made for; cases are these with damage, and noise. */
  readonly expected: readonly Uint8Array[];
  /** How many of the cases it gets: cryptography is dear. */
  readonly share: number;
}

/** Every reader of bytes from a card. Keys are made anew each time: not the bytes of a case but its damage is repeatable by seed. */
export function targets(): readonly Target[] {
  const authority = makeAuthority({ signature: 'ecdsa-sha384' });
  const roots = anchors(authority.rootPem);
  const chain = followChain(authority.registerDer, roots);
  const people = [PEOPLE.joris, PEOPLE.longue, PEOPLE.amara, PEOPLE.karl, PEOPLE.nguyen];
  const cards = people.map((person) => makeFiles(person, authority, makeKeys('1.8')));
  const all = (path: string) => cards.map((files) => files.get(path) ?? Buffer.alloc(0));
  const dates = ['30 JUIL 1985', '02 JAN  1992', '15.MÄR.1960', '07.AOUT 1979', '   OKT  1955', '1979', '14.05.2034'];
  const texts = dates.map((text) => Buffer.from(text));
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  const certificates = [authority.registerDer, authority.rootDer, ...all(PATHS.authentication)];
  const [own = authority.registerDer] = all(PATHS.authentication);
  const subject = subjectOf(own, authority.citizens.der, roots);
  if (!subject) throw new Error('the certificate is not believed');
  const { request, nonce } = askOcsp(subject);
  const now = Date.parse('2026-11-22');
  const silent = openChannel(connectDirect(makeCard({ applet: '1.8', files: new Map() })));
  return [
    {
      name: 'certificate to ask about',
      run: (bytes) => subjectOf(bytes, authority.citizens.der, roots)?.serial,
      expected: all(PATHS.authentication),
      share: 1,
    },
    {
      name: 'OCSP answer',
      run: (bytes) => judgeOcsp(bytes, subject, nonce, now),
      expected: [request, ...certificates],
      share: 5,
    },
    { name: 'revocation list', run: (bytes) => judgeCrl(bytes, subject, now), expected: certificates, share: 5 },
    {
      name: 'features of a reader',
      run: parseFeatures,
      expected: [Buffer.from('0604420033120704420033' + '13', 'hex')],
      share: 5,
    },
    {
      name: 'card data',
      // A throw becomes a rejection that nobody handles, which ends the thread.
      run: (data) =>
        readCardData({ ...silent, send: async () => good({ data: Buffer.from(data), word: 0x9000 }) }, { tries: true }),
      expected: [Buffer.alloc(28, 0x17)],
      share: 5,
    },
    {
      name: 'address signature',
      run: (bytes) => chain.key && isAddressSigned(bytes, bytes.subarray(-104), bytes.subarray(0, 104), chain.key),
      expected: all(PATHS.address),
      share: 1,
    },
    { name: 'TLV', run: readTlv, expected: [...all(PATHS.identity), ...all(PATHS.address)], share: 20 },
    { name: 'identity', run: parseIdentity, expected: all(PATHS.identity), share: 15 },
    { name: 'address', run: parseAddress, expected: all(PATHS.address), share: 15 },
    { name: 'date', run: (bytes) => readDate(text(bytes)), expected: texts, share: 10 },
    { name: 'birth date', run: (bytes) => readBirthDate(text(bytes)), expected: texts, share: 10 },
    { name: 'photo', run: photoSize, expected: all(PATHS.photo), share: 10 },
    { name: 'photo hash', run: (bytes) => isPhotoOf(bytes, bytes.subarray(0, 48)), expected: all(PATHS.photo), share: 2 },
    {
      name: 'DER',
      run: (bytes) => [derLength(bytes), derTrimmed(bytes), elements(bytes)],
      expected: [...certificates, ...all(PATHS.codes), ...all(PATHS.privateKeys)],
      share: 15,
    },
    {
      name: 'certificate',
      run(bytes) {
        const parts = certificateParts(bytes);
        return parts && [parts.serial, ocspUrls(parts), crlUrls(parts)];
      },
      expected: certificates,
      share: 5,
    },
    { name: 'chain', run: (bytes) => followChain(bytes, roots).verdict, expected: certificates, share: 1 },
    {
      name: 'signature',
      run: (bytes) => chain.key && isSigned(Buffer.from('data'), bytes, chain.key),
      expected: all(PATHS.identitySignature),
      share: 1,
    },
  ];
}

/** Readers that break the promise, to see that it is seen. */
export type Plant = 'throws' | 'hangs' | 'heaps' | 'buffers' | 'grows';
const planted = (name: Plant, bad: () => unknown): Target => {
  return { name, run: (bytes) => (bytes.length === 7 ? bad() : null), expected: [Buffer.from('1234567')], share: 1 };
};
export const PLANTED: Record<Plant, Target> = {
  throws: planted('throws', () => {
    throw new RangeError('out of bounds');
  }),
  hangs: planted('hangs', () => {
    for (;;);
  }),
  heaps: planted('heaps', () => {
    const list: object[] = [];
    for (;;) list.push({ list });
  }),
  buffers: planted('buffers', () => Buffer.alloc(2 ** 29).length),
  grows: planted('grows', () => 'x'.repeat(100_000)),
};

/** All elements, and those inside them, four deep. */
function elements(bytes: Uint8Array, depth = 0): number {
  const cursor = openDer(bytes);
  let count = 0;
  for (let found = cursor.take(); found; found = cursor.take()) {
    count++;
    if (depth < 4 && found.tag & 0x20) count += elements(found.body, depth + 1);
  }
  return count;
}

/** Noise, or expected bytes with up to eight bytes changed, dropped or put in, cut anywhere, and something behind. */
export function damaged(expected: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({
    at: fc.nat(0xffff),
    drop: fc.nat(3),
    put: fc.uint8Array({ maxLength: 3 }),
  });
  const bent = fc
    .record({
      of: fc.constantFrom(...expected),
      edits: fc.array(edit, { maxLength: 8 }),
      cut: fc.option(fc.nat(0xffff)),
      tail: fc.uint8Array({ maxLength: 8 }),
    })
    .map(({ of, edits, cut, tail }) => {
      let bytes = Buffer.from(of);
      for (const { at, drop, put } of edits) {
        const here = at % (bytes.length + 1);
        bytes = Buffer.concat([bytes.subarray(0, here), put, bytes.subarray(here + drop)]);
      }
      return Buffer.concat([cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1)), tail]);
    });
  return fc.oneof({ weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) }, { weight: 3, arbitrary: bent });
}

/** Bytes and characters in what came out: must stay in proportion to what went in. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (value instanceof Uint8Array) return value.length;
  if (value instanceof Map) return sizeOf([...value.values()]);
  if (typeof value !== 'object' || value === null) return 8;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 16);
}
