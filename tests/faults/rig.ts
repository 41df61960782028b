import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CardView } from '../../main/core/card/view.ts';
import { type CardService, type Launch, launchChild, type NativePort, openCard } from '../../main/services/card/index.ts';
import type { SimCard } from '../../native/sim/card.ts';
import { type Mint, openMint } from '../../native/sim/mint.ts';
import { openWorld, type World } from '../../native/sim/world.ts';

const ENTRY = path.resolve(import.meta.dirname, '../../native/process.ts');
/** What the bundler does for a build: the card process runs from its source here. */
const TEST_BUILD = ['--import', 'data:text/javascript,globalThis.__TEST_BUILD__=true'];

/** A real reader service with a virtual reader, simulated cards, and the real card process. */
export interface Rig {
  readonly world: World;
  readonly mint: Mint;
  readonly launch: Launch;
  /** Opens a card service; `seen` fills with every view it tells. The card process in use is `ports.at(-1)`. */
  open(launch?: Launch): { card: CardService; seen: CardView[]; ports: NativePort[] };
  /** Ends the services opened, empties the slot, and has pcscd running. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openRig(): Promise<Rig> {
  const world = await openWorld();
  const mint = openMint();
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-rig-'));
  const roots = path.join(folder, 'roots.pem');
  writeFileSync(roots, mint.roots);
  const launch = launchChild(ENTRY, { execArgv: TEST_BUILD, env: { COMPTOIR_TRUST_ROOTS: roots } });
  const services: CardService[] = [];
  const rig: Rig = {
    world,
    mint,
    launch,
    open(how = launch) {
      const ports: NativePort[] = [];
      const seen: CardView[] = [];
      const kept = () => {
        const port = how();
        ports.push(port);
        return port;
      };
      const card = openCard({ launch: kept, now: () => new Date(2026, 10, 21, 12) });
      card.onChange((view) => seen.push(view));
      services.push(card);
      return { card, seen, ports };
    },
    async clear() {
      for (const card of services.splice(0)) await card.close();
      world.unplug();
      await world.startService();
    },
    async close() {
      for (const card of services.splice(0)) await card.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return rig;
}

/** The same card, with every command it is sent written down in hex. */
export function overheard(card: SimCard): SimCard & { readonly commands: string[] } {
  const commands: string[] = [];
  return {
    atr: card.atr,
    commands,
    reset: () => card.reset(),
    exchange(command) {
      commands.push(command.toString('hex'));
      return card.exchange(command);
    },
  };
}
