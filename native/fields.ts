import type { Part } from './eid/contents.ts';
import type { Person } from './eid/examine.ts';
import { isoOf } from './inspection.ts';

type Give = (person: Person) => string | undefined;
const text =
  (name: keyof Person['identity']['texts']): Give =>
  ({ identity }) =>
    identity.texts[name];

/**
 * Everything that may leave this process, by name, each only when asked for. The national number and the photo are not here:
 * by law they need an authorisation Comptoir does not have (law of 19 July 1991, art. 6).
 */
export const FIELDS = {
  /** First given name: the card holds the first two, apart by a blank. */
  'first-name': ({ identity }) => identity.texts.givenNames?.split(/\s+/)[0],
  /** Last day of validity, ISO date. */
  validity: ({ identity }) => identity.validUntil,
  'valid-from': ({ identity }) => identity.validFrom,
  name: text('name'),
  'given-names': text('givenNames'),
  nationality: text('nationality'),
  sex: text('sex'),
  'birth-place': text('birthPlace'),
  /** `1985-07-30`, or as much of it as the card knows. */
  'birth-date': ({ identity: { birthDate } }) => birthDate && isoOf(birthDate),
  'card-number': text('cardNumber'),
  'document-type': text('documentType'),
  municipality: text('municipality'),
  street: ({ address }) => address?.street,
  postcode: ({ address }) => address?.postcode,
  town: ({ address }) => address?.municipality,
} as const satisfies Record<string, Give>;

export type FieldName = keyof typeof FIELDS;

export function isFieldName(name: unknown): name is FieldName {
  return typeof name === 'string' && Object.hasOwn(FIELDS, name);
}

/** The asked fields that the card has. */
export function pick(person: Person, fields: readonly FieldName[]): Partial<Record<FieldName, string>> {
  const found = fields.map((field) => [field, FIELDS[field](person)] as const).filter(([, value]) => value);
  return Object.fromEntries(found);
}

const OF_ADDRESS: readonly FieldName[] = ['street', 'postcode', 'town'];

/** Parts that must be read for these fields, with those asked for themselves. */
export function partsFor(fields: readonly FieldName[], asked: readonly Part[]): Part[] {
  const needed = fields.some((field) => OF_ADDRESS.includes(field)) ? (['address'] as const) : [];
  return [...new Set([...needed, ...asked])];
}
