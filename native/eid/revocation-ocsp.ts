import { randomBytes, X509Certificate } from 'node:crypto';
import { type Cursor, element, INTEGER, isSame, OCTET_STRING, oidOf, open, openOne, SEQUENCE, timeOf } from './asn1.ts';
import { readExtensions } from './certificate.ts';
import { isCurrent, isSignedWith, type Judgement, NOT_CHECKED, type Subject } from './revocation.ts';

/** id-pkix-ocsp-basic, id-pkix-ocsp-nonce (RFC 6960, 4.2.1 and 4.4.1), as bodies in hex. */
const BASIC = '2b0601050507300101';
const NONCE = '2b0601050507300102';
/** Extended key usage of a delegated responder. */
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/** Certificates that may come with an answer. */
const MOST_CERTIFICATES = 4;

export interface OcspQuestion {
  /** OCSPRequest in DER (RFC 6960, 4.1.1): hashes of the authority, a serial number, a random number. No person. */
  readonly request: Buffer;
  readonly nonce: Buffer;
}

/** The question about one certificate. Nonce of 32 bytes (RFC 9654). */
export function askOcsp({ certId }: Subject): OcspQuestion {
  const nonce = element(OCTET_STRING, randomBytes(32));
  const extension = element(SEQUENCE, element(0x06, Buffer.from(NONCE, 'hex')), element(OCTET_STRING, nonce));
  const list = element(SEQUENCE, element(SEQUENCE, certId));
  const request = element(SEQUENCE, element(SEQUENCE, list, element(0xa2, element(SEQUENCE, extension))));
  return { request, nonce };
}

/**
 * Judges an OCSPResponse (RFC 6960, 4.2). Believed when it is signed by the certificate's own authority or by a responder to whom that
 * authority gave OCSPSigning and whose certificate is valid at `now`, when it is about this certificate and holds at `now`, and
 * when a nonce in it is ours (none is allowed: the state's responders make answers beforehand). Anything else: `not-checked`.
 */
export function judgeOcsp(answer: Uint8Array, subject: Subject, nonce: Uint8Array, now: number): Judgement {
  const basic = basicOf(answer);
  const tbs = basic?.take(SEQUENCE);
  if (!basic || !tbs) return NOT_CHECKED;
  const [algorithm, signature] = [basic.take(SEQUENCE), basic.take()];
  const signers = [subject.authority, ...delegates(basic, subject.authority, now)];
  if (!signers.some(({ publicKey }) => isSignedWith(publicKey, tbs.whole, algorithm, signature))) return NOT_CHECKED;
  return read(open(tbs.body), subject, nonce, now) ?? NOT_CHECKED;
}

/** The BasicOCSPResponse, opened; null for an error or another type. */
function basicOf(answer: Uint8Array): Cursor | null {
  const outer = openOne(answer, SEQUENCE);
  const status = outer?.take(0x0a);
  if (!outer || status?.body.length !== 1 || status.body[0] !== 0) return null;
  const bytes = outer.take(0xa0);
  const typed = bytes && openOne(bytes.body, SEQUENCE);
  if (!typed || oidOf(typed.take()) !== BASIC) return null;
  const basic = typed.take(OCTET_STRING);
  return basic && openOne(basic.body, SEQUENCE);
}

/** Responders that the authority itself appointed. */
function delegates(basic: Cursor, authority: X509Certificate, now: number): X509Certificate[] {
  const tagged = basic.take(0xa0);
  const list = tagged && openOne(tagged.body, SEQUENCE);
  const found: X509Certificate[] = [];
  for (let i = 0; list && i < MOST_CERTIFICATES; i++) {
    const next = list.take(SEQUENCE);
    if (!next) break;
    try {
      const certificate = new X509Certificate(next.whole);
      const isValid = Date.parse(certificate.validFrom) <= now && now <= Date.parse(certificate.validTo);
      // Node names extended key usages by their numbers.
      const isAppointed = certificate.keyUsage?.includes(OCSP_SIGNING) && certificate.verify(authority.publicKey);
      if (isValid && isAppointed && certificate.checkIssued(authority)) found.push(certificate);
    } catch {
      // Not a certificate: not a responder.
    }
  }
  return found;
}

/** ResponseData. */
function read(data: Cursor, subject: Subject, nonce: Uint8Array, now: number): Judgement | null {
  data.take(0xa0);
  if (!data.take(0xa1) && !data.take(0xa2)) return null;
  if (timeOf(data.take(0x18)) === null) return null;
  const list = data.take(SEQUENCE);
  const extensions = readExtensions(data.take(0xa1));
  if (!list || !extensions || !data.done || extensions.some(({ id, critical }) => critical && id !== NONCE)) return null;
  const given = extensions.find(({ id }) => id === NONCE);
  if (given && !isSame(given.value, nonce)) return null;
  const responses = open(list.body);
  for (let next = responses.take(SEQUENCE); next; next = responses.take(SEQUENCE)) {
    const single = open(next.body);
    const certId = single.take(SEQUENCE);
    if (certId && isSame(idOf(certId.whole), idOf(subject.certId))) return readSingle(single, now);
  }
  return null;
}

/** A CertID without its algorithm's empty parameters: whether they are written or left out is a matter of taste. */
function idOf(certId: Uint8Array): Uint8Array {
  const id = openOne(certId, SEQUENCE);
  const algorithm = id?.take(SEQUENCE);
  const name = algorithm ? oidOf(open(algorithm.body).take()) : '';
  const rest = [id?.take(OCTET_STRING), id?.take(OCTET_STRING), id?.take(INTEGER)];
  return Buffer.concat([Buffer.from(name), ...rest.map((part) => part?.whole ?? Buffer.alloc(0))]);
}

/** SingleResponse behind its CertID. */
function readSingle(single: Cursor, now: number): Judgement | null {
  const status = single.take();
  const at = timeOf(single.take(0x18));
  const next = single.take(0xa0);
  const until = next ? timeOf(open(next.body).take(0x18)) : null;
  const extensions = readExtensions(single.take(0xa1));
  if (!status || at === null || (next && until === null) || !isCurrent(now, at, until)) return null;
  if (!extensions || !single.done || extensions.some(({ critical }) => critical)) return null;
  if (status.tag === 0x80) return { state: 'good', at };
  if (status.tag === 0xa1) return { state: 'revoked', at };
  return status.tag === 0x82 ? { state: 'unknown', at } : null;
}
