import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFuses, setFuses } from './fuses.mjs';

const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-fuses-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program with a fuse wire of these states: 1 on, 0 off, r removed. */
function program(states: string, version = 1): string {
  const file = path.join(folder, `program-${states}-${version}`);
  const wire = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([version, states.length]),
    Buffer.from(states),
  ]);
  writeFileSync(file, Buffer.concat([Buffer.alloc(64, 1), wire, Buffer.alloc(64, 2)]));
  return file;
}

test('fuses are read by name, a removed one is left out', () => {
  expect(readFuses(program('10r'))).toEqual({ RunAsNode: true, EnableCookieEncryption: false });
});

test('a fuse that is set is read back, the others stay', () => {
  const file = program('1011');
  setFuses(file, { RunAsNode: false, EnableCookieEncryption: true });
  expect(readFuses(file)).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: true,
    EnableNodeCliInspectArguments: true,
  });
});

test('a wire that is not known, a program without one and a fuse it has not are refused', () => {
  expect(() => readFuses(program('1', 2))).toThrow('version');
  const bare = path.join(folder, 'bare');
  writeFileSync(bare, 'nothing');
  expect(() => readFuses(bare)).toThrow('exactly one');
  expect(() => setFuses(program('11'), { WasmTrapHandlers: true })).toThrow('no fuse');
});
