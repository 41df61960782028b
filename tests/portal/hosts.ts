import type { Flaw } from './authority.ts';
import type { Site } from './site.ts';
import { certif } from './sites/certif.ts';
import { csam } from './sites/csam.ts';
import { evil } from './sites/evil.ts';
import { ibz } from './sites/ibz.ts';
import { irisbox } from './sites/irisbox.ts';
import { itsme } from './sites/itsme.ts';
import { mypension } from './sites/mypension.ts';
import { plain } from './sites/plain.ts';

/** A name of the world: what answers to it, and what its certificate says. */
export interface Host {
  readonly site: Site;
  /** Organisation in the certificate. */
  readonly holder: string | null;
  readonly flaw?: Flaw;
}

/** Where the card's certificate is demanded. */
export const CERTIFICATE_HOST = 'certif.iamfas.belgium.be';

/** Names with a certificate that is not what it must be. A test catalogue allows them. */
export const FLAWED_HOSTS = {
  expired: 'expired.irisnet.be',
  'self-signed': 'self-signed.irisnet.be',
  'wrong-name': 'wrong-name.irisnet.be',
  stranger: 'stranger.irisnet.be',
} as const satisfies Record<Flaw, string>;

/** Names that nobody allowed. Each would be a success of whoever leads a page there. */
export const HOSTILE_HOSTS = [
  'evil.example',
  'irisbox.irisnet.be.evil.example',
  'irisb0x.irisnet.be',
  'irisbox-irisnet.be',
  'irisbox.irisnet.be.com',
  'www.irisbox.irisnet.be',
  'irisnet.be',
  'irisbox.1risnet.be',
  // "irısnet" with an i without its dot.
  'irisbox.xn--irsnet-q9a.be',
  // "іrіѕnet" with letters of another alphabet that look the same.
  'irisbox.xn--rnet-g9deb.be',
  'tracker.example',
  'localhost.evil.example',
] as const;

export const HOSTS: Readonly<Record<string, Host>> = {
  'irisbox.irisnet.be': { site: irisbox, holder: 'Paradigm Brussels' },
  'static.irisnet.be': { site: plain, holder: 'Paradigm Brussels' },
  'mypension.be': { site: mypension, holder: 'Service fédéral des Pensions' },
  'www.mypension.be': { site: mypension, holder: 'Service fédéral des Pensions' },
  'www.ibz.rrn.fgov.be': { site: ibz, holder: 'SPF Intérieur' },
  'idp.iamfas.belgium.be': { site: csam, holder: 'SPF BOSA' },
  [CERTIFICATE_HOST]: { site: certif, holder: 'SPF BOSA' },
  'idp.prd.itsme.services': { site: itsme, holder: 'Belgian Mobile ID' },
  ...Object.fromEntries(
    Object.entries(FLAWED_HOSTS).map(([flaw, host]) => [host, { site: plain, holder: 'Nobody', flaw: flaw as Flaw }]),
  ),
  ...Object.fromEntries(HOSTILE_HOSTS.map((host) => [host, { site: evil, holder: null }])),
};
