import path from 'node:path';
import type { Page } from '@playwright/test';
import type { PinView } from '../../../main/core/card/code.ts';
import type { Look } from '../../../main/core/look.ts';
import { type App, ROOT } from '../app.ts';

type Open = Exclude<PinView, { phase: 'closed' }>;

const doing = { language: 'fr', does: 'try' } as const;
const entry: Extract<PinView, { phase: 'entry' }> = {
  ...doing,
  phase: 'entry',
  field: 'current',
  digits: 0,
  enough: false,
  problem: null,
  triesLeft: null,
  pad: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0],
};

/** Everything the PIN window can show; some of it no simulated reader can bring about (keys of its own), or no screen of ours asks for yet. */
export const PIN_VIEWS: Record<string, Open> = {
  consent: { ...doing, phase: 'consent', does: 'try-login', purpose: { kind: 'try-login' } },
  'consent-login': { ...doing, phase: 'consent', does: 'sign', purpose: { kind: 'login', host: 'www.mypension.be' } },
  'consent-document': {
    ...doing,
    phase: 'consent',
    does: 'sign',
    purpose: { kind: 'document', title: 'Demande de composition de ménage, commune de Schaerbeek' },
  },
  warning: { ...doing, phase: 'warning' },
  entry,
  'entry-typed': { ...entry, digits: 4, enough: true },
  'entry-longest': { ...entry, digits: 12, enough: true },
  'entry-wrong': { ...entry, problem: 'wrong', triesLeft: 2 },
  'entry-wrong-old': { ...entry, problem: 'wrong' },
  'entry-change': { ...entry, does: 'change' },
  'entry-new': { ...entry, does: 'change', field: 'new', digits: 3 },
  'entry-differs': { ...entry, does: 'change', field: 'new', problem: 'differs' },
  'entry-same': { ...entry, does: 'change', field: 'new', problem: 'same' },
  'entry-again': { ...entry, does: 'change', field: 'again', digits: 6, enough: true },
  'entry-shuffled': { ...entry, digits: 2, pad: [7, 2, 9, 0, 5, 1, 8, 3, 6, 4] },
  sure: { ...doing, phase: 'sure' },
  keypad: { ...doing, phase: 'keypad', triesLeft: 3 },
  'keypad-wrong': { ...doing, phase: 'keypad', does: 'change', problem: 'wrong', triesLeft: 2 },
  busy: { ...doing, phase: 'busy', stops: true },
  'end-done-try': { ...doing, phase: 'end', outcome: 'done' },
  'end-done-change': { ...doing, phase: 'end', does: 'change', outcome: 'done' },
  'end-done-login': { ...doing, phase: 'end', does: 'try-login', outcome: 'done' },
  'end-done-sign': { ...doing, phase: 'end', does: 'sign', outcome: 'done' },
  'end-stopped': { ...doing, phase: 'end', outcome: 'stopped' },
  'end-blocked': { ...doing, phase: 'end', outcome: 'blocked' },
  'end-cancelled': { ...doing, phase: 'end', outcome: 'cancelled' },
  'end-removed': { ...doing, phase: 'end', outcome: 'removed' },
  'end-unreadable': { ...doing, phase: 'end', outcome: 'unreadable' },
  'end-no-key': { ...doing, phase: 'end', does: 'try-login', outcome: 'no-key' },
  'end-not-valid': { ...doing, phase: 'end', does: 'try-login', outcome: 'not-valid' },
  'end-not-genuine': { ...doing, phase: 'end', does: 'try-login', outcome: 'not-genuine' },
  'end-no-module': { ...doing, phase: 'end', does: 'try-login', outcome: 'no-module' },
  'end-refused': { ...doing, phase: 'end', outcome: 'refused' },
  'end-timeout': { ...doing, phase: 'end', outcome: 'timeout' },
};

/**
 * The page of the PIN window with what main would tell it, so that every state of it can be looked at. It takes the door from main:
 * nothing else works in this app afterwards. Its answers go nowhere.
 */
export async function showPin(app: App, view: PinView, look: Look): Promise<Page> {
  await app.window('kiosk');
  const known = app.electron.windows();
  await app.electron.evaluate(
    ({ BrowserWindow, ipcMain }, [shown, worn, preload]) => {
      for (const window of BrowserWindow.getAllWindows())
        if (window.webContents.getURL().startsWith('app://pin/')) window.destroy();
      const kiosk = BrowserWindow.getAllWindows().find((window) => window.webContents.getURL().startsWith('app://kiosk/'));
      if (!kiosk) throw new Error('no kiosk');
      ipcMain.removeHandler('request');
      ipcMain.handle('request', (_event, name: string) => {
        if (name === 'pin.read') return { ok: true, value: shown };
        return name === 'pin.look' ? { ok: true, value: worn } : { ok: true, value: undefined };
      });
      const { width, height } = kiosk.getBounds();
      const window = new BrowserWindow({
        width,
        height,
        frame: false,
        webPreferences: { preload, session: kiosk.webContents.session, sandbox: true, backgroundThrottling: false },
      });
      void window.loadURL('app://pin/pin/index.html');
    },
    [view, look, path.join(ROOT, 'build/out/preload/index.cjs')] as const,
  );
  for (let i = 0; i < 300; i++) {
    const page = app.electron
      .windows()
      .find((each) => !known.includes(each) && !each.isClosed() && each.url().startsWith('app://pin/'));
    if (page) {
      await page.locator('h1').waitFor();
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the page of the PIN window did not come');
}

/** The same page in another state of the dialogue; resolves when it is drawn. */
export async function tellPin(app: App, page: Page, view: PinView): Promise<void> {
  const drawn = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const stop = window.comptoir.on('pin.changed', () => {
          stop();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        });
      }),
  );
  // In the page the listener is there before anything else of it runs.
  await page.evaluate(() => 0);
  await app.electron.evaluate(({ BrowserWindow }, told) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('news', 'pin.changed', told);
  }, view);
  await drawn;
}
