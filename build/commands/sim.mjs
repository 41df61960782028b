import path from 'node:path';
import { setUp } from '../setup/index.mjs';
import { ROOT, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { inWorld } from '../setup/world.mjs';

/**
 * A simulated card in the virtual reader of a PC/SC world that nobody else sees: `sim [switches]` opens Comptoir beside it,
 * `sim [switches] -- command …` runs the command there and ends with its exit code. `sim --list` names people, flaws and switches.
 */
export default async function sim(args) {
  const app = !args.includes('--') && !args.includes('--list');
  const runtime = await setUp({ lists: ['test'], runtime: app, build: app ? 'test' : null });
  const env = app
    ? { ...runtimeEnv(runtime), COMPTOIR_ELECTRON: runtime.binary, ...(process.env.DISPLAY && { COMPTOIR_SCREEN: 'mine' }) }
    : process.env;
  return inWorld(toolNode(), [path.join(ROOT, 'tests/scenes/sim.ts'), ...args], { env });
}
