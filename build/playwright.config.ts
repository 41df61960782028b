import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '..');

/** Kiosks with a real site in them. The two lanes run side by side in `npm test`, and take about as long: keep them so. */
const PORTAL = [
  'e2e/{escape-*,frames,login*,once,portal*,private,twelve-ends,wipe-portal}.spec.ts',
  'a11y/{portal,papers}.spec.ts',
];
const ALL = ['{e2e,a11y}/**/*.{spec,test}.ts', ...(process.env.COMPTOIR_PACKAGE === '1' ? ['package/**/*.spec.ts'] : [])];

/** The real app, one window at a time on a screen: no second try, and in a lane no parallel run. */
export default defineConfig({
  testDir: path.join(root, 'tests'),
  projects: [
    { name: 'portal', testMatch: PORTAL, outputDir: path.join(root, 'build/test-results/portal') },
    { name: 'counter', testMatch: ALL, testIgnore: PORTAL, outputDir: path.join(root, 'build/test-results/counter') },
  ],
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], [path.join(root, 'build/test/playwright-reporter.mjs')]],
});
