import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { element, SEQUENCE } from '../eid/asn1.ts';
import type { Issuer } from './authority.ts';
import { extension, toPem } from './certificate.ts';

/** What OpenSSL as an authority says of the certificates it was told about. */
export interface Registry {
  /** Folder with `index.txt`, `ca.pem`, `ca.key`, and `responder.pem`, `responder.key` after `appoint`. */
  readonly folder: string;
  /** Writes down a certificate as valid, or as revoked since last year. */
  enter(certificate: Uint8Array, state: 'valid' | 'revoked'): void;
  /** Writes down so many other revoked ones. */
  fill(count: number): void;
  /** OpenSSL answers an OCSP request. `signer` are the names of certificate and key in the folder; `more` are further switches. */
  answer(request: Uint8Array, signer?: string, ...more: string[]): Buffer;
  /** OpenSSL makes the list. */
  list(...more: string[]): Buffer;
  /** Makes key and certificate of a responder in the folder, `<name>.pem` and `<name>.key`; with OCSPSigning unless told not to. */
  appoint(name: string, more?: { usage?: string; days?: number }): void;
  close(): void;
}

/** Opens a registry in a temporary folder, in the name of that authority: OpenSSL as the independent other side of OCSP and lists. */
export function openRegistry({ der, privateKey }: Pick<Issuer, 'der' | 'privateKey'>): Registry {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-registry-'));
  const at = (name: string) => join(folder, name);
  const index: string[] = [];
  const write = () => writeFileSync(at('index.txt'), index.join(''));
  const openssl = (...args: string[]) => {
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  writeFileSync(at('ca.pem'), toPem(der));
  writeFileSync(at('ca.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(at('crlnumber'), '01\n');
  writeFileSync(at('index.txt.attr'), 'unique_subject = no\n');
  writeFileSync(
    at('ca.cnf'),
    '[ca]\ndefault_ca = d\n[d]\ndatabase = index.txt\ncrlnumber = crlnumber\ndefault_md = sha384\ndefault_crl_days = 7\n',
  );
  write();
  return {
    folder,
    enter(certificate, state) {
      const serial = new X509Certificate(certificate).serialNumber;
      const revoked = state === 'revoked' ? '250101000000Z,keyCompromise' : '';
      index.push(`${state === 'revoked' ? 'R' : 'V'}\t391231000000Z\t${revoked}\t${serial}\tunknown\t/CN=nobody\n`);
      write();
    },
    fill(count) {
      for (let i = 0; i < count; i++) {
        const serial = (0x10n ** 31n + BigInt(i) * 0x1234567n).toString(16).toUpperCase();
        index.push(`R\t391231000000Z\t250101000000Z\t${serial}\tunknown\t/CN=nobody\n`);
      }
      write();
    },
    answer(request, signer = 'ca', ...more) {
      writeFileSync(at('request.der'), request);
      const files = ['-index', 'index.txt', '-CA', 'ca.pem', '-rsigner', `${signer}.pem`, '-rkey', `${signer}.key`];
      openssl('ocsp', ...files, '-reqin', 'request.der', '-respout', 'response.der', ...more);
      return readFileSync(at('response.der'));
    },
    list(...more) {
      openssl('ca', '-gencrl', '-config', 'ca.cnf', '-keyfile', 'ca.key', '-cert', 'ca.pem', '-out', 'list.pem', ...more);
      openssl('crl', '-in', 'list.pem', '-outform', 'DER', '-out', 'list.der');
      return readFileSync(at('list.der'));
    },
    appoint(name, { usage = 'OCSPSigning', days = 30 } = {}) {
      writeFileSync(at('responder.ext'), `extendedKeyUsage = ${usage}\nkeyUsage = digitalSignature\n`);
      openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384', '-out', `${name}.key`);
      openssl('req', '-new', '-key', `${name}.key`, '-subj', '/CN=Simulated responder', '-out', 'responder.csr');
      const files = ['-in', 'responder.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-out', `${name}.pem`];
      openssl('x509', '-req', ...files, '-sha384', '-days', String(days), '-extfile', 'responder.ext');
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The extensions of a certificate that say where to ask for its state: an OCSP responder, the list of revoked ones. */
export function whereToAsk({ ocsp, crl }: { ocsp?: string | null; crl?: string | null }): Buffer[] {
  const uri = (address: string) => element(0x86, Buffer.from(address));
  const method = element(0x06, Buffer.from('2b06010505073001', 'hex'));
  const access = ocsp && extension('2b06010505070101', element(SEQUENCE, element(SEQUENCE, method, uri(ocsp))), false);
  const point = (address: string) => element(SEQUENCE, element(0xa0, element(0xa0, uri(address))));
  const points = crl && extension('551d1f', element(SEQUENCE, point(crl)), false);
  return [access, points].filter((made): made is Buffer => Boolean(made));
}
