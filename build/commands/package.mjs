import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kindOf } from '../package/kind.mjs';
import { foreground } from '../setup/exec.mjs';
import { setUp } from '../setup/index.mjs';
import { DIST, ROOT, readJson, STAMPS, toolNode } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { Stop, say } from '../setup/say.mjs';

/**
 * Makes build/dist/linux-unpacked and build/dist/comptoir_<version>_amd64.deb, with release bundles.
 * On the stand-in Electron the result is marked a test build; --release refuses that; --test-build marks it in any case.
 * --dir: no .deb. --testable (or COMPTOIR_TESTABLE=1): into build/dist/testable, --inspect open, so that tests can drive it.
 */
export default async function makePackage(args) {
  const testable = args.includes('--testable') || process.env.COMPTOIR_TESTABLE === '1';
  const wanted = readJson(path.join(ROOT, 'build/runtime.json')).electron;
  const runtime = await setUp({ lists: ['package'], runtime: true });
  const ask = { wanted, release: args.includes('--release'), marked: testable || args.includes('--test-build') };
  const testBuild = kindOf(runtime, ask) === 'test build';
  await setUp({ build: 'release' });
  const order = {
    dist: testable ? path.join(DIST, 'testable') : DIST,
    version: runtime.electron,
    electronDist: runtime.dist,
    target: args.includes('--dir') || testable ? 'dir' : 'deb',
    testBuild,
    testable,
  };
  if (await made(order, runtime)) return 0;
  if (testBuild)
    say(
      `Packaging a TEST BUILD on Electron ${runtime.electron} (${runtime.kind}): it is marked as one and is not for a counter.`,
    );
  else say(`Packaging on Electron ${runtime.electron} …`);
  const started = performance.now();
  clear(order);
  const code = await foreground(toolNode(), [path.join(ROOT, 'build/package/make.mjs'), JSON.stringify(order)], {
    cwd: ROOT,
    env: runtimeEnv(runtime),
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (code !== 0) throw new Stop('The package could not be made; the reason is above.');
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stampOf(order), fingerprint(order, runtime));
  say(`Packaged in ${((performance.now() - started) / 1000).toFixed(0)} s: ${path.relative(process.cwd(), order.dist)}`);
  return 0;
}

/** Takes away what an earlier order left, so that nobody finds two packages and takes the wrong one. */
function clear({ dist, target }) {
  rmSync(path.join(dist, 'linux-unpacked'), { recursive: true, force: true });
  if (target !== 'deb' || !existsSync(dist)) return;
  for (const name of readdirSync(dist)) if (name.endsWith('.deb')) rmSync(path.join(dist, name));
}

const stampOf = (order) => path.join(STAMPS, `packaged-${order.testable ? 'testable' : order.target}`);

/** Whether the package of this order is there already, made from the same bundles, the same Electron and the same rules. */
function made(order, runtime) {
  const stamp = stampOf(order);
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(order, runtime)) return false;
  const there = existsSync(order.dist) ? readdirSync(order.dist) : [];
  return there.includes('linux-unpacked') && (order.target === 'dir' || there.some((name) => name.endsWith('.deb')));
}

function fingerprint(order, runtime) {
  const hash = createHash('sha256').update(JSON.stringify([order, runtime]));
  const rules = readdirSync(path.join(ROOT, 'build/package'))
    .sort()
    .map((name) => path.join('build/package', name));
  for (const file of ['electron-builder.yml', 'package.json', ...rules]) hash.update(readFileSync(path.join(ROOT, file)));
  hash.update(readFileSync(path.join(STAMPS, 'built-release.json')));
  return hash.digest('hex');
}
