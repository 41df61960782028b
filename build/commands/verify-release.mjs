import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { output } from '../setup/exec.mjs';
import { setUp } from '../setup/index.mjs';
import { MODULES, ROOT, readJson, STAMPS, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { Stop, say } from '../setup/say.mjs';
import { inWorld } from '../setup/world.mjs';
import { total } from '../test/tally.mjs';
import makePackage from './package.mjs';

const RESULT = path.join(ROOT, 'docs/verify-release.json');
const VITEST = [path.join(MODULES, 'vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'];
const PLAYWRIGHT = [path.join(MODULES, '@playwright/test/cli.js'), 'test', '--config', 'build/playwright.config.ts'];

/**
 * On a machine with network: downloads the Electron that ships and shows, on that one, what all other machines show on a
 * stand-in. Writes docs/verify-release.json, which goes into git with the release.
 * --rehearse: the same steps on whatever Electron is here, written to no file that anybody could take for the real thing.
 */
export default async function verifyRelease(args) {
  const rehearsal = args.includes('--rehearse');
  if (!rehearsal) process.env.COMPTOIR_RUNTIME = 'official';
  const runtime = await setUp({ lists: ['test', 'package'], runtime: true, build: 'test' });
  const steps = [];
  const step = async (name, work) => {
    say(`${name} …`);
    const started = performance.now();
    const result = await work().catch((problem) => ({ good: false, detail: problem.message }));
    steps.push({ name, ...result, seconds: Math.round((performance.now() - started) / 1000) });
    say(`${name}: ${result.good ? 'good' : 'NOT GOOD'} (${result.detail})`);
  };
  await step('Electron', () => electron(runtime));
  await step('SQLite', () => sqlite(runtime));
  await step('card service and contract', () =>
    tests(runtime, VITEST, ['native', 'main', 'tests/contract', 'tests/flows', 'tests/faults', 'tests/security']),
  );
  await step('the app', () => tests(runtime, PLAYWRIGHT, []));
  await step('package', () => packaged(runtime, rehearsal));
  const good = steps.every((one) => one.good);
  const { version } = readJson(path.join(ROOT, 'package.json'));
  const report = {
    comptoir: version,
    day: new Date().toISOString().slice(0, 10),
    electron: runtime.electron,
    kind: runtime.kind,
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    good,
    steps,
  };
  const file = rehearsal ? path.join(STAMPS, 'rehearsal.json') : RESULT;
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  if (good)
    say(
      rehearsal
        ? 'The rehearsal went well; nothing is verified by it.'
        : `Verified. Commit ${path.relative(ROOT, RESULT)} with the release.`,
    );
  return good ? 0 : 1;
}

async function electron({ binary }) {
  const { electron: is, node, napi } = JSON.parse(asNode(binary, 'JSON.stringify(process.versions)'));
  const { electron: wanted } = readJson(path.join(ROOT, 'build/runtime.json'));
  return { good: is === wanted || process.argv.includes('--rehearse'), detail: `Electron ${is}, Node ${node}, Node-API ${napi}` };
}

async function sqlite({ binary }) {
  const program = `(() => {
    const open = require(${JSON.stringify(path.join(MODULES, 'better-sqlite3'))});
    const base = new open(':memory:');
    base.exec('create virtual table words using fts5(word)');
    return base.prepare('select sqlite_version() as version').get().version;
  })()`;
  return { good: true, detail: `SQLite ${asNode(binary, program).trim()} loads and searches` };
}

const asNode = (binary, program) =>
  output('Electron does not run this.', binary, ['-p', program], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });

async function tests(runtime, words, filters, more = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-verify-'));
  const tally = path.join(folder, 'tally');
  writeFileSync(tally, '');
  const env = {
    ...runtimeEnv(runtime),
    COMPTOIR_ELECTRON: runtime.binary,
    COMPTOIR_TALLY: tally,
    PWTEST_CACHE_DIR: path.join(STAMPS, 'playwright'),
    ...more,
  };
  try {
    // The report is alone on stdout.
    const code = await inWorld(toolNode(), [...words, ...filters], {
      cwd: ROOT,
      env,
      stdio: ['ignore', process.stderr, 'inherit'],
    });
    const { passed, failed } = total(tally);
    return {
      good: code === 0 && passed > 0 && failed.length === 0,
      detail: [`${passed} passed, ${failed.length} failed`, ...failed].join('; '),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function packaged(runtime, rehearsal) {
  if ((await makePackage(rehearsal ? [] : ['--release'])) !== 0) throw new Stop('the package was not made');
  return tests(runtime, VITEST, ['tests/package'], { COMPTOIR_PACKAGE: '1' });
}
