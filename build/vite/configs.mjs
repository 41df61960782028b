import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { ROOT, readJson } from '../setup/places.mjs';

/** Loaded at run time: Electron itself, and the packages with native parts. Everything else is in the bundle. */
const EXTERNAL = ['electron', 'better-sqlite3', 'pcsc-mini', /^node:/, ...builtinModules];

/** Oldest runtime the bundles must run on: the stand-in Electron 33 (Node 20.18, Chromium 130). */
const NODE = 'node20';
const CHROMIUM = 'chrome130';

const MAIN = {
  index: 'main/index.ts',
  cli: 'main/cli/node.ts',
  'journal-worker': 'main/services/journal/worker.ts',
  native: 'native/process.ts',
};
const SEATS = ['kiosk', 'console', 'phone', 'paper', 'pin'];

const present = (entries) =>
  Object.fromEntries(
    Object.entries(entries)
      .map(([name, file]) => [name, path.join(ROOT, file)])
      .filter(([, file]) => existsSync(file)),
  );

const common = (mode) => ({
  configFile: false,
  mode: 'production',
  logLevel: 'warn',
  publicDir: false,
  define: { __TEST_BUILD__: String(mode === 'test'), 'process.env.NODE_ENV': '"production"' },
});

/** Of package.json only what the app says of itself goes into a bundle. */
const aboutOnly = {
  name: 'about-only',
  enforce: 'pre',
  load(id) {
    if (id.split('?')[0] !== path.join(ROOT, 'package.json')) return null;
    const { name, productName, version } = readJson(path.join(ROOT, 'package.json'));
    return JSON.stringify({ name, productName, version });
  },
};

const node = (mode, input, outDir, output) => ({
  ...common(mode),
  root: ROOT,
  plugins: [aboutOnly],
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'pcsc-mini'] },
  build: {
    ssr: true,
    target: NODE,
    outDir,
    emptyOutDir: true,
    minify: true,
    sourcemap: mode === 'test',
    reportCompressedSize: false,
    // Chunks lie beside the entries: the code finds its folder by import.meta.dirname.
    rolldownOptions: {
      input,
      external: EXTERNAL,
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', ...output },
    },
  },
});

/** Main process, CLI, journal worker and native process: ES modules in <out>/main. */
export function mainConfig(mode, out) {
  const input = present(MAIN);
  return Object.keys(input).length === 0 ? null : node(mode, input, path.join(out, 'main'), { format: 'es' });
}

/** The preload: one CommonJS file, as a sandboxed page wants it. */
export function preloadConfig(mode, out) {
  const input = present({ index: 'main/shell/preload.ts' });
  if (Object.keys(input).length === 0) return null;
  return node(mode, input, path.join(out, 'preload'), { format: 'cjs', entryFileNames: '[name].cjs' });
}

/** The pages of the seats; parts they share and each language are files of their own. */
export function rendererConfig(mode, out) {
  const input = present(Object.fromEntries(SEATS.map((seat) => [seat, `renderer/${seat}/index.html`])));
  if (Object.keys(input).length === 0) return null;
  return {
    ...common(mode),
    root: path.join(ROOT, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: CHROMIUM,
      outDir: path.join(out, 'renderer'),
      emptyOutDir: true,
      minify: true,
      sourcemap: mode === 'test',
      reportCompressedSize: false,
      // The content security policy allows no data: fonts or scripts, and Chromium preloads modules by itself.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input },
    },
  };
}
