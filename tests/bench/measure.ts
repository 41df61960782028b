import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** One start of one program: milliseconds from spawn to the first painted screen, and what it holds 3 s later (PSS, MiB). */
export interface Start {
  paintedMs: number;
  pssMiB: number;
  processes: number;
}

const LONGEST = 30_000;
const SETTLE = 3_000;

/** Starts `binary app` with a fresh profile, waits for its line `PAINTED <epoch ms>`, weighs it, ends it. */
export async function measureStart(binary: string, app: string, settings: object | null): Promise<Start> {
  const profile = mkdtempSync(path.join(tmpdir(), 'comptoir-bench-'));
  if (settings) writeFileSync(path.join(profile, 'settings.json'), JSON.stringify(settings));
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const began = Date.now();
  const child = spawn(binary, [...flags, app, `--user-data-dir=${profile}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, COMPTOIR_BENCH: '1' },
  });
  try {
    const paintedMs = (await painted(child)) - began;
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    return { paintedMs, ...weigh(child.pid ?? 0) };
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(timer);
    rmSync(profile, { recursive: true, force: true });
  }
}

function painted(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no screen was painted within 30 s')), LONGEST);
    let said = '';
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const found = /PAINTED (\d+)/.exec(said);
      if (!found) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    });
  });
}

/** What a process and all its descendants hold together. */
export function weigh(root: number): { processes: number; pssMiB: number } {
  const family = familyOf(root);
  return { processes: family.length, pssMiB: Math.round(family.reduce((sum, pid) => sum + pssOf(pid), 0) / 1024) };
}

/** A process and all its descendants, as /proc tells. */
function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '');
      parents.set(Number(name), Number(stat.split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const family = [root];
  for (const member of family) for (const [pid, parent] of parents) if (parent === member) family.push(pid);
  return family;
}

/** Proportional set size in KiB: shared pages counted once over all who share them. */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? half : half - 1] ?? Number.NaN, sorted[half] ?? Number.NaN];
  return (low + high) / 2;
}
