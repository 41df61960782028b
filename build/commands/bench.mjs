import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setUp } from '../setup/index.mjs';
import { ROOT, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { Stop } from '../setup/say.mjs';
import { inWorld } from '../setup/world.mjs';

const FOLDER = path.join(ROOT, 'tests/bench');

/** `bench -- <name>` runs tests/bench/<name>.ts, which prints JSON lines; without a name the names are told. */
export default async function bench([name, ...args]) {
  const file = path.join(FOLDER, `${name}.ts`);
  if (!name || !existsSync(file)) {
    const names = readdirSync(FOLDER).filter((entry) => entry.endsWith('.ts') && !entry.startsWith('measure'));
    throw new Stop(`npm run bench -- <name>, one of: ${names.map((entry) => path.basename(entry, '.ts')).join(', ')}`);
  }
  const runtime = await setUp({ lists: ['test'], runtime: true, build: 'test' });
  return inWorld(toolNode(), [file, ...args], { cwd: ROOT, env: { ...runtimeEnv(runtime), COMPTOIR_ELECTRON: runtime.binary } });
}
