import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { PaneRect, PortalMove, PortalView } from '../../../main/core/portal/view.ts';
import { openMint } from '../../../native/sim/mint.ts';
import { makeCatalogue, type PortalChange } from '../../portal/catalogue.ts';
import { trust } from '../../portal/trust.ts';
import { USUAL_PORTALS } from '../../portal/usual.ts';
import { openPortalWorld, type PortalWorld } from '../../portal/world.ts';
import type { App, AppOptions } from '../app.ts';
import { type Counter, openCounter } from '../counter.ts';

/** A counter, and the sites, log-ins and dangers of the web on this machine. */
export interface PortalCounter extends Counter {
  portal: PortalWorld;
}

export type PortalCounterOptions = AppOptions & {
  service?: boolean;
  /** Of the catalogue; the usual ones unless said. */
  portals?: Readonly<Record<string, PortalChange>>;
};

export async function openPortalCounter({
  portals = USUAL_PORTALS,
  ...options
}: PortalCounterOptions = {}): Promise<PortalCounter> {
  const mint = openMint();
  const portal = await openPortalWorld(mint);
  const catalogue = makeCatalogue(portals);
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'comptoir-e2e-'));
  trust(path.join(folder, 'home'), portal.ca);
  const env = {
    HOME: path.join(folder, 'home'),
    COMPTOIR_PORTAL_HOSTS: portal.rules,
    COMPTOIR_CATALOGUE: catalogue.folder,
    ...options.env,
  };
  const counter = await openCounter({ ...options, folder, env, mint });
  return {
    ...counter,
    portal,
    async close() {
      await counter.close();
      await portal.close();
      catalogue.remove();
    },
  };
}

export type OpenView = Extract<PortalView, { phase: 'open' }>;

/** The pane as a citizen uses it, from the kiosk's window. */
export interface Pane {
  /** The kiosk's own page. */
  kiosk: Page;
  read(): Promise<PortalView>;
  /** What the kiosk knows, once it is so. */
  sees(expected: Partial<OpenView>): Promise<void>;
  go(to: PortalMove): Promise<void>;
  place(rect: PaneRect | null): Promise<void>;
  /** The page on top. */
  page(): Promise<Page>;
  /** All pages of the portal, the one on top last. */
  pages(): Page[];
}

/** Opens the site of a procedure from the kiosk's window; a visit must have begun. */
export async function openPane(
  app: App,
  procedure: string,
  rect: PaneRect = { x: 0, y: 120, width: 900, height: 520 },
): Promise<Pane> {
  const kiosk = await app.window('kiosk');
  const pane = paneOf(app, kiosk);
  const opened = await kiosk.evaluate((id) => window.comptoir.request('portal.open', { procedure: id }), procedure);
  expect(opened).toMatchObject({ ok: true, value: { phase: 'open' } });
  await pane.place(rect);
  await pane.sees({ loading: false });
  return pane;
}

/** The pane that is open. */
export function paneOf(app: App, kiosk: Page): Pane {
  const ours = (page: Page) => !page.isClosed() && !/^(app|devtools):/.test(page.url());
  const pane: Pane = {
    kiosk,
    async read(): Promise<PortalView> {
      const answer = await kiosk.evaluate(() => window.comptoir.request('portal.read', undefined));
      if (!answer.ok) throw new Error(`portal.read: ${answer.code}`);
      return answer.value as PortalView; // parsed by the door before it answered
    },
    async sees(expected) {
      await expect.poll(() => pane.read()).toMatchObject(expected);
    },
    async go(to) {
      await kiosk.evaluate((where) => window.comptoir.request('portal.go', { to: where }), to);
    },
    async place(rect) {
      await kiosk.evaluate((where) => window.comptoir.request('portal.place', { rect: where }), rect);
    },
    pages: () => app.electron.windows().filter(ours),
    async page() {
      await expect.poll(() => pane.pages().length).toBeGreaterThan(0);
      return pane.pages().at(-1) as Page; // the poll has seen it
    },
  };
  return pane;
}
