import path from 'node:path';
import { foreground } from '../setup/exec.mjs';
import { setUp } from '../setup/index.mjs';
import { OUT, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { inWorld } from '../setup/world.mjs';

/**
 * The command line of Comptoir, in plain Node. stdout is the command's own.
 * `demo` opens the real app with a simulated card, so it gets an Electron, a screen and a card service of its own.
 */
export default async function comptoir(args) {
  const cli = [path.join(OUT, 'main/cli.js'), ...args];
  if (args[0] !== 'demo') {
    await setUp({ build: 'test' });
    return foreground(toolNode(), cli);
  }
  const runtime = await setUp({ lists: ['test'], runtime: true, build: 'test' });
  return inWorld(toolNode(), cli, { env: { ...runtimeEnv(runtime), COMPTOIR_ELECTRON: runtime.binary } });
}
