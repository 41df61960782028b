import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// `npm run sim` as somebody without a terminal has it: everything goes through pipes.

const SIM = path.resolve(import.meta.dirname, '../scenes/sim.ts');
let folder: string;
let sim: ChildProcess | null = null;
let [out, told] = ['', ''];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-sim-test-'));
  [out, told] = ['', ''];
});
afterEach(() => {
  sim?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(words: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [SIM, ...words], { stdio: 'pipe', env: { ...process.env, ...env } });
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    told += bytes.toString();
  });
  sim = child;
  return child;
}

test('beside Comptoir, each line that is sent pulls the card or puts it back, and its code is told', async () => {
  // Stands for Electron, which reads no input.
  const [app, end] = [path.join(folder, 'app'), path.join(folder, 'end')];
  writeFileSync(app, `#!/bin/sh\nwhile [ ! -e '${end}' ]; do sleep 0.1; done\n`, { mode: 0o755 });
  const child = start(['--pin', '4711'], { COMPTOIR_ELECTRON: app });
  const times = (sentence: string) => told.split(sentence).length - 1;
  await vi.waitFor(() => expect(told).toContain('The code of the card is 4711.'), 20_000);
  expect([times('The card of nadia is in the reader.'), times('The card is out.')]).toEqual([1, 0]);
  child.stdin?.write('\n');
  await vi.waitFor(() => expect(times('The card is out.')).toBe(1), 20_000);
  child.stdin?.write('\n');
  await vi.waitFor(() => expect(times('The card of nadia is in the reader.')).toBe(2), 20_000);
  expect(times('The card is out.')).toBe(1);
  child.stdin?.end();
  writeFileSync(end, '');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('beside a command, the lines are the command’s, and that is said', async () => {
  const child = start(['--', 'cat']);
  child.stdin?.end('for the command\n');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(out).toBe('for the command\n');
  expect(told).toContain('Enter does not move the card');
  expect(told).not.toContain('The card is out.');
});
