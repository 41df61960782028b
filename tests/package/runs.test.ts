import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OrdinaryUser, ordinaryUser } from '../fixtures/ordinary-user.ts';
import { extract, made, run } from './package.ts';

let installed: string;
let user: OrdinaryUser;
beforeAll(() => {
  installed = mkdtempSync(path.join(tmpdir(), 'comptoir-installed-'));
  extract(installed);
  execFileSync('chmod', ['755', installed]);
  user = ordinaryUser();
});
afterAll(() => {
  user.leave();
  rmSync(installed, { recursive: true, force: true });
});

const withoutDisplay = (env: Record<string, string>) => {
  const { DISPLAY: _, XAUTHORITY: __, ...rest } = env;
  return rest;
};
/** The titles of all windows on the screen. */
const titles = () => {
  const list = execFileSync('xprop', ['-root', '_NET_CLIENT_LIST'], { encoding: 'utf8' }).match(/0x[0-9a-f]+/g) ?? [];
  return list.map((id) => execFileSync('xprop', ['-id', id, '_NET_WM_NAME'], { encoding: 'utf8' }).replace(/^.*= /, '').trim());
};

describe('the command comptoir, as installed', () => {
  const command = () => path.join(installed, 'usr/bin/comptoir');

  test('examines the machine without a display, for an ordinary user', () => {
    const { out, err } = run([...user.prefix, command(), 'doctor', '--json'], withoutDisplay(user.env));
    const told = JSON.parse(out) as { checks: { id: string }[] };
    expect(
      told.checks.map(({ id }) => id),
      err,
    ).toContain('runtime');
  });

  test('says that there is no card service, no reader or no card with exit code 3', () => {
    const { code, out } = run([...user.prefix, command(), 'card', '--json'], withoutDisplay(user.env));
    expect(JSON.parse(out)).toBeTypeOf('object');
    expect(code).toBe(3);
  });

  test('works for root, who opens no page with it', () => {
    const { out } = run(
      [command(), 'doctor', '--json'],
      withoutDisplay({ ...(process.env as Record<string, string>), HOME: user.home }),
    );
    expect(JSON.parse(out)).toHaveProperty('checks');
  });

  test('refuses a word it does not know, and opens nothing', () => {
    const { code, err } = run([...user.prefix, command(), 'dance'], user.env);
    expect(code).not.toBe(0);
    expect(code).not.toBe(null);
    expect(err).not.toBe('');
    expect(titles()).toEqual([]);
  });
});

describe('the packaged app', () => {
  test('opens its windows for an ordinary user, with the sandbox on, and ends when asked', async () => {
    const [command = '', ...args] = [...user.prefix, made.binary];
    const app = spawn(command, args, { env: user.env, stdio: 'ignore', cwd: '/' });
    try {
      const deadline = Date.now() + 20_000;
      while (titles().length < 2 && Date.now() < deadline) await pause(100);
      // Kiosk and console: what a fresh machine shows.
      expect(titles().length).toBe(2);
      const tree = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
      expect(tree).toMatch(/comptoir --type=renderer/);
      expect(tree).not.toMatch(/comptoir .*--no-sandbox/);
    } finally {
      const ended = new Promise((resolve) => app.once('exit', resolve));
      app.kill('SIGTERM');
      await ended;
    }
    const deadline = Date.now() + 10_000;
    while (titles().length > 0 && Date.now() < deadline) await pause(100);
    expect(titles()).toEqual([]);
  });

  test('refuses to run without the sandbox, and says so', () => {
    const { code, err } = run([...user.prefix, made.binary, '--no-sandbox'], user.env);
    expect(code).not.toBe(0);
    expect(code).not.toBe(null);
    expect(err).not.toBe('');
  });

  test('refuses to run as root, and says so', () => {
    for (const switches of [[], ['--no-sandbox']]) {
      const { code, err } = run([made.binary, ...switches], { ...(process.env as Record<string, string>), HOME: user.home });
      expect(code).not.toBe(0);
      expect(err).not.toBe('');
    }
    expect(titles()).toEqual([]);
  });
});
