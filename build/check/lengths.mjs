// Red when a source file is longer than the house allows: node build/check/lengths.mjs [folder].
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../setup/places.mjs';
import { filesBelow } from './files.mjs';

const MOST = 300;
const root = path.resolve(process.argv[2] ?? ROOT);
const long = filesBelow(root, /\.(ts|tsx|mjs|cjs|js|css)$/)
  .map((file) => ({ file, lines: readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length }))
  .filter(({ lines }) => lines > MOST);
for (const { file, lines } of long) console.log(`${file}: ${lines} lines, ${MOST} are allowed`);
process.exitCode = long.length === 0 ? 0 : 1;
