import path from 'node:path';
import { app } from 'electron';
import { COMMANDS, run } from '../cli/index.ts';
import { launchNative } from './native.ts';
import { readRuntime } from './runtime.ts';
import { OUT } from './windows.ts';

/** The command words of this start, or null when the windows shall open. Only the package has commands here: in development they run on plain Node. */
export function commandOf(argv: readonly string[], packaged: boolean): string[] | null {
  if (!packaged) return null;
  // The installed command puts this mark before the words: an unknown word is told so and opens nothing.
  const mark = argv.indexOf('--cli');
  if (mark >= 0) return argv.slice(mark + 1);
  const words = argv.slice(1).filter((word, at) => at > 0 || !word.startsWith('--ozone'));
  const first = words.findIndex((word) => (COMMANDS as readonly string[]).includes(word));
  return first < 0 ? null : words.slice(first);
}

/** Runs a command without a window and ends with its exit code. */
export async function runCommand(words: string[]): Promise<void> {
  await app.whenReady();
  const code = await run(words, {
    launch: launchNative,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    dataFolder: app.getPath('userData'),
    localesFolder: path.join(OUT, 'locales'),
    runtime: readRuntime(),
    now: () => new Date(),
  });
  app.exit(code);
}
