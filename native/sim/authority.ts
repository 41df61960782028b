import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { extension, makeCertificate, type SignatureName, signLike, toPem } from './certificate.ts';
import { tagged } from './der.ts';

/** An invented root, the register key and the authorities under it, made at run time: no private key lies in the repository. */
export interface Authority {
  readonly signature: SignatureName;
  readonly rootPem: string;
  readonly rootDer: Buffer;
  /** The register's certificate (EF 503C), signed directly by the root. */
  readonly registerDer: Buffer;
  /** Signs as the register does. */
  sign(data: Uint8Array): Buffer;
  /** Those who certify the keys of citizens' and foreigners' cards (EF 503A). Made when first asked for. */
  readonly citizens: Issuer;
  readonly foreigners: Issuer;
}

/** An authority under the root that issues certificates for cards. */
export interface Issuer {
  readonly der: Buffer;
  /** For OpenSSL, which answers and makes lists in its name. */
  readonly privateKey: KeyObject;
  sign(data: Uint8Array): Buffer;
  issue(holder: Holder): Buffer;
}

export interface Holder {
  /** Like `serialNumber=…, GN=…, SN=…, CN=…, C=BE`. */
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly usage: 'login' | 'signature';
  readonly from: Date;
  readonly until: Date;
  readonly extensions?: readonly Buffer[];
}

export interface AuthorityOptions {
  signature: SignatureName;
  /** First and last moment of the register's certificate; 2010 to 2039 by default. */
  from?: Date;
  until?: Date;
}

const FROM = new Date('2010-01-01T00:00:00Z');
const UNTIL = new Date('2039-12-31T00:00:00Z');

/** Makes a root and a register certificate. About 0.2 s for RSA 2048, 10 ms for P-384. */
export function makeAuthority({ signature, from = FROM, until = UNTIL }: AuthorityOptions): Authority {
  const pair = () =>
    signature === 'ecdsa-sha384'
      ? generateKeyPairSync('ec', { namedCurve: 'P-384' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const root = pair();
  const register = pair();
  const issuer = 'CN=Simulated Root (no real card), C=BE';
  const byRoot = { issuer, issuerKey: root.privateKey, signature };
  const rootDer = makeCertificate({
    ...byRoot,
    ...{ subject: issuer, publicKey: root.publicKey, from: FROM, until: new Date('2040-12-31T00:00:00Z'), authority: true },
  });
  const registerDer = makeCertificate({
    ...byRoot,
    ...{ subject: 'CN=RRN, O=RRN, C=BE', publicKey: register.publicKey, from, until, authority: false },
    // As long as real ones, 1.2 or 0.6 kB, so that a read takes as long.
    extensions: [comment(signature === 'ecdsa-sha384' ? 190 : 430)],
  });
  const makeIssuer = (subject: string): Issuer => {
    const { publicKey, privateKey } = pair();
    const byIssuer = { issuer: subject, issuerKey: privateKey, signature, authority: false };
    return {
      der: makeCertificate({ ...byRoot, ...{ subject, publicKey, from: FROM, until: UNTIL, authority: true } }),
      privateKey,
      sign: (data) => signLike(signature, data, privateKey),
      issue: (holder) => makeCertificate({ ...byIssuer, ...holder }),
    };
  };
  let citizens: Issuer | null = null;
  let foreigners: Issuer | null = null;
  return {
    signature,
    rootPem: toPem(rootDer),
    rootDer,
    registerDer,
    sign: (data) => signLike(signature, data, register.privateKey),
    get citizens() {
      citizens ??= makeIssuer('serialNumber=202001, CN=Simulated Citizen CA, C=BE');
      return citizens;
    },
    get foreigners() {
      foreigners ??= makeIssuer('serialNumber=202002, CN=Simulated Foreigner CA, C=BE');
      return foreigners;
    },
  };
}

/** Netscape's comment: text that means nothing to a chain. */
function comment(bytes: number): Buffer {
  return extension('6086480186f842010d', tagged(0x16, Buffer.alloc(bytes, 'simulated register of nobody ')), false);
}
