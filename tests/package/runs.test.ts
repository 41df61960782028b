import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Mint, openMint } from '../../native/sim/mint.ts';
import { openWorld, type World } from '../../native/sim/world.ts';
import { type OrdinaryUser, ordinaryUser } from '../fixtures/ordinary-user.ts';
import { extract, made, run } from './package.ts';

let installed: string;
let user: OrdinaryUser;
let world: World;
let mint: Mint;
beforeAll(async () => {
  installed = mkdtempSync(path.join(tmpdir(), 'comptoir-installed-'));
  extract(installed);
  execFileSync('chmod', ['755', installed]);
  user = ordinaryUser();
  world = await openWorld();
  mint = openMint();
});
afterAll(async () => {
  await world.close();
  user.leave();
  rmSync(installed, { recursive: true, force: true });
});

const withoutDisplay = ({ DISPLAY: _, XAUTHORITY: __, ...env }: Record<string, string>) => env;
/** Root, who has no home here but the user's. */
const asRoot = () => ({ PATH: user.env.PATH ?? '', HOME: user.home });
/** The titles of all windows on the screen. */
const titles = () => {
  const list = execFileSync('xprop', ['-root', '_NET_CLIENT_LIST'], { encoding: 'utf8' }).match(/0x[0-9a-f]+/g) ?? [];
  return list.map((id) => execFileSync('xprop', ['-id', id, '_NET_WM_NAME'], { encoding: 'utf8' }).replace(/^.*= /, '').trim());
};

describe('the command comptoir, as installed', () => {
  const command = () => path.join(installed, 'usr/bin/comptoir');
  const statusOf = (out: string, id: string) =>
    (JSON.parse(out) as { checks: { id: string; status: string }[] }).checks.find((check) => check.id === id)?.status;

  test('examines the machine without a display, for an ordinary user and for root', async () => {
    for (const [prefix, env] of [
      [user.prefix, withoutDisplay(user.env)],
      [[], asRoot()],
    ] as const) {
      const { out, err } = await run([...prefix, command(), 'doctor', '--json'], env);
      expect(statusOf(out, 'service'), err).toBe('good');
      expect(statusOf(out, 'runtime')).not.toBe('unknown');
      expect(err).toBe('');
    }
  });

  test('says that no card is there with exit code 3', async () => {
    const { code, out } = await run([...user.prefix, command(), 'card', '--json'], withoutDisplay(user.env));
    expect(JSON.parse(out)).toMatchObject({ kind: null, mishap: 'no-card' });
    expect(code).toBe(3);
  });

  test('reads a card whole and calls a simulated one not genuine, whatever roots it is offered', async () => {
    const roots = path.join(installed, 'roots.pem');
    writeFileSync(roots, mint.roots);
    await world.plug(mint.card('nadia'));
    const env = { ...withoutDisplay(user.env), COMPTOIR_TRUST_ROOTS: roots };
    const { code, out } = await run([...user.prefix, command(), 'card', '--json', '--wait', '5'], env);
    world.unplug();
    expect(JSON.parse(out)).toMatchObject({ kind: 'eid', identity: null, mishap: 'not-genuine', verdict: { chain: false } });
    expect(code).toBe(5);
  });

  test('never prints the national number: it refuses the option, before any card is touched', async () => {
    const { code, out, err } = await run(
      [...user.prefix, command(), 'card', '--json', '--national-number'],
      withoutDisplay(user.env),
    );
    expect([code, out]).toEqual([69, '']);
    expect(err).not.toBe('');
  });

  test('judges the addresses of a procedure’s site, opens none of them, and takes no other catalogue', async () => {
    const urls = ['https://mypension.be/', 'https://mypension.be.example/', 'file:///etc/passwd', 'mailto:x@example.be'];
    const env = { ...withoutDisplay(user.env), COMPTOIR_CATALOGUE: installed };
    const { code, out, err } = await run([...user.prefix, command(), 'portal', 'check', 'pension-estimation', ...urls], env);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ url, why }) => [url, why])).toEqual([
      [urls[0], null],
      [urls[1], 'look-alike'],
      [urls[2], 'file'],
      [urls[3], 'mail'],
    ]);
    expect([code, err]).toEqual([1, '']);
  });

  test('judges what has no address, too: a permission, a key, a print', async () => {
    const env = withoutDisplay(user.env);
    const check = async (...asked: string[]) => {
      const { code, out } = await run([...user.prefix, command(), 'portal', 'check', 'pension-estimation', ...asked], env);
      const { url, rule } = JSON.parse(out);
      return [code, url, rule];
    };
    expect(await check('--as', 'permission', 'geolocation')).toEqual([1, 'geolocation', 'no-permission']);
    expect(await check('--as', 'key', 'Control+P')).toEqual([1, 'Control+P', 'no-key']);
    expect(await check('--as', 'print')).toEqual([0, null, 'print']);
  });

  test('guards notes that are piped in, and prints none of what it found', async () => {
    const notes = 'NN 85.02.30-033.90\nCarte lue, 15 minutes\n';
    const { code, out, err } = await run([...user.prefix, command(), 'guard'], withoutDisplay(user.env), 20_000, notes);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('{"ok":false,"findings":[{"kind":"national-number","start":3,"end":18}]}\n{"ok":true,"findings":[]}\n');
  });

  test('refuses a word it does not know, and opens nothing', async () => {
    const { code, err } = await run([...user.prefix, command(), 'dance'], user.env);
    expect(code).toBe(64);
    expect(err).toContain('dance');
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
      expect(execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })).not.toMatch(/comptoir .*--no-sandbox/);
      // Every page's process has a filter on its system calls (proc(5), Seccomp: 2).
      const pages = execFileSync('pgrep', ['-f', 'comptoir --type=renderer'], { encoding: 'utf8' }).trim().split('\n');
      for (const pid of pages) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
    } finally {
      const ended = new Promise((resolve) => app.once('exit', resolve));
      app.kill('SIGTERM');
      await ended;
    }
    const deadline = Date.now() + 10_000;
    while (titles().length > 0 && Date.now() < deadline) await pause(100);
    expect(titles()).toEqual([]);
  });

  test('refuses to run without the sandbox, and says so', async () => {
    const { code, err } = await run([...user.prefix, made.binary, '--no-sandbox'], user.env);
    expect(code).toBe(1);
    expect(err).not.toBe('');
    expect(titles()).toEqual([]);
  });

  test('refuses to run where others could look on, and says so', async () => {
    const { code, err } = await run([...user.prefix, made.binary, '--remote-debugging-port=0'], user.env);
    // Chromium opens its port before our first line runs; it finds no window behind it, and is gone at once.
    expect(code).toBe(1);
    expect(err).toMatch(/^Comptoir \S+ .+\.$/m);
    expect(titles()).toEqual([]);
  });

  test('refuses to run as root, and says so', async () => {
    for (const switches of [[], ['--no-sandbox']]) {
      const { code, err } = await run([made.binary, ...switches], { ...asRoot(), ...(process.env as Record<string, string>) });
      expect(code).not.toBe(0);
      expect(err).not.toBe('');
    }
    expect(titles()).toEqual([]);
  });
});
