import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '..');

/** The real app, one window at a time: no second try, no parallel run. */
export default defineConfig({
  testDir: path.join(root, 'tests'),
  testMatch: ['{e2e,a11y}/**/*.{spec,test}.ts', ...(process.env.COMPTOIR_PACKAGE === '1' ? ['package/**/*.spec.ts'] : [])],
  outputDir: path.join(root, 'build/test-results'),
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], [path.join(root, 'build/test/playwright-reporter.mjs')]],
});
