import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const MARKER_FILE = 'visit-open';

/** The file that is there while a visit is: after a power cut it is all that is left, and it holds one sign. */
export interface Marker {
  /** How many visits to count for it: 1, 0 after "do not count me", or null when no visit was open. */
  left(): 0 | 1 | null;
  /** Throws the file system's error: a disk that cannot take it must not stop a visit, so callers catch. */
  put(counted: boolean): void;
  remove(): void;
}

export function markerIn(folder: string): Marker {
  const file = join(folder, MARKER_FILE);
  return {
    left: () => {
      try {
        return readFileSync(file, 'utf8').startsWith('0') ? 0 : 1;
      } catch {
        return null; // not there, the ordinary case
      }
    },
    put: (counted) => {
      const open = openSync(file, 'w', 0o600);
      try {
        writeSync(open, counted ? '1' : '0');
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
    },
    remove: () => rmSync(file, { force: true }),
  };
}
