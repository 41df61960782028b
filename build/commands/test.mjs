import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runChecks } from '../check/index.mjs';
import { setUp } from '../setup/index.mjs';
import { MODULES, ROOT, STAMPS, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { Stop, say } from '../setup/say.mjs';
import { inWorld } from '../setup/world.mjs';
import { note, total } from '../test/tally.mjs';
import makePackage from './package.mjs';

const RUNNERS = {
  vitest: [path.join(MODULES, 'vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'],
  playwright: [path.join(MODULES, '@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts'],
};
/** Projects of build/playwright.config.ts. */
const LANES = ['portal', 'counter'];
const PARTS = ['check', 'package', ...Object.keys(RUNNERS)];

/**
 * Sets everything up, then checks, packages and tests all of it; the last line on stdout is `N passed, N failed`.
 * --only check|vitest|playwright|package [filters]: one part. --full: with the long tests (they ask for COMPTOIR_FULL).
 */
export default async function test(args) {
  const at = args.indexOf('--only');
  const only = at < 0 ? null : args[at + 1];
  if (only !== null && !PARTS.includes(only)) throw new Stop(`--only takes one of ${PARTS.join(', ')}.`);
  const filters = at < 0 ? [] : args.slice(at + 2);
  const full = args.includes('--full');
  const wants = (part) => only === null || only === part;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-test-'));
  const tally = path.join(folder, 'tally');
  writeFileSync(tally, '');
  process.env.COMPTOIR_TALLY = tally;
  try {
    if (only === 'check') await setUp({});
    if (wants('check')) {
      if (only === null) await setUp({ lists: ['test', 'package'], runtime: true });
      const results = await runChecks(filters);
      note(
        'check',
        results.filter(({ good }) => good).length,
        results.filter(({ good }) => !good).map(({ name }) => name),
      );
    }
    if (only !== 'check') await run(tally, { wants, only, filters, full });
    return conclude(total(tally));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(tally, { wants, only, filters, full }) {
  const runtime = await setUp({ lists: ['test'], runtime: true, build: 'test' });
  const packaged = wants('package');
  if (packaged) {
    await makePackage([]);
    await makePackage(['--testable']);
  }
  const env = {
    ...runtimeEnv(runtime),
    COMPTOIR_ELECTRON: runtime.binary,
    ...(packaged && { COMPTOIR_PACKAGE: '1' }),
    ...(full && { COMPTOIR_FULL: '1' }),
  };
  for (const [runner, words] of Object.entries(RUNNERS)) {
    if (!wants(runner) && only !== 'package') continue;
    const mine = only === 'package' ? ['tests/package', ...filters] : filters;
    // The app mostly waits, for a card or for a person: a machine of two cores has room for two of it, each in a world of its own.
    const lanes = runner === 'playwright' && only === null ? LANES : [null];
    say(`Running ${runner} …`);
    const before = total(tally);
    const codes = await Promise.all(
      lanes.map((lane) => {
        const chosen = lane === null ? [] : ['--project', lane];
        // Its own place in /tmp goes by the user's number, which is 0 for everybody in there.
        const cache = path.join(STAMPS, 'playwright', lane ?? 'all');
        return inWorld(toolNode(), [...words, ...chosen, ...mine], { cwd: ROOT, env: { ...env, PWTEST_CACHE_DIR: cache } });
      }),
    );
    const after = total(tally);
    // A runner that fell over before it could count, or that found nothing to run.
    const silent = after.runners.length < before.runners.length + lanes.length;
    const failed = codes.some((code) => code !== 0);
    if (silent || (failed && after.failed.length === before.failed.length)) note(runner, 0, [`ended with ${codes.join(', ')}`]);
  }
}

function conclude({ passed, failed }) {
  if (failed.length > 0) process.stdout.write(`\nFailed:\n${failed.map((name) => `  ${name}\n`).join('')}`);
  if (passed + failed.length === 0) process.stdout.write('\nNothing was tested.\n');
  process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`);
  return passed > 0 && failed.length === 0 ? 0 : 1;
}
