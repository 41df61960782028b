import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isIP, isIPv4 } from 'node:net';

const HOUR = 3_600_000;
const hex = (text: string) => Buffer.from(text, 'hex');

/** One DER element (X.690, 8.1): tag, length, body below 64 KiB. */
function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, ...size), body]);
}
const sequence = (...parts: Uint8Array[]) => tagged(0x30, ...parts);
/** UTCTime (RFC 5280, 4.1.2.5.1), good until 2049. */
const time = (date: Date) => tagged(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`));
/** Extension (RFC 5280, 4.1), not critical; `oid` is the body of the OID below 2.5.29. */
const extension = (oid: number, value: Uint8Array) => sequence(tagged(0x06, Buffer.of(0x55, 0x1d, oid)), tagged(0x04, value));

/** ecdsa-with-SHA256 (RFC 5758, 3.2). */
const ALGORITHM = hex('300a06082a8648ce3d040302');
const SERVER_AUTH = hex('06082b06010505070301');

/**
 * A key and a certificate that this machine signs itself, for one upload: P-256, good for a few hours, for `host` (an address or a
 * name). Node makes keys but no certificates (RFC 5280, 4.1). Both as PEM; nothing is written anywhere.
 */
export function ownCertificate(host: string, now: Date): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(tagged(0x31, sequence(hex('0603550403'), tagged(0x0c, Buffer.from('Comptoir')))));
  const whose = isIP(host) ? tagged(0x87, addressBytes(host)) : tagged(0x82, Buffer.from(host));
  const body = sequence(
    tagged(0xa0, hex('020102')), // version 3
    tagged(0x02, Buffer.of(0x40), randomBytes(15)),
    ALGORITHM,
    name,
    sequence(time(new Date(now.getTime() - HOUR)), time(new Date(now.getTime() + 12 * HOUR))),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(extension(17, sequence(whose)), extension(37, sequence(SERVER_AUTH)))),
  );
  const whole = sequence(body, ALGORITHM, tagged(0x03, Buffer.of(0), sign('sha256', body, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

/** An address as the 4 or 16 bytes of iPAddress (RFC 5280, 4.2.1.6). */
function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  // The URL parser writes an address of 16 bytes in one way only, with numbers for a dotted end.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16));
  const [first, last] = [groups(head), groups(tail ?? '')];
  const all = [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
  return Buffer.from(all.flatMap((group) => [group >> 8, group & 255]));
}
