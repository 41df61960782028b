import { constants, readFileSync, realpathSync } from 'node:fs';
import { open, statfs, unlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { type Mount, readMounts } from './place.ts';

/** A USB stick that the machine has mounted. */
export interface Stick {
  at: string;
  /** Its label, as the machine uses it for the folder. */
  label: string;
  /** Tells it from one that is put in later: the kernel's numbers of mount and device. */
  mount: string;
}

/** Where a desktop mounts what is plugged in (udisks2; older Debian: /media). */
const PLACES = ['/media/', '/run/media/'];

/**
 * The sticks, the one that was put in last at the end. One that is write-protected is there, too: its owner has put it in, and must
 * hear why nothing goes on it. A disk that cannot be taken out is none, nor a CD. `sys` and `mountinfo`: of the machine.
 */
export function findSticks({
  sys = '/sys',
  mountinfo,
  places = PLACES,
}: {
  sys?: string;
  mountinfo?: string;
  places?: readonly string[];
} = {}): Stick[] {
  const found = readMounts(mountinfo).filter(
    ({ at, source }) =>
      places.some((place) => at.startsWith(place)) &&
      source.startsWith('/dev/') &&
      !source.startsWith('/dev/sr') &&
      isRemovable(basename(source), sys),
  );
  // Where two are in, the one that can be written to.
  const writable = ({ options }: Mount) => Number(options.includes('rw'));
  found.sort((a, b) => writable(a) - writable(b));
  return found.map(({ at, id }) => ({ at, label: at.split('/').at(-1) ?? '', mount: id }));
}

/** The kernel says so of the disk (sysfs-block, `removable`), or the disk hangs on USB: some sticks call themselves fixed. */
function isRemovable(device: string, sys: string): boolean {
  try {
    const real = realpathSync(join(sys, 'class/block', device));
    if (/\/usb\d+\//.test(real)) return true;
    // A partition lies in its disk's folder.
    return [real, join(real, '..')].some((folder) => read(join(folder, 'removable')) === '1');
  } catch {
    return false;
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

export interface ToCopy {
  name: string;
  bytes: Uint8Array;
}

/**
 * Writes documents on the stick and waits until it has them: afterwards it may be taken out. A name that is there already gets a
 * number. `stick-failed`: it is full, write-protected, or was pulled; nothing half-written keeps its name.
 */
export async function copyToStick(stick: Stick, papers: readonly ToCopy[]): Promise<Result<number>> {
  try {
    const { bavail, bsize } = await statfs(stick.at);
    if (bavail * bsize < papers.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)) return mishap('stick-failed');
    for (const { name, bytes } of papers) await copy(stick.at, name, bytes);
    const folder = await open(stick.at, constants.O_RDONLY | constants.O_DIRECTORY);
    // Not every file system of a stick can sync a folder (FAT before Linux 2.6.33, FUSE); its files are synced already.
    await folder.sync().catch(() => {});
    await folder.close();
    return done(papers.length);
  } catch {
    return mishap('stick-failed');
  }
}

const MOST_NAMES = 1000;

async function copy(to: string, name: string, bytes: Uint8Array): Promise<void> {
  const dot = name.lastIndexOf('.');
  for (let turn = 1; turn <= MOST_NAMES; turn++) {
    const path = join(to, turn === 1 ? name : `${name.slice(0, dot)}-${turn}${name.slice(dot)}`);
    const file = await open(path, 'wx', 0o644).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null;
      throw error;
    });
    if (!file) continue;
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await unlink(path).catch(() => {});
      throw error;
    } finally {
      await file.close().catch(() => {});
    }
    return;
  }
  throw new Error('no name is free');
}
