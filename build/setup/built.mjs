import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foreground } from './exec.mjs';
import { OUT, RELEASE, ROOT, readJson, STAMPS, toolNode } from './places.mjs';
import { Stop, say } from './say.mjs';

const SOURCES = ['main', 'native', 'renderer', 'locales', 'build/vite', 'package.json', 'package-lock.json', 'tsconfig.json'];

const RUNTIME_NOTE = path.join(OUT, 'runtime.json');

/** Where the bundles of a mode go: 'test' (development and tests) or 'release'. */
export const outputOf = (mode) => (mode === 'release' ? RELEASE : OUT);

/** Builds the app in this mode when a source changed since the last build of that mode. */
export async function ensureBuilt(mode) {
  const stamp = path.join(STAMPS, `built-${mode}.json`);
  const sources = fingerprint(mode);
  if (readJson(stamp)?.sources === sources && existsSync(path.join(outputOf(mode), 'main'))) return;
  say(mode === 'release' ? 'Building Comptoir for release …' : 'Building Comptoir …');
  rmSync(stamp, { force: true });
  const started = performance.now();
  const code = await foreground(toolNode(), [path.join(ROOT, 'build/vite/build.mjs'), mode], {
    stdio: ['ignore', process.stderr, 'inherit'],
  });
  if (code !== 0) throw new Stop('Comptoir could not be built; the reason is above.');
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(stamp, JSON.stringify({ sources }));
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

/** Name, size and time of every source; unit tests do not count. */
function fingerprint(mode) {
  const hash = createHash('sha256');
  // A release carries a copy of the note about the runtime it was made for.
  if (mode === 'release' && existsSync(RUNTIME_NOTE)) hash.update(readFileSync(RUNTIME_NOTE));
  for (const source of SOURCES) add(hash, path.join(ROOT, source));
  return hash.digest('hex');
}

function add(hash, file) {
  if (!existsSync(file)) return;
  const stat = statSync(file);
  if (stat.isDirectory()) {
    for (const name of readdirSync(file).sort()) add(hash, path.join(file, name));
  } else if (!/\.test\.tsx?$/.test(file)) {
    hash.update(`${file}\0${stat.size}\0${stat.mtimeMs}\n`);
  }
}
