import { BOOLEAN, bitsOf, type Cursor, type Der, INTEGER, OCTET_STRING, OID, oidOf, open, openOne, SEQUENCE } from './asn1.ts';

/** What Node's own certificate does not tell: names and numbers as their bytes (RFC 5280, 4.1). */
export interface CertificateParts {
  /** The INTEGER's body. */
  readonly serial: Uint8Array;
  /** Distinguished names, whole. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** The key's bits, without algorithm: what an OCSP key hash covers. */
  readonly keyBits: Uint8Array;
  readonly extensions: readonly Extension[];
}

export interface Extension {
  /** Body of the OID in hex. */
  readonly id: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** authorityInfoAccess 1.3.6.1.5.5.7.1.1, its method id-ad-ocsp …48.1, cRLDistributionPoints 2.5.29.31. */
const INFO_ACCESS = '2b06010505070101';
const BY_OCSP = '2b06010505073001';
const CRL_POINTS = '551d1f';
/** GeneralName: uniformResourceIdentifier. */
const URI = 0x86;

/** Takes a certificate in DER apart, or null. Says nothing of who signed it. */
export function certificateParts(der: Uint8Array): CertificateParts | null {
  const body = openOne(der, SEQUENCE)?.take(SEQUENCE);
  if (!body) return null;
  const tbs = open(body.body);
  tbs.take(0xa0);
  const serial = tbs.take(INTEGER);
  tbs.take(SEQUENCE);
  const issuer = tbs.take(SEQUENCE);
  tbs.take(SEQUENCE);
  const subject = tbs.take(SEQUENCE);
  const key = tbs.take(SEQUENCE);
  if (!serial || !issuer || !subject || !key) return null;
  const spki = open(key.body);
  spki.take(SEQUENCE);
  const keyBits = bitsOf(spki.take());
  tbs.take(0x81);
  tbs.take(0x82);
  const extensions = readExtensions(tbs.take(0xa3));
  if (!keyBits || !extensions) return null;
  return { serial: serial.body, issuer: issuer.whole, subject: subject.whole, keyBits, extensions };
}

/** The extensions inside an explicit tag (of a certificate, a list, an OCSP answer); none when there is no tag; null: no DER. */
export function readExtensions(tagged: Der | null): Extension[] | null {
  if (!tagged) return [];
  const list = openOne(tagged.body, SEQUENCE);
  if (!list) return null;
  const found: Extension[] = [];
  while (!list.done) {
    const one = list.take(SEQUENCE);
    if (!one) return null;
    const parts = open(one.body);
    const id = oidOf(parts.take(OID));
    const critical = parts.take(BOOLEAN)?.body[0] === 0xff;
    const value = parts.take(OCTET_STRING);
    if (!id || !value) return null;
    found.push({ id, critical, value: value.body });
  }
  return found;
}

/** Where the certificate says that its state can be asked: OCSP responders. */
export function ocspUrls({ extensions }: CertificateParts): string[] {
  const value = extensions.find(({ id }) => id === INFO_ACCESS)?.value;
  return each(value && openOne(value, SEQUENCE)).flatMap((access) => {
    const parts = open(access.body);
    return oidOf(parts.take(OID)) === BY_OCSP ? uris(parts) : [];
  });
}

/** Where the certificate says that the list of revoked ones lies. */
export function crlUrls({ extensions }: CertificateParts): string[] {
  const value = extensions.find(({ id }) => id === CRL_POINTS)?.value;
  return each(value && openOne(value, SEQUENCE)).flatMap((point) => {
    const name = open(point.body).take(0xa0);
    const full = name && open(name.body).take(0xa0);
    return full ? uris(open(full.body)) : [];
  });
}

function uris(names: Cursor): string[] {
  return each(names)
    .filter(({ tag }) => tag === URI)
    .map(({ body }) => Buffer.from(body).toString('latin1'));
}

/** A certificate lists a handful; more is no certificate of ours. */
const MOST = 16;

function each(cursor: Cursor | null | undefined): Der[] {
  const found: Der[] = [];
  for (let next = cursor?.take(); next && found.length < MOST; next = cursor?.take()) found.push(next);
  return found;
}
