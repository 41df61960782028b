import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Puts a root among those that the NSS store of a home trusts for servers; makes the store if there is none. Needs `certutil`. */
export function trust(home: string, pem: string): void {
  const store = path.join(home, '.pki/nssdb');
  mkdirSync(store, { recursive: true, mode: 0o700 });
  const file = path.join(home, 'portal-ca.pem');
  writeFileSync(file, pem);
  if (!existsSync(path.join(store, 'cert9.db'))) execFileSync('certutil', ['-N', '-d', `sql:${store}`, '--empty-password']);
  execFileSync('certutil', ['-A', '-d', `sql:${store}`, '-n', 'invented portal root', '-t', 'C,,', '-i', file]);
}
