import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Where a visit's documents lie. `memory`: the place is not on a disk (it may still be swapped out: a check of its own). */
export interface Place {
  folder: string;
  memory: boolean;
}

export interface PlaceOptions {
  /** Of the data folder: two Comptoirs on one machine have two places. */
  dataFolder: string;
  /** The app's own temporary folder, for a machine without a place in memory. */
  temp: string;
  /** Places in memory, the best one first; the machine's own when not said. */
  bases?: readonly string[];
  mountinfo?: string;
}

/** The session's own folder (pam_systemd: 0700, a tmpfs, gone with the session), then the machine's shared memory. */
const machineBases = () =>
  [process.env.XDG_RUNTIME_DIR, '/dev/shm'].filter((base) => base !== undefined && base !== '') as string[];

/**
 * Makes the place anew and empty, whatever an earlier start or a power cut left in any of the places it could have been. Throws
 * when not even the temporary folder can be written.
 */
export function makePlace(options: PlaceOptions): Place {
  const name = `comptoir-papers-${createHash('sha256').update(options.dataFolder).digest('hex').slice(0, 16)}`;
  const mounts = readMounts(options.mountinfo);
  const bases = options.bases ?? machineBases();
  for (const base of [...bases, options.temp])
    if (isOurs(join(base, name))) rmSync(join(base, name), { recursive: true, force: true });
  for (const base of bases) {
    if (!inMemory(base, mounts)) continue;
    const folder = make(join(base, name));
    if (folder) return { folder, memory: true };
  }
  mkdirSync(options.temp, { recursive: true, mode: 0o700 });
  const folder = make(join(options.temp, name));
  if (!folder) throw new Error('no place for documents');
  return { folder, memory: inMemory(options.temp, mounts) };
}

/** Whether this machine has a place in memory for them, and which: for the check of the machine. Makes nothing. */
export function memoryBase(bases: readonly string[] = machineBases(), mountinfo?: string): string | null {
  const mounts = readMounts(mountinfo);
  return bases.find((base) => inMemory(base, mounts)) ?? null;
}

/** Shared memory is everybody's to write: a folder that is there already may be a stranger's trap. */
function make(folder: string): string | null {
  try {
    mkdirSync(folder, { mode: 0o700 });
    chmodSync(folder, 0o700);
    return isOurs(folder) ? folder : null;
  } catch {
    return null;
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.();
}

export interface Mount {
  /** Numbers of the mount and of its device. */
  id: string;
  at: string;
  type: string;
  source: string;
  options: readonly string[];
}

/** proc(5), /proc/pid/mountinfo: `36 35 98:0 /root /at options … - type source options`. Spaces in names are octal. */
export function readMounts(file = '/proc/self/mountinfo'): Mount[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const words = line.split(' ');
    const dash = words.indexOf('-', 6);
    const [at, own, type, source] = [words[4], words[5], words[dash + 1], words[dash + 2]];
    if (dash < 0 || !at || !own || !type || !source) return [];
    return [{ id: `${words[0]} ${words[2]}`, at: plain(at), type, source: plain(source), options: own.split(',') }];
  });
}

const plain = (name: string) =>
  name.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

function inMemory(folder: string, mounts: readonly Mount[]): boolean {
  let real: string;
  try {
    real = realpathSync(folder);
  } catch {
    return false;
  }
  const holds = mounts.filter(({ at }) => real === at || real.startsWith(at.endsWith(sep) ? at : at + sep));
  // The longest, and of several at one place the last: it covers those before it.
  const longest = Math.max(0, ...holds.map(({ at }) => at.length));
  const mount = holds.findLast(({ at }) => at.length === longest);
  return mount?.type === 'tmpfs' || mount?.type === 'ramfs';
}
