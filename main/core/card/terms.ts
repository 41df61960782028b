/**
 * What the numbers on a card mean, as codes; people's words for them are not here. Source: "ID and Address file contents" v5,
 * 15/11/2023, tags 0F, 10 and 13. Cards in the field write "1" and "01" alike.
 */

/** Tag 0F. Letters are those of the residence card; `2021`: the new layout; `young`: foreigners under twelve. */
export const DOCUMENT_TYPES: Readonly<Record<number, string>> = {
  ...{ 1: 'citizen', 6: 'kids', 7: 'bootstrap', 8: 'habilitation' },
  ...{ 11: 'A', 12: 'B', 13: 'C', 14: 'D', 15: 'E', 16: 'E+', 17: 'F', 18: 'F+', 19: 'H', 20: 'I', 21: 'J', 22: 'M', 23: 'N' },
  ...{ 27: 'K', 28: 'L', 31: 'EU', 32: 'EU+', 33: 'A-2021', 34: 'B-2021', 35: 'F-2021', 36: 'F+-2021' },
  ...{ 61: 'EU-young', 62: 'EU+-young', 63: 'A-young', 64: 'B-young', 65: 'K-young', 66: 'L-young' },
  ...{ 67: 'F-young', 68: 'F+-young', 69: 'M-young' },
};

/** Tag 10. Several may hold at once. */
export const SPECIAL_STATUSES: Readonly<Record<number, readonly string[]>> = {
  0: [],
  1: ['white-cane'],
  2: ['extended-minority'],
  3: ['white-cane', 'extended-minority'],
  4: ['yellow-cane'],
  5: ['yellow-cane', 'extended-minority'],
};

/** Tag 13. */
export const SPECIAL_ORGANISATIONS: Readonly<Record<number, string>> = {
  1: 'shape',
  2: 'nato',
  4: 'former-blue-card-holder',
  5: 'researcher',
};

/** Looks up what a card says ("1", "01"); null when the table, or the card, has no such number. */
export function termOf<T>(table: Readonly<Record<number, T>>, text: string | null): T | null {
  return text !== null && /^\d{1,2}$/.test(text) ? (table[Number(text)] ?? null) : null;
}
