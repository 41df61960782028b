import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { output } from './exec.mjs';
import { Stop } from './say.mjs';

/** Whether this session has a screen to draw on. */
export const hasDisplay = () => Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Whether a private world (own network, own /run) can draw on this session's screen: X by its socket in /tmp. Not Wayland, whose socket
 * lies in /run, and not the X of another machine (`ssh -X`).
 */
export const reachesWorld = (env = process.env) => /^(unix)?:\d/.test(env.DISPLAY ?? '');

/**
 * Starts a screen in memory (Xvfb, 1920 × 1080) with a window manager if openbox is installed.
 * Gives the environment that leads there and `stop`, which ends both and removes their files.
 */
export async function openDisplay() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'comptoir-display-'));
  const authority = path.join(folder, 'authority');
  writeFileSync(authority, '', { mode: 0o600 });
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp', '-auth', authority], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await displayNumber(server).catch((problem) => {
    rmSync(folder, { recursive: true, force: true });
    throw problem;
  });
  const env = { DISPLAY: `:${number}`, XAUTHORITY: authority };
  output('The screen in memory could not be opened.', 'xauth', [
    '-f',
    authority,
    'add',
    env.DISPLAY,
    '.',
    randomBytes(16).toString('hex'),
  ]);
  // The server reads its keys again when the last window goes or on this signal.
  server.kill('SIGHUP');
  const manager = existsSync('/usr/bin/openbox')
    ? spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, ...env } })
    : null;
  if (manager) await pause(150);
  const stop = () => {
    manager?.kill();
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', stop);
  return { env, stop };
}

/** The number Xvfb writes once it listens. */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdio[3].on('data', (bytes) => {
      said += bytes;
      if (said.endsWith('\n')) resolve(said.trim());
    });
    server.once('error', () => reject(new Stop('Xvfb is not installed, and there is no display.')));
    server.once('exit', () => reject(new Stop('Xvfb could not open a screen in memory.')));
  });
}
