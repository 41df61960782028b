import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import type { PortalTrouble, Refusal } from '../../../main/core/portal/view.ts';
import { HOSTILE_HOSTS } from '../../portal/hosts.ts';
import { kioskOf } from './kiosk.ts';
import { type OpenView, openPane, openPortalCounter, type Pane, type PortalCounter } from './portal.ts';

export const SITE = 'https://irisbox.irisnet.be';
const TRICKS = `${SITE}/irisbox/tricks/`;

/** What the citizen is told of a trick: why it is refused, or what a screen of ours says instead. Or why nobody need be told. */
export type Answer = Refusal | PortalTrouble | { readonly silent: string };
/** What pages of the web cannot begin at all. */
export const NEVER_BEGUN = { silent: 'Chromium lets no page of the web begin it, so there is nothing to refuse' };
/** What a page does without a finger on it. */
export const PAGES_OWN = { silent: 'what a page is made of is its own matter: the citizen asked for nothing' };

/** A portal on trial: one app in which one trick after the other is tried. */
export interface Trial {
  readonly counter: PortalCounter;
  readonly pane: Pane;
  /** A trick's page, alone in the pane, with nothing refused yet. `query`: what it is asked to do. */
  on(trick: string, query?: Record<string, string>): Promise<Page>;
  /** A finger on `#go`, or on another thing: nothing is waited for. */
  touch(page: Page, where?: string): Promise<void>;
  /** The plain answer that the citizen is given. */
  answered(why: Refusal | PortalTrouble): Promise<void>;
  /** How a trick ends: this answer and no other, and nothing has got out. */
  ends(answer: Answer): Promise<void>;
  /** No answer is given, because nothing was kept from anybody. */
  quiet(): Promise<void>;
  /** Nothing has got out: no hostile page was asked for, none is shown, no window or program has opened, the kiosk lives. */
  contained(): Promise<void>;
  close(): Promise<void>;
}

/** Where pages and frames of the app may be: the portal's places, the log-in, pages that say nothing, our own windows. */
const PLACES =
  '^($|https://(irisbox\\.irisnet\\.be/irisbox/|(static|expired|self-signed|wrong-name|stranger)\\.irisnet\\.be/|[a-z]+\\.iamfas\\.belgium\\.be/)|about:(blank|srcdoc)$|chrome-error://|app://(kiosk|console)/)';
/** Milliseconds in which a trick that nobody answers would have come off. */
const LONG_ENOUGH = 250;

export async function openTrial(): Promise<Trial> {
  const counter = await openPortalCounter({ service: false });
  const { app, portal } = counter;
  const kiosk = await kioskOf(app);
  await kiosk.begin();
  await app.electron.evaluate(({ shell }) => {
    const outside: string[] = [];
    Object.assign(globalThis, { outside });
    Object.assign(shell, {
      openExternal: async (url: string) => void outside.push(url),
      openPath: async (path: string) => String(outside.push(path)),
    });
  });
  const open = () => openPane(app, 'composition-menage');
  let pane = await open();
  const windows = drawnWindows();
  const view = async () => (await pane.read()) as OpenView; // `on` has opened it
  const trial: Trial = {
    counter,
    get pane() {
      return pane;
    },
    async on(trick, query = {}) {
      portal.behave({ changed: false, trouble: 'none' });
      // What a trick left on top, or hanging, must not be in the way of the next one.
      const { phase } = await pane.read();
      if (phase === 'closed' || (await view()).stacked > 0 || (await view()).trouble !== null) {
        await pane.go('leave');
        pane = await open();
      }
      // What was told of the trick before is no answer to this one.
      await pane.go('dismiss');
      expect(await view()).toMatchObject({ refused: null });
      const page = await pane.page();
      const search = new URLSearchParams(query).toString();
      await page
        .goto(`${TRICKS}${trick}${search && `?${search}`}`, { waitUntil: 'domcontentloaded', timeout: 2_000 })
        .catch(() => {});
      return page;
    },
    async touch(page, where = '#go') {
      // Playwright's own click waits for the navigation that it began, which some of these never end.
      const box = await page.locator(where).first().boundingBox();
      if (!box) throw new Error(`nothing to touch: ${where}`);
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    },
    async answered(why) {
      await expect.poll(async () => (await view()).refused?.why ?? (await view()).trouble).toBe(why);
    },
    async ends(answer) {
      if (typeof answer === 'string') await trial.answered(answer);
      await trial.contained();
      if (typeof answer === 'string') return trial.answered(answer);
      expect(answer.silent).not.toBe('');
      expect(await view()).toMatchObject({ refused: null, trouble: null });
    },
    async quiet() {
      await kiosk.page.waitForTimeout(LONG_ENOUGH);
      expect((await view()).refused).toBeNull();
    },
    async contained() {
      await kiosk.page.waitForTimeout(LONG_ENOUGH);
      for (const host of HOSTILE_HOSTS) expect(portal.record.pages(host), host).toEqual([]);
      expect(portal.record.requests.filter(({ secure }) => !secure)).toEqual([]);
      for (const page of pane.pages()) {
        expect(await page.locator('#escaped').count()).toBe(0);
      }
      expect(kiosk.page.url()).toBe('app://kiosk/kiosk/index.html');
      const inside = await app.electron.evaluate(
        ({ BrowserWindow, webContents }, places) => ({
          windows: BrowserWindow.getAllWindows().length,
          full: BrowserWindow.getAllWindows().filter((window) => window.isFullScreen()).length,
          tools: webContents.getAllWebContents().filter((one) => one.isDevToolsOpened()).length,
          // Every page of the portal and every frame in one: none is where it may not be.
          strays: webContents
            .getAllWebContents()
            .flatMap((one) => one.mainFrame.framesInSubtree.map(({ url }) => url))
            .filter((url) => !new RegExp(places).test(url)),
          outside: (globalThis as unknown as { outside: string[] }).outside, // put there above
        }),
        PLACES,
      );
      expect(inside).toEqual({ windows: 2, full: 0, tools: 0, strays: [], outside: [] });
      expect(drawnWindows()).toEqual(windows);
    },
    close: () => counter.close(),
  };
  return trial;
}

/** Windows of the screen that are big enough to be seen: dialogs and menus of the system are among them. */
export function drawnWindows(): string[] {
  const lines = execFileSync('xwininfo', ['-root', '-children'], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => {
      const [, width, height] = /\s(\d+)x(\d+)\+/.exec(line) ?? [];
      return Number(width) > 40 && Number(height) > 20 && /^\s+0x/.test(line);
    })
    .map((line) => line.trim())
    .sort();
}
