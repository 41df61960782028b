import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { say } from '../../build/setup/say.mjs';
import { APPLETS } from '../../native/sim/applets.ts';
import { PIN } from '../../native/sim/card.ts';
import { type Hold, holdCard } from '../../native/sim/hold.ts';
import { FLAWS, type Mint, openMint } from '../../native/sim/mint.ts';
import { type Order, readOrder, SWITCH_NAMES } from '../../native/sim/order.ts';
import { PEOPLE } from '../../native/sim/people.ts';
import { traceLine } from '../../native/sim/trace.ts';
import { openWorld } from '../../native/sim/world.ts';
import { makeCatalogue } from '../portal/catalogue.ts';
import { trust } from '../portal/trust.ts';
import { USUAL_PORTALS } from '../portal/usual.ts';
import { openPortalWorld } from '../portal/world.ts';

// `npm run sim`: a card in a reader, for whoever works on Comptoir or wants to see what another program does with an eID.

const ROOT = path.resolve(import.meta.dirname, '../..');

const order = ordered();
if (!order) process.exitCode = 2;
else if (order.list) list();
else process.exitCode = await play(order);

function ordered(): Order | null {
  try {
    return readOrder(process.argv.slice(2));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    say('npm run sim -- --list names the people, the flaws and the switches.');
    return null;
  }
}

function list(): void {
  const line = (what: string, names: readonly string[]) => process.stdout.write(`${what}: ${names.join(' ')}\n`);
  line('person', Object.keys(PEOPLE));
  line('applet', APPLETS);
  line('flaw', FLAWS);
  line('switches', SWITCH_NAMES);
}

async function play({ person, flaw, options, faults, out, busy, portal, command }: Order): Promise<number> {
  const world = await openWorld();
  const mint = openMint();
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-sim-'));
  const roots = path.join(folder, 'roots.pem');
  writeFileSync(roots, mint.roots);
  // One card for all its insertions: tries that were spent stay spent.
  const card = mint.card(person, flaw, options);
  let inside = false;
  let left: () => void = () => undefined;
  let count = 0;
  let hold: Hold | null = null;
  const web = portal ? await openWeb(mint, path.join(folder, 'data')) : null;

  const put = async () => {
    inside = true;
    count = 0;
    let powered: () => void = () => undefined;
    const power = new Promise<void>((resolve) => {
      powered = resolve;
      setTimeout(resolve, 3000);
    });
    await world.plug(card, {
      faults,
      onTraffic: (sent, answer) => say(`${String(count++).padStart(4)}  ${traceLine(sent, answer)}`),
      onPower: (what) => {
        if (what === 'on') powered();
        if (what !== 'pulled') return;
        inside = false;
        left();
      },
    });
    await power;
    say(`The card of ${person} is in the reader.`);
  };
  const turn = async () => {
    if (!inside) return put();
    const gone = new Promise<void>((resolve) => {
      left = resolve;
    });
    world.unplug();
    await gone;
    say('The card is out.');
  };

  try {
    if (!out) await put();
    if (busy && !out) {
      hold = await holdCard();
      say('Another program has the card for itself.');
    }
    const env = { COMPTOIR_TRUST_ROOTS: roots, ...web?.env };
    const child = command.length > 0 ? run(command, env, forCard(command)) : openApp(folder, env);
    const keys = forCard(command) ? createInterface({ input: process.stdin }) : null;
    // One after the other, also when many lines come at once.
    let turned = Promise.resolve();
    keys?.on('line', () => {
      turned = turned.then(turn).catch(() => say('The reader is not ready for the card yet. Try again.'));
    });
    say(
      keys
        ? 'Enter (or a line that is sent here) pulls the card and puts it back. Ctrl+C ends.'
        : 'What is sent here goes to the command: Enter does not move the card.',
    );
    say(`The code of the card is ${options.pin ?? PIN}.`);
    if (portal) say('The sites are those of the tests, on this machine.');
    const code = await new Promise<number>((resolve) => {
      child.once('error', (error) => {
        say(error.message);
        resolve(127);
      });
      child.once('exit', (status) => resolve(status ?? 1));
    });
    keys?.close();
    return code;
  } finally {
    await hold?.release();
    await web?.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The portals of the tests, trusted by the home that Comptoir makes in its data folder. */
async function openWeb(mint: Mint, data: string): Promise<{ env: Record<string, string>; close(): Promise<void> }> {
  const world = await openPortalWorld(mint);
  const catalogue = makeCatalogue(USUAL_PORTALS);
  trust(path.join(data, 'home'), world.ca);
  return {
    env: { COMPTOIR_PORTAL_HOSTS: world.rules, COMPTOIR_CATALOGUE: catalogue.folder },
    async close() {
      await world.close();
      catalogue.remove();
    },
  };
}

/** Lines that come in move the card, unless they were sent to the command. */
function forCard(command: readonly string[]): boolean {
  return command.length === 0 || process.stdin.isTTY;
}

function run([program = '', ...args]: string[], env: Record<string, string>, ours: boolean): ChildProcess {
  return spawn(program, args, {
    stdio: [ours ? 'ignore' : 'inherit', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
}

function openApp(folder: string, env: Record<string, string>): ChildProcess {
  const electron = process.env.COMPTOIR_ELECTRON;
  if (!electron) throw new Error('the path of Electron is missing');
  // The world has no session bus; Chromium would tell so a dozen times.
  const flags = ['--log-level=3', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  return run([electron, ...flags, ROOT, `--user-data-dir=${path.join(folder, 'data')}`], env, true);
}
