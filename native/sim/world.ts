import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SimCard } from './card.ts';
import { type Plugged, type PlugOptions, plug } from './plug.ts';

/**
 * A PC/SC world of one's own: the real pcscd with the virtual reader, in a namespace where nobody else sees it.
 * Only works where the runner has made such a namespace (`npm test`, `comptoir demo`); it refuses the machine's own world.
 */
export interface World {
  /** Starts pcscd and waits for its socket. `readers: 0` starts it without any reader. */
  startService(options?: { readers?: 0 | 2 }): Promise<void>;
  /** Ends pcscd, politely or at once, and waits until it is gone. */
  stopService(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Puts a card into the first reader; the one before is pulled. */
  plug(card: SimCard, options?: PlugOptions): Promise<Plugged>;
  unplug(): void;
  close(): Promise<void>;
}

const SOCKET = '/run/pcscd/pcscd.comm';

/** Opens the world with pcscd running and the slot empty. */
export async function openWorld(options: { service?: boolean } = {}): Promise<World> {
  if (process.env.COMPTOIR_WORLD !== '1')
    throw new Error('not in a PC/SC world of its own: this runs inside npm test or comptoir demo');
  quicken();
  mkdirSync('/run/pcscd', { recursive: true });
  const empty = mkdtempSync(join(tmpdir(), 'comptoir-world-'));
  let service: ChildProcess | null = null;
  let card: Plugged | null = null;

  const world: World = {
    async startService({ readers = 2 } = {}) {
      await world.stopService();
      const config = readers === 0 ? ['--config', empty] : [];
      // pcscd dies with this process, whatever ends it.
      service = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'pcscd', '--foreground', '--error', ...config], {
        stdio: 'ignore',
      });
      for (let i = 0; !existsSync(SOCKET); i++) {
        if (i > 500 || service.exitCode !== null) throw new Error('pcscd did not start');
        await sleep(10);
      }
    },
    async stopService(signal = 'SIGTERM') {
      const old = service;
      service = null;
      if (!old || old.exitCode !== null || old.signalCode !== null) return;
      const gone = new Promise((resolve) => old.once('exit', resolve));
      old.kill(signal);
      const timer = setTimeout(() => old.kill('SIGKILL'), 1500);
      await gone;
      clearTimeout(timer);
      rmSync(SOCKET, { force: true });
      rmSync('/run/pcscd/pcscd.pid', { force: true });
    },
    async plug(next, how) {
      world.unplug();
      card = await plug(next, how);
      return card;
    },
    unplug() {
      card?.remove();
      card = null;
    },
    async close() {
      world.unplug();
      await world.stopService();
      rmSync(empty, { recursive: true, force: true });
    },
  };
  if (options.service !== false) await world.startService();
  return world;
}

/** The driver sends each command in two writes; without quick acknowledgements that costs 40 ms a command. */
function quicken(): void {
  try {
    const route = 'route change local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1 quickack 1';
    execFileSync('ip', route.split(' '), { stdio: 'ignore' });
  } catch {
    // Slower, not wrong.
  }
}
