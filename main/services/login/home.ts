import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoginModule } from './find-module.ts';
import { modulesText, openscText } from './texts.ts';

/** The HOME of our process, below the data folder: its certificates, modules and caches are never those of the user. */
export function homeOf(dataFolder: string): { home: string; opensc: string } {
  const home = join(dataFolder, 'home');
  return { home, opensc: join(home, 'opensc.conf') };
}

/**
 * Writes what NSS and OpenSC read when the first page is loaded: the list of modules (NSS keeps it in `$HOME/.pki/nssdb`, as Chromium has
 * it) and OpenSC's settings. What is right already is left alone. `ignored`: readers (part of their names) whose cards are not the
 * citizen's. Throws what the disk says.
 */
export function prepareHome(dataFolder: string, module: LoginModule | null, ignored: readonly string[]): void {
  const { home, opensc } = homeOf(dataFolder);
  const store = join(home, '.pki', 'nssdb');
  for (const folder of [home, join(home, '.pki'), store]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
  }
  put(join(store, 'pkcs11.txt'), modulesText(store, module));
  put(opensc, openscText(ignored));
}

function put(file: string, text: string): void {
  if (textOf(file) !== text) writeFileSync(file, text, { mode: 0o600 });
  chmodSync(file, 0o600);
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
