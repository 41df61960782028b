import { expect, test } from 'vitest';
import { kindOf } from './kind.mjs';

const wanted = '45.4.1';
const official = { kind: 'official', electron: wanted };
const fallback = { kind: 'fallback', electron: '33.2.1' };

test('a package on the Electron that ships is a release, unless it is marked', () => {
  expect(kindOf(official, { wanted })).toBe('release');
  expect(kindOf({ kind: 'given', electron: wanted }, { wanted, release: true })).toBe('release');
  expect(kindOf(official, { wanted, marked: true })).toBe('test build');
});

test('a package on a stand-in or on another version is a test build, and no release', () => {
  for (const runtime of [fallback, { kind: 'fallback', electron: wanted }, { kind: 'given', electron: '46.0.0' }]) {
    expect(kindOf(runtime, { wanted })).toBe('test build');
    expect(() => kindOf(runtime, { wanted, release: true })).toThrow(`this machine has ${runtime.electron} (${runtime.kind})`);
  }
});

test('nothing is both', () => {
  expect(() => kindOf(official, { wanted, release: true, marked: true })).toThrow('not a test build');
});
