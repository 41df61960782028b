import type { Contents } from './contents.ts';
import type { Identity } from './identity.ts';
import { isAddressSigned, isSigned, withoutTrail } from './signature.ts';
import type { Chain, Period } from './trust.ts';

/** Each question apart. `not-read`: the file was not asked for. `unknown`: it cannot be judged. */
export interface Verdicts {
  readonly chain: Chain['verdict'];
  /** `unknown`: the card has no key of the register to judge with. */
  readonly identity: 'good' | 'bad' | 'unknown';
  /** `absent`: the card has no such file, or an empty one that nobody signed. */
  readonly address: 'good' | 'bad' | 'absent' | 'unknown' | 'not-read';
  /** `absent`: no photo on the card. `unknown`: the identity names none, or is not believed itself. */
  readonly photo: 'good' | 'bad' | 'absent' | 'unknown' | 'not-read';
  /**
   * Dates of the register's certificate and its root. `were-valid`: no more today, but during the card's own life, when it signed.
   * `unknown`: no more today, and no signed identity to compare with.
   */
  readonly certificates: 'valid' | 'were-valid' | 'bad' | 'unknown';
  /** The card's own dates: another question than genuine. `unknown`: the card does not say. */
  readonly card: 'valid' | 'expired' | 'not-yet' | 'unknown';
}

/** Genuine: everything that was read is the register's word. Being expired is not a forgery. */
export function isGenuine(verdicts: Verdicts): boolean {
  const { identity, address, photo } = verdicts;
  return isChained(verdicts) && identity === 'good' && address !== 'bad' && address !== 'unknown' && photo !== 'bad';
}

/**
 * A believed root stands behind the register's certificate, and both were valid when it signed. A card without that certificate is not
 * chained: a card nobody vouches for is not genuine (docs/card.md).
 */
export function isChained({ chain, certificates }: Verdicts): boolean {
  return chain === 'good' && certificates !== 'bad';
}

/** Signature of EF(ID#RN) over the whole file as read. To be asked before the file is parsed. */
export function identityVerdict(contents: Contents, chain: Chain): Verdicts['identity'] {
  if (!chain.key) return 'unknown';
  return isSigned(contents.identity, contents.identitySignature, chain.key) ? 'good' : 'bad';
}

/** All verdicts but the photo's. `identity` is null unless `signed` is good. `today` is an ISO date. */
export function verdictsOf(
  contents: Contents,
  signed: Verdicts['identity'],
  identity: Identity | null,
  chain: Chain,
  today: string,
): Verdicts {
  return {
    chain: chain.verdict,
    identity: signed,
    address: addressVerdict(contents, chain),
    photo: 'not-read',
    certificates: certificateVerdict(chain.dates, identity, today),
    card: cardVerdict(identity, today),
  };
}

function addressVerdict({ address, addressSignature, identitySignature }: Contents, { key }: Chain): Verdicts['address'] {
  if (!address || !addressSignature) return 'not-read';
  if (address.length === 0) return 'absent';
  if (withoutTrail(address).length === 0 && withoutTrail(addressSignature).length === 0) return 'absent';
  if (!key) return 'unknown';
  return isAddressSigned(address, identitySignature, addressSignature, key) ? 'good' : 'bad';
}

function certificateVerdict(dates: Period | undefined, identity: Identity | null, today: string): Verdicts['certificates'] {
  if (!dates) return 'bad';
  const now = Date.parse(today);
  if (now < dates.from) return 'bad';
  if (now <= dates.until) return 'valid';
  if (!identity) return 'unknown';
  // A card without dates cannot show that it was made in the certificate's time: no comparison with NaN holds.
  const from = Date.parse(identity.validFrom ?? identity.validUntil ?? '');
  const until = Date.parse(identity.validUntil ?? identity.validFrom ?? '');
  return dates.from <= until && from <= dates.until ? 'were-valid' : 'bad';
}

function cardVerdict(identity: Identity | null, today: string): Verdicts['card'] {
  if (!identity?.validUntil) return 'unknown';
  if (today > identity.validUntil) return 'expired';
  return identity.validFrom && today < identity.validFrom ? 'not-yet' : 'valid';
}
