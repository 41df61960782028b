import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { output } from './exec.mjs';
import { MODULES, ROOT, readJson, STAMPS } from './places.mjs';
import { Stop, say } from './say.mjs';

const LOCK = path.join(ROOT, 'package-lock.json');
const STAMP = path.join(STAMPS, 'packages.json');

/** Installs the npm packages when package-lock.json is not the one they were installed from. */
export function ensurePackages() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Stop(`Comptoir needs Node 20 or newer to set itself up; this is Node ${process.versions.node}.`);
  }
  if (!existsSync(LOCK)) throw new Stop('package-lock.json is missing: this is not a complete copy of Comptoir.');
  const lock = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (readJson(STAMP)?.lock === lock && existsSync(path.join(MODULES, 'vite'))) return;
  say('Installing npm packages (about half a minute) …');
  // No package needs its install script (package.json, allowScripts), so none is run. Engine warnings are expected: npm runs on the Node at hand, the tools on the Node 24 it brings.
  output(
    'The npm packages could not be installed.',
    'npm',
    ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    { cwd: ROOT },
  );
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(STAMP, JSON.stringify({ lock }));
}
