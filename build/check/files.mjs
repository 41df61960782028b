import { readdirSync } from 'node:fs';
import path from 'node:path';

const NOT_OURS = new Set(['node_modules', '.git', 'out', 'release', 'dist', 'test-results', 'screens']);

/** Paths (below `root`, with /) of our own files whose name matches; built and fetched things are left out. */
export function filesBelow(root, name, folder = '') {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(root, name, file);
      return entry.isFile() && name.test(entry.name) ? [file] : [];
    });
}
