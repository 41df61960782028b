// Run inside the private world made by `inWorld`: node build/setup/world.mjs <command> <arguments…>.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDisplay } from './display.mjs';
import { foreground, output } from './exec.mjs';
import { ROOT } from './places.mjs';
import { Stop } from './say.mjs';

/** Root needs no user namespace; anybody else is root inside one of their own. */
const flags = () => (process.getuid() === 0 ? ['-mn'] : ['-Urmn']);

/**
 * Runs a program in a world of its own: own loopback network, own /run and /dev/shm, own screen. The card service and the printer
 * service that tests start there are seen by nobody else, and the machine's own are not seen from there.
 * Resolves with its exit code.
 */
export async function inWorld(command, args, options = {}) {
  const tried = spawnSync('unshare', [...flags(), 'true'], { encoding: 'utf8' });
  if (tried.status !== 0) {
    throw new Stop(
      `The tests need a network and a /run folder of their own, and this machine refuses them (unshare ${flags()[0]}): run as root, or allow user namespaces.`,
    );
  }
  // As for an ordinary user: with root's right to lock memory, OpenSC would end Chromium (services/login/memory.ts).
  const unlocked = process.getuid() === 0 ? ['setpriv', '--bounding-set=-ipc_lock', '--'] : [];
  const inner = [...unlocked, process.execPath, path.join(ROOT, 'build/setup/world.mjs'), command, ...args];
  const env = { ...(options.env ?? process.env), COMPTOIR_ROOT: process.getuid() === 0 ? '1' : '' };
  return foreground('unshare', [...flags(), '--kill-child', '--fork', '--', ...inner], { ...options, env });
}

async function enter([command, ...args]) {
  output('The private world has no network.', 'ip', ['link', 'set', 'lo', 'up']);
  output('The private world has no /run.', 'mount', ['-t', 'tmpfs', '-o', 'mode=755', 'comptoir', '/run']);
  // Papers lie in there: those of two worlds side by side are none of each other's business.
  output('The private world has no /dev/shm.', 'mount', ['-t', 'tmpfs', '-o', 'mode=1777', 'comptoir', '/dev/shm']);
  // A developer who wants to see the app keeps the screen there is (X only: the socket of Wayland lies in /run).
  const display = process.env.COMPTOIR_SCREEN === 'mine' ? { env: {}, stop: () => undefined } : await openDisplay();
  const env = { ...process.env, ...display.env, COMPTOIR_WORLD: '1', ...openTo(process.env.COMPTOIR_ELECTRON) };
  // The services that tests start are not on the path of an ordinary user.
  env.PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
  delete env.WAYLAND_DISPLAY;
  // A folder for temporary files that no other program writes to: tests look for traces in it. For every user, as /tmp is.
  env.TMPDIR = mkdtempSync(path.join(os.tmpdir(), 'comptoir-private-'));
  chmodSync(env.TMPDIR, 0o1777);
  try {
    return await foreground(command, args, { env });
  } finally {
    display.stop();
    rmSync(env.TMPDIR, { recursive: true, force: true });
  }
}

/**
 * Tests that run as an ordinary user must reach the app and Electron even where they lie in root's own home:
 * COMPTOIR_OPEN_APP and COMPTOIR_OPEN_ELECTRON (the binary) are paths that anybody can enter.
 */
function openTo(electron) {
  const bind = (from, name) => {
    const to = path.join('/run/comptoir', name);
    mkdirSync(to, { recursive: true });
    output('A folder cannot be opened to the tests.', 'mount', ['--bind', from, to]);
    return to;
  };
  const open = { COMPTOIR_OPEN_APP: bind(ROOT, 'app') };
  if (electron) open.COMPTOIR_OPEN_ELECTRON = path.join(bind(path.dirname(electron), 'electron'), path.basename(electron));
  return open;
}

if (process.argv[1] === import.meta.filename) {
  try {
    process.exitCode = await enter(process.argv.slice(2));
  } catch (problem) {
    if (!(problem instanceof Stop)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
  }
}
