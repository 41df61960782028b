import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makePlace, memoryBase } from './place.ts';

let root: string;
let memory: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'place-'));
  memory = join(root, 'in memory');
  mkdirSync(memory);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=1777', 'comptoir-test', memory]);
});
afterEach(() => {
  execFileSync('umount', ['--lazy', memory]);
  rmSync(root, { recursive: true, force: true });
});
const options = () => ({ dataFolder: '/x', temp: join(root, 'temp'), bases: [join(root, 'on-disk'), memory] });

it('documents lie in memory where there is a place for that, in a folder that is nobody else’s', () => {
  mkdirSync(join(root, 'on-disk'));
  const place = makePlace(options());
  expect(place.memory).toBe(true);
  expect(place.folder.startsWith(`${memory}/`)).toBe(true);
  expect(statSync(place.folder).mode & 0o777).toBe(0o700);
  expect(memoryBase(options().bases)).toBe(memory);
});

it('without one they lie in the app’s own temporary folder, and that is known', () => {
  const place = makePlace({ ...options(), bases: [] });
  expect(place.folder.startsWith(join(root, 'temp'))).toBe(true);
  expect(place.memory).toBe(false);
  expect(memoryBase([join(root, 'temp')])).toBeNull();
});

it('a start finds them empty after a power cut, also where they lay before', () => {
  const first = makePlace({ ...options(), bases: [] });
  writeFileSync(join(first.folder, 'left'), 'x');
  const second = makePlace(options());
  expect(readdirSync(join(root, 'temp'))).toEqual([]);
  writeFileSync(join(second.folder, 'left'), 'x');
  const third = makePlace(options());
  expect(third.folder).toBe(second.folder);
  expect(readdirSync(third.folder)).toEqual([]);
});

it('a folder that somebody else put there is not used: shared memory is everybody’s to write', () => {
  const { folder } = makePlace(options());
  rmSync(folder, { recursive: true });
  mkdirSync(join(root, 'trap'));
  symlinkSync(join(root, 'trap'), folder);
  const place = makePlace(options());
  expect(place.folder).not.toBe(folder);
  expect(readdirSync(join(root, 'trap'))).toEqual([]);
});
