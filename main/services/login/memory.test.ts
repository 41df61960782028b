import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forbidLocking } from './index.ts';

test('a process that may not lock memory is one the system knows as such', async () => {
  expect(await forbidLocking()).toBe(true);
  expect(readFileSync('/proc/self/limits', 'utf8')).toMatch(/^Max locked memory\s+0\s+0\s/m);
});
