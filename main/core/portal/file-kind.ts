import { PAPER_LIMITS } from '../papers/view.ts';

/** Papers and pictures: what a visit may keep, print and send on. By media type, with the endings of their names. */
const KINDS: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};
/** A server that says only "bytes" says nothing: many offices send their PDF so. */
const SAYS_NOTHING = [
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/x-download',
  'application/force-download',
];

/** Bytes: what a visit keeps of one document. */
export const MOST_BYTES = PAPER_LIMITS.each;

/**
 * Whether a file may be kept: its media type and the ending of its name must both be those of a PDF, PNG or JPEG, and of the same
 * one. `name` null: the address names none, then the type alone must say it. Who keeps it looks at its first bytes besides.
 */
export function isPaper(mime: string, name: string | null): boolean {
  const type = (mime.split(';')[0] ?? '').trim().toLowerCase();
  if (name === null) return Object.hasOwn(KINDS, type);
  // No path, no invisible or turning sign, no ending that another system drops.
  if (name.length > 255 || /[\p{C}/\\:]/u.test(name) || /[. ]$/.test(name)) return false;
  const ending = /[^.]\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (SAYS_NOTHING.includes(type)) return Object.values(KINDS).some((endings) => endings.includes(ending));
  return Object.hasOwn(KINDS, type) && (KINDS[type]?.includes(ending) ?? false);
}
