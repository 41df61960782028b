import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { MODULES, ROOT, STAMPS, toolNode } from '../setup/places.mjs';

const bin = (name) => path.join(MODULES, name);
const info = (project) => path.join(STAMPS, `${project}.tsbuildinfo`);
const tsc = (project) => [
  bin('typescript/bin/tsc'),
  '-p',
  path.join('build/check/types', `${project}.json`),
  '--incremental',
  '--tsBuildInfoFile',
  info(project),
];

/** Name and arguments (for Node) of every check. All must be silent and end with 0. */
const CHECKS = {
  types: [bin('typescript/bin/tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', info('all')],
  'types of the core': tsc('core'),
  'types of the screens': tsc('renderer'),
  style: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  imports: [
    bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'main',
    'native',
    'renderer',
    'tests',
  ],
  'unused code': [bin('knip/bin/knip.js'), '--no-progress'],
  languages: ['build/check/locales.mjs'],
  lengths: ['build/check/lengths.mjs'],
};

/**
 * Runs the checks (all, or those named), two at a time, and prints a line for each; what a red one says is printed too.
 * Gives [{ name, good }] .
 */
export async function runChecks(only = []) {
  mkdirSync(STAMPS, { recursive: true });
  const waiting = Object.keys(CHECKS).filter((name) => only.length === 0 || only.includes(name));
  const results = [];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) results.push(await run(name));
  };
  await Promise.all([worker(), worker()]);
  return results;
}

function run(name) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(toolNode(), CHECKS[name], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        said += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      const good = code === 0;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${good ? '✓' : '✗'} check: ${name} (${seconds} s)\n${good ? '' : `${said.trimEnd()}\n`}`);
      resolve({ name, good });
    });
  });
}
