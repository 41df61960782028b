import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How `scanimage` (SANE, Debian: sane-utils) is called; a machine without it has no scanner. */
const PROGRAM = 'scanimage';
/** A scanner that has to warm up takes half a minute; a page at 200 dpi as long again. */
const LONGEST_SCAN = 120_000;
const LONGEST_LOOK = 20_000;

/** The machine's scanners. */
export interface Scanner {
  /** Name of the first one as SANE has it, or null; looks at the machine each time, which takes seconds. */
  find(): Promise<string | null>;
  /**
   * One page as JPEG, in colour, 200 dots per inch (A4: about 1 MB), as the scanner gives it. Ends early when `stop` is aborted.
   * Throws when the scanner failed.
   */
  scan(device: string, stop: AbortSignal): AsyncIterable<Uint8Array>;
}

/** What scanimage may know of us: where its settings are, nothing else. */
const env = () => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  ...(process.env.SANE_CONFIG_DIR && { SANE_CONFIG_DIR: process.env.SANE_CONFIG_DIR }),
});

/** scanimage(1): `-f %d%n` prints the name of each device on a line. */
const find = () =>
  new Promise<string | null>((resolve) => {
    execFile(PROGRAM, ['-f', '%d%n'], { timeout: LONGEST_LOOK, env: env() }, (_, said) => {
      // A camera is a "scanner" to SANE: not at a counter.
      const names = String(said)
        .split('\n')
        .filter((name) => name !== '' && !name.startsWith('v4l:'));
      resolve(names[0] ?? null);
    });
  });

async function* scan(device: string, stop: AbortSignal): AsyncIterable<Uint8Array> {
  const wanted = ['-d', device, '--format=jpeg'];
  // Not every scanner knows every option; scanimage ends at once over an option that is not there.
  const tries = [['--mode', 'Color', '--resolution', '200'], ['--resolution', '200'], []];
  for (const [at, options] of tries.entries()) {
    const child = spawn(PROGRAM, [...wanted, ...options], { stdio: ['ignore', 'pipe', 'ignore'], env: env() });
    // A program that is not there says so by an event that nobody may miss; it gives no page, and its code is not 0.
    child.on('error', () => {});
    const limit = AbortSignal.any([stop, AbortSignal.timeout(LONGEST_SCAN)]);
    const end = () => void child.kill('SIGKILL');
    limit.addEventListener('abort', end, { once: true });
    let came = false;
    try {
      for await (const part of child.stdout) {
        came = true;
        yield part as Uint8Array; // a stream without an encoding gives bytes
      }
      const code = await ended(child);
      if (limit.aborted) throw new Error('stopped');
      if (code === 0 && came) return;
      if (came || at === tries.length - 1) throw new Error('scanimage failed');
    } finally {
      limit.removeEventListener('abort', end);
      end();
    }
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

export const sane: Scanner = { find, scan };
