import { execFile } from 'node:child_process';

/**
 * Turns core dumps off for this process: a crash would write its memory, codes and cards with it, to a file. Node cannot set limits, so
 * util-linux's `prlimit` does. Where it is missing, or where the system hands dumps to a program whatever the limit (core(5)), only
 * the machine's own settings help: the health check says so. Never fails.
 */
export function noCoreDumps(): Promise<void> {
  return new Promise((resolve) => {
    execFile('prlimit', ['--pid', String(process.pid), '--core=0:0'], () => resolve());
  });
}
