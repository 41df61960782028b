import { createHash } from 'node:crypto';
import { APPLET_FACTS } from './applets.ts';
import type { Authority } from './authority.ts';
import { certify } from './holder.ts';
import type { CardKeys } from './keys.ts';
import type { Persona } from './people.ts';
import { makePhoto } from './photo.ts';
import { makeCertificates, makeCodes, makeDirectory, makeObjects, makePrivateKeys, makeTokenInfo } from './pkcs15.ts';

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
  codes: 'df005034',
  privateKeys: 'df005035',
  certificates: 'df005037',
  authentication: 'df005038',
  signature: 'df005039',
  issuer: 'df00503a',
  root: 'df00503b',
  register: 'df00503c',
  /** The chip's own public key (SubjectPublicKeyInfo; applet 1.8). */
  basicKey: 'df014040',
} as const;

const ADDRESS_SIZE = 117;

/**
 * Builds the files of one card as personalisation would: contents, hashes, register signatures, certificates of its keys, zero
 * padding. Without `keys`: a card with no certificate of its own.
 */
export function makeFiles(person: Persona, authority: Authority, keys: CardKeys | null = null): SimFiles {
  const facts = APPLET_FACTS[person.applet];
  const chip = createHash('sha256').update(JSON.stringify(person)).digest().subarray(0, 16);
  const photo = person.photo === 'none' ? Buffer.alloc(0) : makePhoto(person.shade, ...facts.photoSize);
  const photoHash = createHash(facts.photoHash).update(photo).digest();
  const basicKey = keys?.basic?.publicKey.export({ type: 'spki', format: 'der' });
  const texts = Object.entries(person.identity).map(([tag, text]) => [Number(tag), Buffer.from(text)] as [number, Buffer]);
  const fields: [tag: number, value: Uint8Array][] = [
    [0, Buffer.of(0, facts.structure)],
    [2, chip],
    ...texts,
    ...(photo.length > 0 ? [[0x11, photoHash] as [number, Buffer]] : []),
    ...(basicKey ? [[0x1a, createHash('sha384').update(basicKey).digest()] as [number, Buffer]] : []),
  ];
  const identity = tlv(fields.sort(([one], [other]) => one - other));
  const address = makeAddress(person.address);
  const ec = authority.signature === 'ecdsa-sha384';
  const identitySignature = padded(authority.sign(identity), ec ? 112 : 0);
  const addressSignature = padded(authority.sign(Buffer.concat([withoutTrail(address), identitySignature])), ec ? 112 : 0);
  const certificate = (der: Buffer | null) =>
    der ? Buffer.concat([der, Buffer.alloc(facts.trail)]) : Buffer.alloc(facts.noCertificate);
  const own = keys ? certify(person, authority, keys) : { issuer: null, authentication: null, signature: null, listed: [] };
  const listed = [
    ...own.listed.map(({ label, id, usage }) => ({
      label,
      id,
      path: usage === 'login' ? PATHS.authentication : PATHS.signature,
    })),
    ...(own.issuer ? [{ label: 'CA', id: 4, path: PATHS.issuer }] : []),
    { label: 'Root', id: 6, path: PATHS.root },
    { label: 'RN', id: 5, path: PATHS.register },
  ];
  return new Map<string, Buffer>([
    [PATHS.identity, identity],
    [PATHS.identitySignature, identitySignature],
    [PATHS.address, padded(address, ADDRESS_SIZE)],
    [PATHS.addressSignature, addressSignature],
    [PATHS.photo, photo],
    [PATHS.directory, makeDirectory()],
    [PATHS.objects, makeObjects()],
    [PATHS.token, makeTokenInfo(chip)],
    [PATHS.codes, makeCodes()],
    [PATHS.privateKeys, makePrivateKeys(own.listed)],
    [PATHS.certificates, makeCertificates(listed)],
    [PATHS.authentication, certificate(own.authentication)],
    [PATHS.signature, certificate(own.signature)],
    [PATHS.issuer, certificate(own.issuer)],
    [PATHS.root, certificate(authority.rootDer)],
    [PATHS.register, certificate(authority.registerDer)],
    ...(basicKey ? [[PATHS.basicKey, basicKey] as const] : []),
  ]);
}

/** Null: the register signed an empty file. Zeros: it is filled with them to its size. */
function makeAddress(address: Persona['address']): Buffer {
  if (!address) return Buffer.alloc(0);
  return tlv([[0, Buffer.of(0, 0)], ...address.map((text, i) => [i + 1, Buffer.from(text)] as const)]);
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
