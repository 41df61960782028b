import type { PaperKind } from './view.ts';

const ENDINGS: Record<PaperKind, readonly string[]> = { pdf: ['.pdf'], png: ['.png'], jpeg: ['.jpg', '.jpeg', '.jpe', '.jfif'] };
const MIME: Record<PaperKind, string> = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' };

/** Media type of a document. */
export const mimeOf = (kind: PaperKind): string => MIME[kind];

/**
 * True when a file input's `accept` (HTML, 4.10.5.1.17) takes such a document. An empty one takes all; so does one that holds no
 * word that we understand, as browsers do.
 */
export function fits(kind: PaperKind, accept: string): boolean {
  const wanted = accept
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter((word) => /^\.[^/]+$|^[^/\s]+\/[^/\s]+$/.test(word));
  if (wanted.length === 0) return true;
  const family = `${MIME[kind].split('/')[0]}/*`;
  return wanted.some(
    (word) => word === MIME[kind] || word === family || word === '*/*' || ENDINGS[kind].includes(word) || alias(word) === kind,
  );
}

const alias = (word: string): PaperKind | null =>
  word === 'image/jpg' || word === 'image/pjpeg' ? 'jpeg' : word === 'application/x-pdf' ? 'pdf' : null;
