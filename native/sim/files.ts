import { createHash } from 'node:crypto';
import type { Authority } from './authority.ts';
import type { Persona } from './people.ts';
import { makePhoto } from './photo.ts';
import { makeCertificates, makeDirectory, makeObjects, makeTokenInfo } from './pkcs15.ts';

/** Content of a card: path in hex below the master file -> bytes of the file. */
export type SimFiles = Map<string, Buffer>;

export const PATHS = {
  identity: 'df014031',
  identitySignature: 'df014032',
  address: 'df014033',
  addressSignature: 'df014034',
  photo: 'df014035',
  directory: '2f00',
  objects: 'df005031',
  token: 'df005032',
  certificates: 'df005037',
  root: 'df00503b',
  register: 'df00503c',
} as const;

const LISTED = [
  { label: 'Root', id: 6, path: PATHS.root },
  { label: 'RN', id: 5, path: PATHS.register },
];
const ADDRESS_SIZE = 117;

/** Builds the files of one card as personalisation would: contents, hashes, register signatures, zero padding. */
export function makeFiles(person: Persona, authority: Authority): SimFiles {
  const chip = createHash('sha256').update(JSON.stringify(person)).digest().subarray(0, 16);
  const photo = makePhoto(person.shade, ...(person.applet === '1.8' ? [150, 195] : [140, 200]));
  const photoHash = createHash(person.applet === '1.8' ? 'sha384' : 'sha256')
    .update(photo)
    .digest();
  const texts = Object.entries(person.identity).map(([tag, text]) => [Number(tag), Buffer.from(text)] as const);
  const identity = tlv([[0, Buffer.of(0, person.applet === '1.8' ? 4 : 3)], [2, chip], ...texts, [0x11, photoHash]]);
  const street = person.address ?? [];
  const address = person.address
    ? tlv([[0, Buffer.of(0, 0)], ...street.map((text, i) => [i + 1, Buffer.from(text)] as const)])
    : Buffer.alloc(0);
  const ec = authority.signature === 'ecdsa-sha384';
  const identitySignature = padded(authority.sign(identity), ec ? 112 : 0);
  const addressSignature = padded(authority.sign(Buffer.concat([withoutTrail(address), identitySignature])), ec ? 112 : 0);
  const trail = Buffer.alloc(person.applet === '1.8' ? 1100 : 50);
  return new Map([
    [PATHS.identity, identity],
    [PATHS.identitySignature, identitySignature],
    [PATHS.address, padded(address, ADDRESS_SIZE)],
    [PATHS.addressSignature, addressSignature],
    [PATHS.photo, photo],
    [PATHS.directory, makeDirectory()],
    [PATHS.objects, makeObjects()],
    [PATHS.token, makeTokenInfo(chip)],
    [PATHS.certificates, makeCertificates(LISTED)],
    [PATHS.root, Buffer.concat([authority.rootDer, trail])],
    [PATHS.register, Buffer.concat([authority.registerDer, trail])],
  ]);
}

/** Tag, length (255 and more as FF bytes that add up), value. */
export function tlv(fields: readonly (readonly [tag: number, value: Uint8Array])[]): Buffer {
  return Buffer.concat(
    fields.flatMap(([tag, value]) => {
      const full = Math.floor(value.length / 255);
      return [Buffer.of(tag), Buffer.alloc(full, 0xff), Buffer.of(value.length % 255), value];
    }),
  );
}

function padded(bytes: Buffer, size: number): Buffer {
  return bytes.length >= size ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)]);
}

function withoutTrail(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end--;
  return bytes.subarray(0, end);
}
