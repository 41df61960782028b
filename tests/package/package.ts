import { execFileSync, spawn } from 'node:child_process';
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

/** What a program left behind: its exit code (null: it hung and was killed) and what it said. */
export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

/** Runs to the end; one that takes longer is killed and has no exit code. `input` is piped in. */
export function run(words: string[], env: Record<string, string>, milliseconds = 20_000, input = ''): Promise<Ran> {
  const [command = '', ...args] = words;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] });
    // One that does not read is no mishap.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    const said = { out: '', err: '' };
    child.stdout.on('data', (bytes: Buffer) => {
      said.out += bytes.toString();
    });
    child.stderr.on('data', (bytes: Buffer) => {
      said.err += bytes.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, ...said });
    });
  });
}
