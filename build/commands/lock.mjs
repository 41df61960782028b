import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../setup/places.mjs';
import { Stop, say } from '../setup/say.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');
const SYSTEMS = {
  android: 'android',
  darwin: 'darwin',
  macos: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const PROCESSORS = {
  aarch64: 'arm64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  x86: 'ia32',
  x64: 'x64',
  x86_64: 'x64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
};

/**
 * Run after `npm install` changed the lock. `npm ci` wants an entry for the optional package of every platform, also of
 * those the registry at hand does not have; npm leaves them out. This adds them, named for their platform, so that no
 * machine of another platform fetches them. Nothing else of the lock is touched.
 */
export default async function completeLock() {
  const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
  let added = 0;
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (found(lock.packages, place, name)) continue;
      lock.packages[`node_modules/${name}`] = platformEntry(name, version, entry);
      added += 1;
    }
  }
  const sorted = Object.keys(lock.packages).sort((a, b) => a.localeCompare(b, 'en'));
  lock.packages = Object.fromEntries(sorted.map((place) => [place, lock.packages[place]]));
  writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
  say(`package-lock.json: ${added} packages of other platforms named.`);
  return 0;
}

/** Node's own way to look: beside the package, then ever further up. */
function found(packages, place, name) {
  const above = place.split('/node_modules/');
  for (let depth = above.length; depth >= 0; depth--) {
    const at = above.slice(0, depth).join('/node_modules/');
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
  }
  return false;
}

function platformEntry(name, version, parent) {
  const words = name.split('/').pop().split('-');
  const system = words.map((word) => SYSTEMS[word]).find(Boolean);
  const processor = words.map((word) => PROCESSORS[word]).find(Boolean);
  if (!system || !processor || !/^\d/.test(version))
    throw new Stop(`${name}@${version}: its platform cannot be told from its name.`);
  const libc = words.find((word) => word.startsWith('musl'))
    ? { libc: ['musl'] }
    : words.find((word) => word.startsWith('gnu'))
      ? { libc: ['glibc'] }
      : {};
  return { version, cpu: [processor], ...(parent.dev && { dev: true }), ...libc, optional: true, os: [system] };
}
