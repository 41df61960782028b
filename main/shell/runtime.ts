import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Runtime } from '../core/health.ts';
import { OUT } from './windows.ts';

/**
 * Which Electron runs: `runtime.json` beside the bundles says which one the build was given. A release has no such file's
 * `fallback` in it: the release path refuses one.
 */
export function readRuntime(): Runtime {
  const versions = { electron: process.versions.electron ?? null, node: process.versions.node };
  let kind: unknown;
  try {
    ({ kind } = JSON.parse(readFileSync(path.join(OUT, 'runtime.json'), 'utf8')));
  } catch {
    kind = 'official';
  }
  return { kind: kind === 'fallback' || kind === 'given' ? kind : 'official', ...versions };
}
