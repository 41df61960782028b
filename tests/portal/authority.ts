import { generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { APPLETS } from '../../native/sim/applets.ts';
import { extension, makeCertificate, toPem } from '../../native/sim/certificate.ts';
import { sequence, tagged } from '../../native/sim/der.ts';
import type { Mint } from '../../native/sim/mint.ts';

/** What a server may be wrong about. `stranger`: signed by nobody that anyone trusts. */
export type Flaw = 'expired' | 'self-signed' | 'wrong-name' | 'stranger';

/** An invented certification authority, made at run time, and the certificates of the servers below it. */
export interface PortalAuthority {
  /** The root, to be trusted by whoever shall see the portal as genuine. */
  readonly pem: string;
  /** Key and certificate of a host; `holder` is the organisation in it. */
  context(host: string, holder: string | null, flaw?: Flaw): SecureContext;
  /** The same for a server that has one name only. */
  own(host: string, holder?: string | null): { key: string; cert: string };
}

const DAY = 86_400_000;

/** Makes root and keys. About 20 ms; a certificate is made once for a host. */
export function makePortalAuthority(): PortalAuthority {
  const root = pair();
  const server = pair();
  const stranger = pair();
  const name = 'CN=Invented Portal Root, O=Nobody, C=BE';
  const [from, until] = [new Date(Date.now() - 30 * DAY), new Date(Date.now() + 300 * DAY)];
  const common = { signature: 'ecdsa-sha384', from, until } as const;
  const self = { subject: name, issuer: name, publicKey: root.publicKey, issuerKey: root.privateKey, authority: true };
  const pem = toPem(makeCertificate({ ...common, ...self }));
  const key = server.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const made = new Map<string, SecureContext>();

  const issue = (host: string, holder: string | null, flaw: Flaw | undefined): string => {
    const subject = `CN=${host}${holder ? `, O=${holder}` : ''}, C=BE`;
    const signer: { issuer: string; key: KeyObject } =
      flaw === 'self-signed'
        ? { issuer: subject, key: server.privateKey }
        : flaw === 'stranger'
          ? { issuer: 'CN=Root of a stranger, C=BE', key: stranger.privateKey }
          : { issuer: name, key: root.privateKey };
    return toPem(
      makeCertificate({
        ...common,
        ...(flaw === 'expired' && { from: new Date(Date.now() - 60 * DAY), until: new Date(Date.now() - 2 * DAY) }),
        subject,
        issuer: signer.issuer,
        publicKey: server.publicKey,
        issuerKey: signer.key,
        authority: false,
        usage: 'login',
        extensions: [named(flaw === 'wrong-name' ? 'another-host.example' : host), forServers()],
      }),
    );
  };
  return {
    pem,
    context(host, holder, flaw) {
      const known = made.get(host);
      if (known) return known;
      const fresh = createSecureContext({ key, cert: issue(host, holder, flaw) });
      made.set(host, fresh);
      return fresh;
    },
    own: (host, holder = null) => ({ key, cert: issue(host, holder, undefined) }),
  };
}

/** Who is on the card that was shown, and whether those who vouch for cards vouch for it. */
export interface Visitor {
  readonly first: string;
  readonly name: string;
  /** National number: invented, like the person. */
  readonly number: string;
}

/** Judges certificates of cards as the state's log-in does: issued by a citizen or foreigner CA below one of the mint's roots, and valid today. */
export interface CardJudge {
  /** Certificates with the names of all that vouch and keys of nobody, PEM: the browser is told these names, OpenSSL judges nothing. */
  readonly named: string[];
  judge(certificate: X509Certificate): Visitor | null;
}

export function openCardJudge(mint: Mint): CardJudge {
  const authorities = [...new Set(APPLETS.map((applet) => mint.authority(applet)))];
  const issuers = authorities.flatMap((one) => [one.citizens.der, one.foreigners.der].map((der) => ({ der, root: one.rootDer })));
  const chains = issuers.map(({ der, root }) => ({ issuer: new X509Certificate(der), root: new X509Certificate(root) }));
  const names = new Set(chains.flatMap(({ issuer, root }) => [issuer.subject, root.subject]));
  return {
    named: [...names].map(nameOnly),
    judge(certificate) {
      const chained = chains.some(
        ({ issuer, root }) => certificate.issuer === issuer.subject && signedBy(certificate, issuer) && signedBy(issuer, root),
      );
      const now = Date.now();
      if (!chained || Date.parse(certificate.validFrom) > now || Date.parse(certificate.validTo) < now) return null;
      const subject = new Map(certificate.subject.split('\n').map((line) => line.split('=', 2) as [string, string]));
      return {
        first: (subject.get('GN') ?? '').split(' ')[0] ?? '',
        name: subject.get('SN') ?? '',
        number: subject.get('serialNumber') ?? '',
      };
    },
  };
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    return false; // a key of another kind
  }
}

/**
 * The authorities of the mint share their names, and OpenSSL, which tries one of them only, would leave its failure where Node takes it for
 * one of the connection. A key of a kind that signs no card is never tried.
 */
function nameOnly(subject: string): string {
  const { publicKey } = generateKeyPairSync('ed25519');
  const text = subject.split('\n').reverse().join(', ');
  const when = { from: new Date(Date.now() - DAY), until: new Date(Date.now() + DAY) };
  const self = { subject: text, issuer: text, publicKey, issuerKey: pair().privateKey, authority: true };
  return toPem(makeCertificate({ ...self, ...when, signature: 'ecdsa-sha384' }));
}

function pair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** subjectAltName with one DNS name (RFC 5280, 4.2.1.6). */
function named(host: string): Buffer {
  return extension('551d11', sequence(tagged(0x82, Buffer.from(host))), false);
}

/** extendedKeyUsage: serverAuth (RFC 5280, 4.2.1.12). */
function forServers(): Buffer {
  return extension('551d25', sequence(Buffer.from('06082b06010505070301', 'hex')), false);
}
