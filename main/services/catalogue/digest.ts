import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const DIGEST_FILE = 'digest.json';

/** What `digest.json` holds. */
export interface CatalogueDigest {
  /** SHA-256, lower-case hex. */
  sha256: string;
  /** How many files it covers. */
  files: number;
}

/**
 * The digest of a catalogue folder: SHA-256 over one line per file, `<sha256 of the file> <two spaces> <path with />`, LF at the end of each,
 * sorted by the path's UTF-16 code units; `digest.json` itself and names that begin with a dot are left out.
 * Only Node is used here: the build imports this file to write what the catalogue service later checks. Throws what the file system throws.
 */
export function digestOf(folder: string): CatalogueDigest {
  const paths = filesBelow(folder, '').sort((a, b) => (a < b ? -1 : 1));
  const listing = paths.map((path) => `${sha256(readFileSync(join(folder, path)))}  ${path}\n`).join('');
  return { sha256: sha256(listing), files: paths.length };
}

function filesBelow(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || (prefix === '' && entry.name === DIGEST_FILE)) return [];
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
