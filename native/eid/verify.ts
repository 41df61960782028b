import type { Contents } from './contents.ts';
import type { Identity } from './identity.ts';
import { isPhotoOf } from './photo.ts';
import { addressMessage, isSigned, withoutTrail } from './signature.ts';
import type { Chain, Period } from './trust.ts';

/** Each question apart. `not-read`: the file was not asked for. */
export interface Verdicts {
  readonly chain: Chain['verdict'];
  readonly identity: 'good' | 'bad';
  /** `absent`: the register knows no address, and signed nothing. */
  readonly address: 'good' | 'bad' | 'absent' | 'not-read';
  readonly photo: 'good' | 'bad' | 'not-read';
  /**
   * Dates of the register's certificate and its root. `were-valid`: no more today, but during the card's own life, when it signed.
   */
  readonly certificates: 'valid' | 'were-valid' | 'bad';
  /** The card's own dates: another question than genuine. `unknown`: the card does not say. */
  readonly card: 'valid' | 'expired' | 'not-yet' | 'unknown';
}

/** Genuine: everything that was read is the register's word. Being expired is not a forgery. */
export function isGenuine(verdicts: Verdicts): boolean {
  const { chain, identity, address, photo, certificates } = verdicts;
  return chain === 'good' && identity === 'good' && address !== 'bad' && photo !== 'bad' && certificates !== 'bad';
}

/** Signature of EF(ID#RN) over the whole file as read. To be asked before the file is parsed. */
export function isIdentitySigned(contents: Contents, chain: Chain): boolean {
  return chain.key !== undefined && isSigned(contents.identity, contents.identitySignature, chain.key);
}

/** The remaining verdicts; `identity` must come from signed bytes. `today` is an ISO date. */
export function verdictsOf(contents: Contents, identity: Identity, chain: Chain, today: string): Verdicts {
  return {
    chain: chain.verdict,
    identity: 'good',
    address: addressVerdict(contents, chain),
    photo: !contents.photo ? 'not-read' : isPhotoOf(contents.photo, identity.photoHash) ? 'good' : 'bad',
    certificates: certificateVerdict(chain.dates, identity, today),
    card: cardVerdict(identity, today),
  };
}

/** What can be said when the identity itself is not signed: nothing that stands on it. */
export function unsignedVerdicts(contents: Contents, chain: Chain): Verdicts {
  const bad = (file: Uint8Array | undefined) => (file ? ('bad' as const) : ('not-read' as const));
  return {
    chain: chain.verdict,
    identity: 'bad',
    address: bad(contents.address),
    photo: bad(contents.photo),
    certificates: 'bad',
    card: 'unknown',
  };
}

function addressVerdict(contents: Contents, chain: Chain): Verdicts['address'] {
  const { address, addressSignature, identitySignature } = contents;
  if (!address || !addressSignature) return 'not-read';
  if (withoutTrail(address).length === 0 && withoutTrail(addressSignature).length === 0) return 'absent';
  if (!chain.key) return 'bad';
  // The identity signature counts as it is in the file, padding included; without padding is tried too, cards may differ.
  const { key } = chain;
  const tails = [identitySignature, withoutTrail(identitySignature)];
  return tails.some((tail) => isSigned(addressMessage(address, tail), addressSignature, key)) ? 'good' : 'bad';
}

function certificateVerdict(dates: Period | undefined, identity: Identity, today: string): Verdicts['certificates'] {
  if (!dates) return 'bad';
  const now = Date.parse(today);
  if (dates.from <= now && now <= dates.until) return 'valid';
  const from = Date.parse(identity.validFrom ?? '');
  const until = Date.parse(identity.validUntil ?? '');
  return dates.from <= now && dates.from <= until && from <= dates.until ? 'were-valid' : 'bad';
}

function cardVerdict({ validFrom, validUntil }: Identity, today: string): Verdicts['card'] {
  if (!validUntil) return 'unknown';
  if (today > validUntil) return 'expired';
  return validFrom && today < validFrom ? 'not-yet' : 'valid';
}
