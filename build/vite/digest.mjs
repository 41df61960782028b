import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The digest of a catalogue folder: { algorithm: 'sha256', version, files: { '<path below the folder>': hex } },
 * every JSON file but digest.json itself, in the order of their names. `version` is the first 12 hex digits of the
 * sha256 over "<path>\n<hex>\n" of all files: the name of this state of the catalogue.
 */
export function digestOf(folder) {
  const names = readdirSync(folder, { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name.endsWith('.json') && name !== 'digest.json')
    .sort();
  const files = Object.fromEntries(names.map((name) => [name, hex(readFileSync(path.join(folder, name)))]));
  const version = hex(names.map((name) => `${name}\n${files[name]}\n`).join('')).slice(0, 12);
  return { algorithm: 'sha256', version, files };
}

const hex = (bytes) => createHash('sha256').update(bytes).digest('hex');
