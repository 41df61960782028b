import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');
const beside = ['main', 'native', 'renderer', 'build'].map((folder) => `${folder}/**/*.test.{ts,tsx}`);
const apart = ['contract', 'flows', 'security', 'faults', 'house', 'package', 'portal'].map(
  (folder) => `tests/${folder}/**/*.test.{ts,tsx}`,
);

/** Files that start the real card service: they share one reader, so they run one after the other. */
const cards = globSync(beside, { cwd: root }).filter((file) =>
  /sim\/world|\.\/world\.ts/.test(readFileSync(path.join(root, file), 'utf8')),
);

const common = {
  root,
  environment: 'node',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  passWithNoTests: false,
} as const;
const define = { __TEST_BUILD__: 'true' };

export default defineConfig({
  root,
  define,
  // Vitest has no use for the app's public files.
  publicDir: false,
  test: {
    reporters: ['default', path.join(root, 'build/test/vitest-reporter.mjs')],
    projects: [
      { define, test: { ...common, name: 'beside', include: beside, exclude: cards, sequence: { groupOrder: 0 } } },
      {
        define,
        test: {
          ...common,
          name: 'apart',
          include: [...cards, ...apart],
          // Packaging takes a minute and has a turn of its own.
          exclude: process.env.COMPTOIR_PACKAGE === '1' ? [] : ['tests/package/**'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
