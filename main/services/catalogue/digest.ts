import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

export const DIGEST_FILE = 'digest.json';

/** What `digest.json` holds. `files`: SHA-256 of each file, lower-case hex, by its path below the folder, with /. */
export interface CatalogueDigest {
  algorithm: 'sha256';
  /** First 12 hex signs of the SHA-256 over `<path> LF <hex> LF` of all files: the name of this state of the catalogue. */
  version: string;
  files: Record<string, string>;
}

/**
 * The digest of a catalogue folder: every JSON file but `digest.json` itself, sorted by UTF-16 code units. The build writes
 * it with this same function. Throws what the file system throws.
 */
export function digestOf(folder: string): CatalogueDigest {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(sep).join('/'))
    .filter((name) => name.endsWith('.json') && name !== DIGEST_FILE)
    .sort();
  const hashes = names.map((name) => [name, sha256(readFileSync(join(folder, name)))] as const);
  const version = sha256(hashes.map(([name, hash]) => `${name}\n${hash}\n`).join('')).slice(0, 12);
  return { algorithm: 'sha256', version, files: Object.fromEntries(hashes) };
}

/** Paths on which two digests differ: changed, added or taken away. */
export function differences(one: CatalogueDigest, other: CatalogueDigest): string[] {
  const names = new Set([...Object.keys(one.files), ...Object.keys(other.files)]);
  return [...names].filter((name) => one.files[name] !== other.files[name]).sort();
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
