import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { output } from './exec.mjs';
import { cachedFallback, makeFallback } from './fallback.mjs';
import { MODULES, OUT, readJson, toolNode } from './places.mjs';
import { Stop, say } from './say.mjs';
import { ensureSqlite } from './sqlite.mjs';

const PACKAGE = path.join(MODULES, 'electron');
const { env } = process;

/**
 * Makes sure there is an Electron to run and a better-sqlite3 that it can load; writes build/out/runtime.json.
 * Order: a given folder; the official one; the cached stand-in; the official download; a new stand-in.
 * COMPTOIR_RUNTIME=official or =fallback allows only that one; a mirror in the environment allows only the download.
 * Gives { kind: 'official' | 'fallback' | 'given', electron: version, dist: folder, binary: file }.
 */
export function ensureRuntime() {
  const runtime = given() ?? choose();
  ensureSqlite(runtime.binary);
  note(runtime);
  return runtime;
}

/** What is there already, without fetching anything; null when nothing is. */
export function presentRuntime() {
  return given() ?? official() ?? cachedFallback();
}

/** The environment in which the electron package, Playwright and electron-builder find this runtime. */
export function runtimeEnv(runtime) {
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...rest } = env;
  return runtime.kind === 'official' ? rest : { ...rest, ELECTRON_OVERRIDE_DIST_PATH: runtime.dist };
}

function choose() {
  const only = env.COMPTOIR_RUNTIME;
  const mirror = env.ELECTRON_MIRROR || env.npm_config_electron_mirror;
  if (only === 'fallback') return cachedFallback() ?? makeFallback();
  if (only === 'official' || mirror) {
    const runtime = official() ?? download();
    if (runtime) return runtime;
    throw new Stop(
      `Electron ${wanted()} could not be downloaded${mirror ? ` from ${mirror}` : ''}, and nothing else was allowed.`,
    );
  }
  return official() ?? cachedFallback() ?? download() ?? makeFallback();
}

function given() {
  const folder = env.COMPTOIR_ELECTRON_DIST || env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return null;
  const dist = path.resolve(folder);
  const binary = path.join(dist, 'electron');
  if (!existsSync(binary)) throw new Stop(`There is no Electron in ${dist}, the folder given for it.`);
  const cached = cachedFallback();
  if (cached?.dist === dist) return cached;
  return { kind: 'given', electron: version(dist), dist, binary };
}

function official() {
  const dist = path.join(PACKAGE, 'dist');
  const binary = path.join(dist, 'electron');
  return existsSync(binary) && version(dist) === wanted() ? { kind: 'official', electron: wanted(), dist, binary } : null;
}

function download() {
  if (!existsSync(path.join(PACKAGE, 'install.js')))
    throw new Stop('The npm package electron is missing: delete node_modules and try again.');
  say(`Downloading Electron ${wanted()} …`);
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...clean } = env;
  spawnSync(toolNode(), [path.join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: 900_000, env: clean });
  const runtime = official();
  if (!runtime) say('It could not be downloaded from here.');
  return runtime;
}

const wanted = () => readJson(path.join(PACKAGE, 'package.json'))?.version ?? null;

function version(dist) {
  const file = path.join(dist, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  const asNode = { ...env, ELECTRON_RUN_AS_NODE: '1' };
  return output(`The Electron in ${dist} does not start.`, path.join(dist, 'electron'), ['-p', 'process.versions.electron'], {
    env: asNode,
  }).trim();
}

/** For `doctor` and the about screen: which runtime this build runs on. */
export function note({ kind, electron }) {
  const file = path.join(OUT, 'runtime.json');
  const text = `${JSON.stringify({ kind, electron })}\n`;
  mkdirSync(OUT, { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
