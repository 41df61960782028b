import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { hex, sequence, tagged } from './der.ts';

/** How a simulated certificate is signed. */
export type SignatureName = 'rsa-sha1' | 'rsa-sha256' | 'ecdsa-sha384';

export interface CertificateOptions {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  issuerKey: KeyObject;
  signature: SignatureName;
  from: Date;
  until: Date;
  authority: boolean;
  /** Both when not said. */
  usage?: 'login' | 'signature';
  /** More extensions, whole (made by `extension`). */
  extensions?: readonly Buffer[];
}

/** OID bodies: RFC 8017 A.2.4, RFC 5758 3.2. */
const SIGNATURES: Record<SignatureName, { algorithm: Buffer; hash: string }> = {
  'rsa-sha1': { algorithm: hex('300d06092a864886f70d0101050500'), hash: 'sha1' },
  'rsa-sha256': { algorithm: hex('300d06092a864886f70d01010b0500'), hash: 'sha256' },
  'ecdsa-sha384': { algorithm: hex('300a06082a8648ce3d040303'), hash: 'sha384' },
};
const NAMES: Record<string, string> = {
  ...{ CN: '550403', SN: '550404', serialNumber: '550405' },
  ...{ C: '550406', O: '55040a', GN: '55042a' },
};

/** An X.509 v3 certificate in DER (RFC 5280, 4.1): what the certificates of an eID carry at least. Names like `CN=x, C=BE`. */
export function makeCertificate(options: CertificateOptions): Buffer {
  const { algorithm, hash } = SIGNATURES[options.signature];
  const flag = options.authority ? sequence(boolean(true)) : sequence();
  // keyCertSign + cRLSign; digitalSignature; nonRepudiation; or the last two.
  const usages = { login: '03020780', signature: '03020640', both: '030206c0' };
  const usage = hex(options.authority ? '03020106' : usages[options.usage ?? 'both']);
  const body = sequence(
    tagged(0xa0, hex('020102')),
    tagged(0x02, Buffer.concat([Buffer.of(0x40), randomBytes(8)])),
    algorithm,
    name(options.issuer),
    sequence(time(options.from), time(options.until)),
    name(options.subject),
    options.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension('551d13', flag), extension('551d0f', usage), ...(options.extensions ?? []))),
  );
  return sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.of(0), sign(hash, body, options.issuerKey)])));
}

/** Signs data the way the register does with a key of that kind; ECDSA comes out in DER. */
export function signLike(signature: SignatureName, data: Uint8Array, key: KeyObject): Buffer {
  return sign(SIGNATURES[signature].hash, data, key);
}

export function toPem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.of(value ? 0xff : 0));
}

/** One extension; `oid` is the body of the OID in hex, `value` its DER. */
export function extension(oid: string, value: Uint8Array, critical = true): Buffer {
  return sequence(tagged(0x06, hex(oid)), ...(critical ? [boolean(true)] : []), tagged(0x04, value));
}

/** Each part a set of one; country and number PrintableString, the rest UTF8String. */
function name(text: string): Buffer {
  const parts = text.split(', ').map((part) => {
    const [key = '', value = ''] = part.split('=');
    const string = tagged(key === 'C' || key === 'serialNumber' ? 0x13 : 0x0c, Buffer.from(value));
    return tagged(0x31, sequence(tagged(0x06, hex(NAMES[key] ?? '')), string));
  });
  return sequence(...parts.reverse());
}

/** UTCTime until 2049, GeneralizedTime from then on (RFC 5280, 4.1.2.5). */
function time(date: Date): Buffer {
  const text = `${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`;
  return date.getUTCFullYear() < 2050 ? tagged(0x17, Buffer.from(text.slice(2))) : tagged(0x18, Buffer.from(text));
}
