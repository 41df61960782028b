import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { type Mint, openMint } from '../../native/sim/mint.ts';
import { openWorld, type World } from '../../native/sim/world.ts';
import { type App, type AppOptions, openApp } from './app.ts';

/** A whole counter: the real card service with a virtual reader, a mint for cards, and Comptoir in front of it. */
export interface Counter {
  world: World;
  mint: Mint;
  app: App;
  /** Takes the card out, and waits until the app knows: a card on its way out would be taken from the next person. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** `mint`: whose cards are genuine; a fresh one unless given. */
export async function openCounter(options: AppOptions & { service?: boolean; mint?: Mint } = {}): Promise<Counter> {
  const world = await openWorld(options.service === false ? { service: false } : {});
  const mint = options.mint ?? openMint();
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-roots-'));
  const roots = path.join(folder, 'roots.pem');
  writeFileSync(roots, mint.roots);
  const app = await openApp({ ...options, env: { COMPTOIR_TRUST_ROOTS: roots, ...options.env } });
  return {
    world,
    mint,
    app,
    async empty() {
      world.unplug();
      const page = await app.window('kiosk');
      const card = () => page.evaluate(() => window.comptoir.request('card.read', undefined));
      await expect.poll(card).toMatchObject({ value: { state: 'no-card' } });
    },
    async close() {
      await app.close();
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
