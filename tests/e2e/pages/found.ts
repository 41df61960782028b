import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Files below a folder, written since `since`, whose bytes hold one of these words, as UTF-8 or UTF-16; bytes as they are. */
export function found(folder: string, words: readonly (string | Buffer)[], since = 0): string[] {
  const needles = words.flatMap((word) =>
    typeof word === 'string' ? [Buffer.from(word), Buffer.from(word, 'utf16le')] : [word],
  );
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      try {
        if (statSync(file).mtimeMs < since) return false;
        const bytes = readFileSync(file);
        return needles.some((needle) => bytes.includes(needle));
      } catch {
        return false; // a socket, or a file that ended while we looked
      }
    });
}
