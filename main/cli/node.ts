import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import about from '../../package.json' with { type: 'json' };
import { Runtime } from '../core/health.ts';
import { launchChild } from '../services/card/index.ts';
import { run } from './index.ts';

// `comptoir …` on plain Node: for development, tests and benches. The package runs the same commands inside its own program.

const built = join(import.meta.dirname, '..');

/** Where Electron keeps the data of a program of this name. */
const dataFolder = join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), about.productName);

/** The runtime that the build was given for the windows: this process itself is only Node. */
function builtRuntime(): Runtime {
  const node = process.versions.node;
  try {
    const { kind, electron } = JSON.parse(readFileSync(join(built, 'runtime.json'), 'utf8'));
    return Runtime.parse({ kind, electron, node });
  } catch {
    return { kind: 'node', electron: null, node };
  }
}

process.exitCode = await run(process.argv.slice(2), {
  launch: launchChild(join(built, 'main/native.js')),
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  dataFolder,
  localesFolder: join(built, 'locales'),
  runtime: builtRuntime(),
  now: () => new Date(),
});
