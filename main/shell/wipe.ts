import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { clipboard } from 'electron';
import type { Shown } from './windows.ts';

/** Destroys a window and everything its in-memory session holds. The renderer process ends with it. */
export async function forgetWindow(shown: Shown): Promise<void> {
  if (!shown.window.isDestroyed()) shown.window.destroy();
  await shown.session.closeAllConnections();
  await shown.session.clearStorageData();
  await shown.session.clearCache();
  await shown.session.clearAuthCache();
  await shown.session.clearHostResolverCache();
  await shown.session.clearCodeCaches({});
}

/** Both clipboards of an X11 or Wayland session. */
export async function forgetClipboard(): Promise<void> {
  clipboard.clear();
  // Before Electron 44 the X11 selection is a clipboard of its own, named by an argument that the newer types no longer know.
  if (process.platform === 'linux') (clipboard.clear as (type?: string) => void)('selection');
}

/** Empties a folder and keeps it. A folder that is not there is already empty. */
export async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
