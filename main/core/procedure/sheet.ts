import type { LegalBasis, ProcedureFile, ProcedureText, Region, Sheet } from './schema.ts';

/** Puts facts, words, portal and legal basis of a region together. A portal of another region is left out; a basis that nobody described is `unknown`, never a right. */
export function composeSheet(
  file: ProcedureFile,
  text: ProcedureText,
  legal: Readonly<Record<string, LegalBasis>>,
  region: Region,
): Sheet {
  const id = file.legalBasis[region] ?? '';
  const basis = Object.hasOwn(legal, id) ? legal[id] : undefined;
  const portal = file.portal?.regions.includes(region) ? file.portal : null;
  return { file: { ...file, portal }, text, legal: { id, status: basis?.status ?? 'unknown' } };
}

/** Has a named person verified the sheet, not after `today` (ISO day), and has that not run out? */
export function isVerified(file: ProcedureFile, today: string): boolean {
  return file.verifiedOn !== null && file.verifiedBy !== null && file.verifiedOn <= today && !isExpired(file, today);
}

/** Is `today` after the last day for which the sheet was said to be valid? */
export function isExpired(file: ProcedureFile, today: string): boolean {
  return file.validUntil !== null && file.validUntil < today;
}

/**
 * What a legal basis means for a person at the counter. Only a law in force is a right; one that is only reported (nobody here read
 * it) is announced; a draft is a draft.
 */
export type Rights = 'right' | 'announced' | 'draft' | 'unknown' | 'none';

const RIGHTS: Record<Sheet['legal']['status'], Rights> = {
  'in-force': 'right',
  reported: 'announced',
  draft: 'draft',
  unknown: 'unknown',
  none: 'none',
};

/** What the equal-rights panel may say. */
export function rightsOf(legal: Sheet['legal']): Rights {
  return RIGHTS[legal.status];
}
