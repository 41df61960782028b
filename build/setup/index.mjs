import { ensureBuilt } from './built.mjs';
import { ensureDebian } from './debian.mjs';
import { alone } from './lock.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureRuntime, note, presentRuntime } from './runtime.mjs';

/**
 * Everything a command needs before it runs; quick when nothing changed. `needs`:
 * lists: names in build/debian.json; runtime: true fetches an Electron if there is none; build: 'test', 'release' or null.
 * Gives the runtime, or null when none was asked for and none is there.
 */
export function setUp({ lists = [], runtime = false, build = null }) {
  return alone(async () => {
    ensureDebian(...lists);
    ensurePackages();
    const found = runtime ? ensureRuntime() : presentRuntime();
    // Also where nothing opens a window: `doctor` says which runtime the windows have.
    if (build && found) note(found);
    if (build) await ensureBuilt(build);
    return found;
  });
}
