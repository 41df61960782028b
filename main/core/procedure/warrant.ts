import type { ProcedureFile } from './schema.ts';

/** What a card keeps to itself unless the law and a publisher's signature say otherwise (law of 19 July 1991, art. 6). */
export const WARRANT_FIELDS = ['national-number', 'photo'] as const;
export type WarrantField = (typeof WARRANT_FIELDS)[number];

/** A publisher's word that the law lets a procedure have what a card otherwise keeps to itself. It says so for one procedure only. */
export interface Warrant {
  readonly procedure: string;
  readonly fields: readonly WarrantField[];
  /** Which law, decree or deliberation. */
  readonly basis: string;
  /** Ed25519 (RFC 8032) over `warrantText`, in base64. */
  readonly signature: string;
}

/** The warrant of a sheet, or null. Whether it is any good, the card process decides: it alone has the publishers' keys. */
export function warrantOf({ id, card }: Pick<ProcedureFile, 'id' | 'card'>): Warrant | null {
  return card?.warrant ? { procedure: id, ...card.warrant } : null;
}

/** What a publisher signs, in UTF-8: four lines, fields in alphabetical order. None of the values can hold a line break. */
export function warrantText({ procedure, fields, basis }: Omit<Warrant, 'signature'>): string {
  return `Comptoir warrant 1\nprocedure: ${procedure}\nfields: ${[...fields].sort().join(' ')}\nbasis: ${basis}\n`;
}
