import path from 'node:path';
import { reachesWorld } from '../setup/display.mjs';
import { setUp } from '../setup/index.mjs';
import { ROOT, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { say } from '../setup/say.mjs';
import { inWorld } from '../setup/world.mjs';

/**
 * A simulated card in the virtual reader of a PC/SC world that nobody else sees: `sim [switches]` opens Comptoir beside it,
 * `sim [switches] -- command …` runs the command there and ends with its exit code. `sim --list` names people, flaws and switches.
 * Both use the screen there is; where the world cannot reach it, one in memory, and say so.
 */
export default async function sim(args) {
  const list = args.includes('--list');
  const app = !args.includes('--') && !list;
  const runtime = await setUp({ lists: ['test'], runtime: app, build: app ? 'test' : null });
  const mine = reachesWorld();
  if (!mine && !list) say('There is no X display here that the simulation can use: windows open on a screen in memory, unseen.');
  const env = {
    ...(app ? { ...runtimeEnv(runtime), COMPTOIR_ELECTRON: runtime.binary } : process.env),
    ...(mine && { COMPTOIR_SCREEN: 'mine' }),
  };
  return inWorld(toolNode(), [path.join(ROOT, 'tests/scenes/sim.ts'), ...args], { env });
}
