import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The project, by a path that an ordinary user can enter too. */
const APP = process.env.COMPTOIR_OPEN_APP ?? path.resolve(import.meta.dirname, '../..');
const DIST = path.join(APP, 'build/dist');

/** What `npm run package` made: the unpacked folder, its program and archive, and the .deb. */
export const made = {
  folder: path.join(DIST, 'linux-unpacked'),
  binary: path.join(DIST, 'linux-unpacked/comptoir'),
  archive: path.join(DIST, 'linux-unpacked/resources/app.asar'),
  unpacked: path.join(DIST, 'linux-unpacked/resources/app.asar.unpacked'),
  deb(): string {
    const names = readdirSync(DIST).filter((name) => name.endsWith('.deb'));
    if (names.length !== 1) throw new Error(`there should be one .deb, there are ${names.length}`);
    return path.join(DIST, names[0] ?? '');
  },
};

/** Takes the .deb apart into a folder, as dpkg would lay it out on the disk. */
export function extract(folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('dpkg-deb', ['-x', made.deb(), folder]);
}

/** Runs to the end; a program that hangs is killed and has no exit code. */
export function run(
  words: string[],
  env: Record<string, string>,
  milliseconds = 20_000,
): { code: number | null; out: string; err: string } {
  const [command = '', ...args] = words;
  const ran = spawnSync(command, args, { env, encoding: 'utf8', timeout: milliseconds, killSignal: 'SIGKILL', cwd: '/' });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
