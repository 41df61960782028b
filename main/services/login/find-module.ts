import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The program between the browser and the card (PKCS#11). */
export interface LoginModule {
  /** `state`: the middleware of the Belgian State (Fedict's eid-mw). `opensc`: what every Debian has. */
  readonly kind: 'state' | 'opensc';
  readonly file: string;
  /** Signs with the elliptic keys of applet 1.8. OpenSC (0.23, card-belpic.c) knows these keys, and cannot. */
  readonly elliptic: boolean;
}

/** Where the packages of Debian, Ubuntu, Fedora and a build by hand put them; the first that is there is taken. */
const FOLDERS = [
  'usr/lib/x86_64-linux-gnu',
  'usr/lib/aarch64-linux-gnu',
  'usr/lib64',
  'usr/lib',
  'usr/local/lib/x86_64-linux-gnu',
  'usr/local/lib64',
  'usr/local/lib',
];
const KNOWN = [
  { kind: 'state', name: 'libbeidpkcs11.so.0', elliptic: true },
  { kind: 'opensc', name: 'opensc-pkcs11.so', elliptic: false },
] as const;

/** The best module on this machine, or null: nobody can log in with a card here. `root`: of the file system. */
export function findModule(root = '/'): LoginModule | null {
  for (const { kind, name, elliptic } of KNOWN) {
    const file = FOLDERS.map((folder) => join(root, folder, name)).find((one) => existsSync(one));
    if (file) return { kind, file, elliptic };
  }
  return null;
}
