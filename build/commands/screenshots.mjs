import path from 'node:path';
import { setUp } from '../setup/index.mjs';
import { MODULES, ROOT, STAMPS, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { inWorld } from '../setup/world.mjs';

/** Takes the pictures in docs/ again: tests/screenshots drives the real app and writes them. */
export default async function screenshots(args) {
  const runtime = await setUp({ lists: ['test'], runtime: true, build: 'test' });
  const words = [path.join(MODULES, '@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts', ...args];
  const env = {
    ...runtimeEnv(runtime),
    COMPTOIR_ELECTRON: runtime.binary,
    COMPTOIR_PICTURES: '1',
    PWTEST_CACHE_DIR: path.join(STAMPS, 'playwright'),
  };
  return inWorld(toolNode(), words, { cwd: ROOT, env });
}
