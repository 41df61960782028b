import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { WindowName } from '../../main/core/windows.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/** Comptoir as a person starts it: the real Electron, a data folder of its own, whatever card service this world has. */
export interface App {
  electron: ElectronApplication;
  /** The data folder; everything a start leaves on disk is in it. */
  folder: string;
  /** The window of a seat that is open now. A kiosk has a fresh one for each visit: ask again after an end. */
  window(name: WindowName): Promise<Page>;
  /** Everything the app said on its two outputs. */
  said(): string;
  /** Ends politely. `keep` leaves the data folder for a second start. */
  close(options?: { keep?: boolean }): Promise<void>;
}

export interface AppOptions {
  /** Written to settings.json as it is: an object, or text that may be broken. */
  settings?: object | string;
  folder?: string;
  env?: Record<string, string>;
  args?: string[];
}

export async function openApp(options: AppOptions = {}): Promise<App> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'comptoir-e2e-'));
  if (options.settings !== undefined) {
    const text = typeof options.settings === 'string' ? options.settings : JSON.stringify(options.settings);
    writeFileSync(path.join(folder, 'settings.json'), text);
  }
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = await _electron.launch({
    args: [...asRoot, ROOT, `--user-data-dir=${folder}`, ...(options.args ?? [])],
    env: { ...(process.env as Record<string, string>), LANG: 'C.UTF-8', ...options.env },
  });
  let said = '';
  for (const stream of [electron.process().stdout, electron.process().stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
    });
  }
  return {
    electron,
    folder,
    said: () => said,
    async window(name) {
      const ours = (page: Page) => !page.isClosed() && page.url().startsWith(`app://${name}/`);
      for (let i = 0; i < 300; i++) {
        // The one opened last: during an end the old window is there for a moment more.
        const page = electron.windows().filter(ours).at(-1);
        if (page) return page;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`no window ${name} was opened`);
    },
    async close({ keep = false } = {}) {
      await electron.close();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}
