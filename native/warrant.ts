import { type KeyObject, verify } from 'node:crypto';
import { WARRANT_FIELDS, type Warrant, type WarrantField, warrantText } from '../main/core/procedure/warrant.ts';
import type { Person } from './eid/examine.ts';

/** What left the card process on a warrant; a field it does not cover, or the card lacks, is null. No screen gets this. */
export interface Warranted {
  readonly procedure: string;
  readonly nationalNumber: string | null;
  /** JPEG. */
  readonly photo: Uint8Array | null;
}

/** The fields a warrant opens: all it names when a publisher signed just this, else none. */
export function warrantedFields(warrant: Warrant | null, publishers: readonly KeyObject[]): readonly WarrantField[] {
  if (!warrant) return [];
  const text = Buffer.from(warrantText(warrant));
  const signature = Buffer.from(warrant.signature, 'base64');
  return publishers.some((key) => verify(null, text, key, signature)) ? warrant.fields : [];
}

/** What those fields are on this card, or null when there are none to give. */
export function pickWarranted(person: Person, procedure: string, fields: readonly WarrantField[]): Warranted | null {
  if (fields.length === 0) return null;
  return {
    procedure,
    nationalNumber: fields.includes('national-number') ? (person.identity.texts.nationalNumber ?? null) : null,
    photo: fields.includes('photo') ? person.picture : null,
  };
}

export function isWarrant(value: unknown): value is Warrant {
  if (typeof value !== 'object' || value === null) return false;
  const { procedure, fields, basis, signature } = value as Partial<Record<keyof Warrant, unknown>>; // of unknown shape
  const isLine = (text: unknown) => typeof text === 'string' && !/[\r\n]/.test(text);
  return isLine(procedure) && isLine(basis) && isLine(signature) && Array.isArray(fields) && fields.every(isWarrantField);
}

function isWarrantField(name: unknown): name is WarrantField {
  return (WARRANT_FIELDS as readonly unknown[]).includes(name);
}
