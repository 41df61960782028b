import { bad, good, type Outcome } from '../outcome.ts';
import { type PartialDate, readBirthDate, readDate } from './dates.ts';
import { readTlv } from './tlv.ts';

/** Text fields of the identity file (ID and address file contents v5, 15/11/2023). A field the card lacks, or leaves empty, is absent. */
const TEXTS = {
  1: 'cardNumber',
  3: 'validFromText',
  4: 'validUntilText',
  5: 'municipality',
  6: 'nationalNumber',
  7: 'name',
  8: 'givenNames',
  9: 'thirdGivenNameInitial',
  10: 'nationality',
  11: 'birthPlace',
  12: 'birthDateText',
  13: 'sex',
  14: 'nobleCondition',
  15: 'documentType',
  16: 'specialStatus',
  18: 'duplicate',
  19: 'specialOrganisation',
  21: 'protection',
  22: 'workMention',
  23: 'employerNumber1',
  24: 'employerNumber2',
  25: 'regionalFileNumber',
  27: 'brexitMention',
  28: 'permanentMention',
  29: 'cardAMention',
  30: 'mobilityMention',
  31: 'euStartText',
} as const;
type TextField = (typeof TEXTS)[keyof typeof TEXTS];

export interface Identity {
  readonly texts: { readonly [K in TextField]?: string };
  /** ISO dates: first and last day of validity, start of EU or EU+ stay. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly euStart?: string;
  readonly birthDate?: PartialDate;
  /** Tag 14 is there, with nothing in it, for a member of the family. */
  readonly familyMember: boolean;
  readonly structureVersion?: Uint8Array;
  readonly chipNumber?: Uint8Array;
  /** 20, 32 or 48 bytes: SHA-1, SHA-256, SHA-384. */
  readonly photoHash?: Uint8Array;
  /** SHA-384 of the card's own public key (applet 1.8). */
  readonly cardKeyHash?: Uint8Array;
}

/**
 * Parses EF(ID#RN). Another text
 * that is not UTF-8 is left out. Error `malformed`: broken structure, a name that is not UTF-8, or none at all (a card never filled).
 */
export function parseIdentity(bytes: Uint8Array): Outcome<Identity, 'malformed'> {
  const fields = readTlv(bytes);
  if (!fields.ok) return fields;
  const text = (tag: number) => readText(fields.value.get(tag));
  const texts: { [K in TextField]?: string } = {};
  for (const [tag, field] of Object.entries(TEXTS)) {
    const value = text(Number(tag));
    if (value === null && (field === 'name' || field === 'givenNames')) return bad('malformed');
    if (value) texts[field] = value;
  }
  if (!texts.name && !texts.givenNames) return bad('malformed');
  const dates = {
    validFrom: readDate(texts.validFromText ?? ''),
    validUntil: readDate(texts.validUntilText ?? ''),
    euStart: readDate(texts.euStartText ?? ''),
  };
  const birthDate = readBirthDate(texts.birthDateText ?? '');
  const binary = {
    structureVersion: fields.value.get(0),
    chipNumber: fields.value.get(2),
    photoHash: fields.value.get(0x11),
    cardKeyHash: fields.value.get(0x1a),
  };
  return good({ texts, ...present(dates), ...present({ birthDate }), familyMember: fields.value.has(0x14), ...present(binary) });
}

/** UTF-8 without terminator; blanks around dropped; empty when absent, null when it is not UTF-8. */
export function readText(bytes: Uint8Array | undefined): string | null {
  try {
    return bytes ? new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim() : '';
  } catch {
    return null;
  }
}

/** The entries that hold something. */
function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  // What was filtered out is just what the type leaves out.
  return Object.fromEntries(kept) as { [K in keyof T]?: NonNullable<T[K]> };
}
