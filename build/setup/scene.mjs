import path from 'node:path';
import { setUp } from './index.mjs';
import { ROOT, toolNode } from './places.mjs';
import { runtimeEnv } from './runtime.mjs';
import { inWorld } from './world.mjs';

/** Plays tests/scenes/<name>.ts in the private world: the real app, a screen, a card service and a print service of its own. */
export async function inScene(name, args) {
  const runtime = await setUp({ lists: ['test'], runtime: true, build: 'test' });
  const env = { ...runtimeEnv(runtime), COMPTOIR_ELECTRON: runtime.binary };
  return inWorld(toolNode(), [path.join(ROOT, 'tests/scenes', `${name}.ts`), ...args], { env });
}
