import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-lengths-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const check = () => spawnSync(process.execPath, [path.join(import.meta.dirname, 'lengths.mjs'), folder], { encoding: 'utf8' });

test('300 lines are allowed, 301 are not', () => {
  writeFileSync(path.join(folder, 'long.ts'), '// a line\n'.repeat(300));
  expect(check().status).toBe(0);
  writeFileSync(path.join(folder, 'longer.tsx'), '// a line\n'.repeat(301));
  const red = check();
  expect(red.status).toBe(1);
  expect(red.stdout).toBe('longer.tsx: 301 lines, 300 are allowed\n');
});
