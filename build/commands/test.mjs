import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runChecks } from '../check/index.mjs';
import { setUp } from '../setup/index.mjs';
import { MODULES, ROOT, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { say } from '../setup/say.mjs';
import { inWorld } from '../setup/world.mjs';
import { note, total } from '../test/tally.mjs';

const RUNNERS = {
  vitest: [path.join(MODULES, 'vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'],
  playwright: [path.join(MODULES, '@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts'],
};

/**
 * Sets everything up, then checks and tests all of it; the last line on stdout is `N passed, N failed`.
 * `--only vitest|playwright|check [filters]` runs a part; `--full` adds the long tests (the package, opened and used).
 */
export default async function test(args) {
  const at = args.indexOf('--only');
  const only = at < 0 ? null : args[at + 1];
  const filters = at < 0 ? [] : args.slice(at + 2);
  const runtime = await setUp({ lists: ['test', 'package'], runtime: true, build: 'test' });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-test-'));
  const tally = path.join(folder, 'tally');
  writeFileSync(tally, '');
  process.env.COMPTOIR_TALLY = tally;
  try {
    if (!only || only === 'check') {
      const results = await runChecks(filters);
      note(
        'check',
        results.filter(({ good }) => good).length,
        results.filter(({ good }) => !good).map(({ name }) => name),
      );
    }
    const env = {
      ...runtimeEnv(runtime),
      COMPTOIR_ELECTRON: runtime.binary,
      ...(args.includes('--full') && { COMPTOIR_FULL: '1' }),
    };
    for (const runner of Object.keys(RUNNERS)) {
      if (only && only !== runner) continue;
      say(`Running ${runner} …`);
      const before = total(tally);
      const code = await inWorld(toolNode(), [...RUNNERS[runner], ...filters], { cwd: ROOT, env });
      const after = total(tally);
      // A runner that fell over before it could count, or that found nothing to run.
      if (after.runners.length === before.runners.length || (code !== 0 && after.failed.length === before.failed.length)) {
        note(runner, 0, [`ended with ${code}`]);
      }
    }
    return conclude(total(tally));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function conclude({ passed, failed }) {
  if (failed.length > 0) process.stdout.write(`\nFailed:\n${failed.map((name) => `  ${name}\n`).join('')}`);
  if (passed + failed.length === 0) process.stdout.write('\nNothing was tested.\n');
  process.stdout.write(`\n${passed} passed, ${failed.length} failed\n`);
  return passed > 0 && failed.length === 0 ? 0 : 1;
}
