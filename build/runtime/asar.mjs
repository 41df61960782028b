import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Packs the files of one flat folder into an asar archive.
 * Layout (source: the README of @electron/asar): a pickled header with the JSON of the files, then their bytes.
 */
export function writeAsar(folder, file) {
  const names = readdirSync(folder).sort();
  const bodies = names.map((name) => readFileSync(path.join(folder, name)));
  const files = {};
  let offset = 0;
  for (const [i, name] of names.entries()) {
    files[name] = { size: bodies[i].length, offset: String(offset) };
    offset += bodies[i].length;
  }
  const json = Buffer.from(JSON.stringify({ files }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  for (const [at, value] of [4, padded + 8, padded + 4, json.length].entries()) head.writeUInt32LE(value, at * 4);
  json.copy(head, 16);
  writeFileSync(file, Buffer.concat([head, ...bodies]));
}

/**
 * The paths of all files in an asar archive, with a leading slash; files that lie beside it (unpacked) included.
 * @param {string} file
 * @returns {string[]}
 */
export function listAsar(file) {
  const bytes = readFileSync(file);
  const { files } = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const walk = (folder, at) =>
    Object.entries(folder).flatMap(([name, entry]) => (entry.files ? walk(entry.files, `${at}/${name}`) : [`${at}/${name}`]));
  return walk(files, '');
}
