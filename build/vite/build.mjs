// node build/vite/build.mjs <test|release>: builds the whole app into build/out or build/release.
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { digestOf } from '../../main/services/catalogue/digest.ts';
import { outputOf } from '../setup/built.mjs';
import { OUT, ROOT } from '../setup/places.mjs';
import { mainConfig, preloadConfig, rendererConfig } from './configs.mjs';

const mode = process.argv[2] === 'release' ? 'release' : 'test';
const out = outputOf(mode);
const configs = [mainConfig(mode, out), preloadConfig(mode, out), rendererConfig(mode, out)].filter((config) => config !== null);
for (const config of configs) {
  await build(config).catch((problem) => {
    process.exitCode = 1;
    // Rolldown's message says file, line and reason; its stack says nothing about our code.
    console.error(problem.message);
  });
}
copyLocales();
const note = path.join(OUT, 'runtime.json');
if (out !== OUT && existsSync(note)) copyFileSync(note, path.join(out, 'runtime.json'));

function copyLocales() {
  const from = path.join(ROOT, 'locales');
  const to = path.join(out, 'locales');
  if (!existsSync(from)) return;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  const catalogue = path.join(to, 'procedures');
  if (existsSync(catalogue))
    writeFileSync(path.join(catalogue, 'digest.json'), `${JSON.stringify(digestOf(catalogue), null, 1)}\n`);
}
