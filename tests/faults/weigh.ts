import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** What a process holds, as /proc tells. */
export interface Weight {
  /** Memory of its own, KiB (shared pages of Node's binary not counted). */
  readonly own: number;
  readonly threads: number;
  /** Open files, sockets and pipes, by what they lead to (numbers of sockets left out), sorted. */
  readonly handles: readonly string[];
  /** Processes below it, at any depth. */
  readonly children: number;
}

export function weigh(pid: number): Weight {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const own = [...rollup.matchAll(/^Private_\w+:\s+(\d+)/gm)].reduce((sum, [, size]) => sum + Number(size), 0);
  const handles = readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${name}`).replace(/\[\d+\]/, '')];
    } catch {
      // Closed while we looked.
      return [];
    }
  });
  return {
    own,
    threads: readdirSync(`/proc/${pid}/task`).length,
    handles: handles.sort(),
    children: childrenOf(pid).reduce((sum, child) => sum + 1 + weigh(child).children, 0),
  };
}

/** Processes that this one started; with `word`, those that have it in their command line. */
export function childrenOf(pid: number, word = ''): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((task) => {
    const list = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return list.filter((child) => {
      try {
        return readFileSync(`/proc/${child}/cmdline`, 'utf8').includes(word);
      } catch {
        // It ended while we looked.
        return false;
      }
    });
  });
}
