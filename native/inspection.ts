import type { PartialDate } from './eid/dates.ts';
import type { Believed } from './eid/examine.ts';
import type { Identity } from './eid/identity.ts';
import { isChained, type Verdicts } from './eid/verify.ts';

type Text = string | null;

/** The identity as `comptoir card --json` tells it (docs/card.md): texts as on the card, trimmed; null is absent. */
export interface IdentityFacts {
  readonly cardNumber: Text;
  /** Upper-case hex. */
  readonly chipNumber: Text;
  /** DD.MM.YYYY */
  readonly validFrom: Text;
  readonly validUntil: Text;
  readonly issuingMunicipality: Text;
  readonly nationalNumber: Text;
  readonly surname: Text;
  readonly givenNames: Text;
  readonly thirdGivenNameInitial: Text;
  readonly nationality: Text;
  readonly birthPlace: Text;
  readonly birthDateText: Text;
  /** `1985`, `1985-07` or `1985-07-30`. */
  readonly birthDateIso: Text;
  readonly sex: 'M' | 'F' | null;
  readonly nobleCondition: Text;
  readonly documentType: Text;
  readonly specialStatus: Text;
  readonly duplicate: Text;
  readonly extra: Readonly<Record<string, string | true>>;
}

/** Each question apart; null: it cannot be judged. */
export interface VerdictFacts {
  readonly identity: boolean | null;
  readonly address: boolean | null;
  readonly photo: boolean | null;
  readonly chain: boolean | null;
  readonly expired: boolean | null;
}

/** What leaves this process when a card is inspected by the IT person; a visit never sees it. */
export interface Inspection {
  readonly applet: Text;
  readonly identity: IdentityFacts | null;
  readonly address: { readonly street: Text; readonly zip: Text; readonly municipality: Text } | null;
  /** `sha256`: lower-case hex. */
  readonly photo: { readonly sha256: string; readonly bytes: number } | null;
  readonly verdict: VerdictFacts;
  /** Why it could not be read; null when it could. */
  readonly fault: string | null;
}

export const NO_VERDICT: VerdictFacts = { identity: null, address: null, photo: null, chain: null, expired: null };

/** Of what is believed of a card, what an inspection tells. The national number needs a test build, and to be asked for. */
export function inspectBelieved(
  { identity, address, photo }: Believed,
  withNumber: boolean,
): Pick<Inspection, 'identity' | 'address' | 'photo'> {
  return {
    identity: identityFacts(identity, __TEST_BUILD__ && withNumber ? (identity.texts.nationalNumber ?? null) : null),
    address: address && {
      street: address.street || null,
      zip: address.postcode || null,
      municipality: address.municipality || null,
    },
    photo: photo && { sha256: photo.sha256, bytes: photo.bytes },
  };
}

function identityFacts(identity: Identity, nationalNumber: Text): IdentityFacts {
  const { texts } = identity;
  const text = (name: keyof Identity['texts']) => texts[name] ?? null;
  return {
    cardNumber: text('cardNumber'),
    chipNumber: hex(identity.chipNumber) ?? null,
    validFrom: text('validFromText'),
    validUntil: text('validUntilText'),
    issuingMunicipality: text('municipality'),
    nationalNumber,
    surname: text('name'),
    givenNames: text('givenNames'),
    thirdGivenNameInitial: text('thirdGivenNameInitial'),
    nationality: text('nationality'),
    birthPlace: text('birthPlace'),
    birthDateText: text('birthDateText'),
    birthDateIso: identity.birthDate ? isoOf(identity.birthDate) : null,
    sex: sexOf(texts.sex),
    nobleCondition: text('nobleCondition'),
    documentType: text('documentType'),
    specialStatus: text('specialStatus'),
    duplicate: text('duplicate'),
    extra: extraOf(identity),
  };
}

/** As much of a date as the card knows. */
export function isoOf({ year, month, day }: PartialDate): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [String(year).padStart(4, '0'), ...(month ? [two(month)] : []), ...(month && day ? [two(day)] : [])].join('-');
}

/** M in all languages of the card; F (French, newer German), V (Dutch), W (German). */
function sexOf(letter: string | undefined): 'M' | 'F' | null {
  const upper = letter?.toUpperCase() ?? '';
  return upper === 'M' ? 'M' : ['F', 'V', 'W'].includes(upper) ? 'F' : null;
}

/** Tags beyond those with a key of their own, under their names, only those that the card has. */
function extraOf(identity: Identity): IdentityFacts['extra'] {
  const { texts } = identity;
  const all: Record<string, string | true | undefined> = {
    structureVersion: hex(identity.structureVersion),
    photoHash: hex(identity.photoHash),
    specialOrganisation: texts.specialOrganisation,
    familyMember: identity.familyMember || undefined,
    protection: texts.protection,
    workMention: texts.workMention,
    employerNumber1: texts.employerNumber1,
    employerNumber2: texts.employerNumber2,
    regionalFileNumber: texts.regionalFileNumber,
    cardKeyHash: hex(identity.cardKeyHash),
    brexitMention: texts.brexitMention,
    permanentMention: texts.permanentMention,
    cardAMention: texts.cardAMention,
    mobilityMention: texts.mobilityMention,
    euStart: texts.euStartText,
  };
  const there = Object.entries(all).filter((entry): entry is [string, string | true] => entry[1] !== undefined);
  return Object.fromEntries(there);
}

function hex(bytes: Uint8Array | undefined): string | undefined {
  return bytes?.length ? Buffer.from(bytes).toString('hex').toUpperCase() : undefined;
}

/** Verdicts as yes, no, or nobody can say. */
export function verdictFacts(verdicts: Verdicts): VerdictFacts {
  const yes = (verdict: string) => (verdict === 'good' ? true : verdict === 'bad' ? false : null);
  return {
    identity: yes(verdicts.identity),
    address: yes(verdicts.address),
    photo: yes(verdicts.photo),
    chain: isChained(verdicts),
    expired: verdicts.card === 'unknown' ? null : verdicts.card === 'expired',
  };
}
