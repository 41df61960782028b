import { closeSync, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export const MARKER_FILE = 'visit-open';
const VERSION = '1\n';

/** The file that is there while a visit is: after a power cut it is all that is left, and it says nothing but its version. */
export interface Marker {
  isThere(): boolean;
  /** Throws the file system's error: a disk that cannot take it must not stop a visit, so callers catch. */
  put(): void;
  remove(): void;
}

export function markerIn(folder: string): Marker {
  const file = join(folder, MARKER_FILE);
  return {
    isThere: () => existsSync(file),
    put: () => {
      const open = openSync(file, 'w', 0o600);
      try {
        writeSync(open, VERSION);
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
    },
    remove: () => rmSync(file, { force: true }),
  };
}
