import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A USB stick as a desktop mounts it. Only in the private world, whose mounts nobody else sees. */
export interface PluggedStick {
  /** Where it is mounted. */
  at: string;
  /** Whoever pushes the little switch on its side. */
  protect(): void;
  /** Out, as one should; throws while anybody still has something of it open. */
  eject(): void;
  /** Out, whatever was being done with it. */
  pull(): void;
}

const SYS = '/sys/class/block';

/**
 * Plugs in a stick: a file system of its own below /run/media, from a disk of which the kernel says that it can be taken out. Only
 * that saying is ours, laid over the machine's own list of disks. `size`: as tmpfs(5) takes it.
 */
export function plugStick(label: string, size = '2m'): PluggedStick {
  if (process.env.COMPTOIR_WORLD !== '1') throw new Error('not in the private world');
  mount('tmpfs', SYS);
  mkdirSync(path.join(SYS, 'devices/sdz/sdz1'), { recursive: true });
  writeFileSync(path.join(SYS, 'devices/sdz/removable'), '1\n');
  symlinkSync(path.join(SYS, 'devices/sdz/sdz1'), path.join(SYS, 'sdz1'));
  const at = path.join('/run/media/citizen', label);
  mkdirSync(at, { recursive: true });
  mount('/dev/sdz1', at, `size=${size}`);
  let isIn = true;
  const out = (...how: string[]) => {
    if (!isIn) return;
    execFileSync('umount', [...how, at]);
    execFileSync('umount', ['--lazy', SYS]);
    isIn = false;
  };
  return {
    at,
    protect: () => void execFileSync('mount', ['-o', 'remount,ro', at]),
    // Without --lazy: the kernel refuses while a file or a folder of it is open.
    eject: () => out(),
    pull: () => out('--lazy'),
  };
}

function mount(source: string, at: string, options = 'mode=755'): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, source, at]);
}
