import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Check } from '../../core/health.ts';

// Checks of the machine itself. Each gives a status and a detail in `key=value`, for the IT person; each may throw, and is then `unknown`.

type Finding = Omit<Check, 'id'>;
const MB = 1024 * 1024;
const LITTLE = 500 * MB;
const TOO_LITTLE = 50 * MB;

/** Room on the disk of the data folder (or, before the first start, of the folder it will be made in), and whether a file can be written. */
export function disk(dataFolder: string): Finding {
  const folder = existing(dataFolder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const detail = `free=${Math.floor(free / MB)}MB`;
  const probe = join(folder, `.probe-${randomUUID()}`);
  try {
    writeFileSync(probe, 'x');
  } catch (error) {
    return { status: 'bad', detail: `${detail} write=${codeOf(error)}` };
  } finally {
    rmSync(probe, { force: true });
  }
  return { status: free < TOO_LITTLE ? 'bad' : free < LITTLE ? 'warning' : 'good', detail };
}

function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

const DAY = 86_400_000;
const END_OF_SENSE = new Date('2100-01-01');

/** A clock that stands before the day on which this program (or the journal) was last written is wrong. `files`: any that exist. */
export function clock(now: Date, files: readonly string[]): Finding {
  const newest = Math.max(0, ...files.map((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0));
  const detail = `now=${now.toISOString()} written=${new Date(newest).toISOString()}`;
  if (now >= END_OF_SENSE || now.getTime() < newest - DAY) return { status: 'bad', detail };
  return { status: now.getTime() < newest ? 'warning' : 'good', detail };
}

/** Swap writes memory, and a card's facts with it, to the disk. In memory (zram) and behind dm-crypt it does not. */
export function swap(proc = '/proc', sys = '/sys'): Finding {
  const devices = readFileSync(join(proc, 'swaps'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split(/\s+/)[0] || []);
  const clear = devices.filter((device) => !/^\/dev\/zram\d/.test(device) && !isEncrypted(device, sys));
  const detail = devices.length === 0 ? 'swap=off' : `swap=${devices.join(',')}`;
  return clear.length === 0 ? { status: 'good', detail } : { status: 'warning', detail: `${detail} clear=${clear.join(',')}` };
}

function isEncrypted(device: string, sys: string): boolean {
  try {
    return readFileSync(join(sys, 'block', basename(device), 'dm/uuid'), 'utf8').startsWith('CRYPT-');
  } catch {
    return false; // not a mapped device
  }
}

/** A core dump is the memory of a crashed process in a file (core(5)). A pipe is run whatever the limit says. */
export function coreDumps(proc = '/proc'): Finding {
  const pattern = readFileSync(join(proc, 'sys/kernel/core_pattern'), 'utf8').trim();
  const limits = readFileSync(join(proc, 'self/limits'), 'utf8');
  const limit = /^Max core file size\s+(\S+)/m.exec(limits)?.[1] ?? '';
  const detail = `core_pattern=${JSON.stringify(pattern)} limit=${limit}`;
  if (pattern === '' || /^\|\s*\/(usr\/)?bin\/(false|true)$/.test(pattern)) return { status: 'good', detail };
  if (pattern.startsWith('|')) return { status: 'warning', detail };
  return { status: limit === '0' ? 'good' : 'bad', detail };
}

/** Hibernation writes all of memory to the disk. It cannot where there is no place for it, and does not in the clear behind dm-crypt. */
export function hibernation(sys = '/sys'): Finding {
  const power = (file: string) => {
    try {
      return readFileSync(join(sys, 'power', file), 'utf8').trim();
    } catch {
      return ''; // a kernel without it
    }
  };
  const resume = power('resume');
  const off = !power('state').split(/\s+/).includes('disk') || power('disk').includes('[disabled]') || /^(?:0:0)?$/.test(resume);
  if (off) return { status: 'good', detail: 'hibernation=off' };
  const detail = `hibernation=on resume=${resume}`;
  let kind = '';
  try {
    kind = readFileSync(join(sys, 'dev/block', resume, 'dm/uuid'), 'utf8');
  } catch {
    // not a mapped device
  }
  return kind.startsWith('CRYPT-') ? { status: 'good', detail: `${detail} encrypted` } : { status: 'warning', detail };
}

/** What the print service keeps of a job that is printed (cupsd.conf(5), PreserveJobFiles, PreserveJobHistory). Without it, nothing. */
export function printCopies(conf = '/etc/cups/cupsd.conf'): Finding {
  if (!existsSync(conf)) return { status: 'good', detail: 'cups=none' };
  const lines = readFileSync(conf, 'utf8').split('\n');
  const said = (name: string, otherwise: string) => {
    const values = lines.flatMap((line) => new RegExp(`^\\s*${name}\\s+(\\S+)`, 'i').exec(line)?.[1] ?? []);
    return values.at(-1) ?? otherwise;
  };
  const [files, history] = [said('PreserveJobFiles', '1d'), said('PreserveJobHistory', 'Yes')];
  const none = (value: string) => /^(?:no|off|false|0)$/i.test(value);
  const detail = `PreserveJobFiles=${files} PreserveJobHistory=${history}`;
  return { status: none(files) && none(history) ? 'good' : 'warning', detail };
}

/**
 * Can the pages be sandboxed here: user namespaces, or a setuid helper beside the program; and was it not switched off? Chromium has
 * no sandbox for root: `npm start` switches it off then, and the package does not start.
 */
export function sandbox(argv: readonly string[], execPath: string, proc = '/proc', uid = process.getuid?.()): Finding {
  const off = argv.filter((word) => word === '--no-sandbox' || word === '--disable-setuid-sandbox');
  if (off.length > 0) return { status: 'bad', detail: `argv=${off.join(',')}` };
  const flag = (path: string, otherwise: number) => {
    try {
      return Number(readFileSync(join(proc, 'sys', path), 'utf8'));
    } catch {
      return otherwise; // a kernel without this switch does not forbid
    }
  };
  const spaces =
    flag('user/max_user_namespaces', 1) > 0 &&
    flag('kernel/unprivileged_userns_clone', 1) === 1 &&
    flag('kernel/apparmor_restrict_unprivileged_userns', 0) === 0;
  const helper = statSync(join(dirname(execPath), 'chrome-sandbox'), { throwIfNoEntry: false });
  const setuid = helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
  const detail = `userns=${spaces} setuid=${setuid}`;
  if (!spaces && !setuid) return { status: 'bad', detail };
  return uid === 0 ? { status: 'warning', detail: `${detail} uid=0` } : { status: 'good', detail };
}

/** The system's code of an error, for a detail. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'error';
}
