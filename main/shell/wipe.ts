import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { clipboard, type Session } from 'electron';

/** Empties an in-memory session of everything it can hold. It has no name on disk; this is for what is in memory. */
export async function forgetSession(session: Session): Promise<void> {
  // Connections first: a request under way would bring a cookie after the cookies went. TLS sessions and HTTP log-ins go with them.
  await session.closeAllConnections();
  await session.clearAuthCache();
  await session.clearStorageData();
  await session.clearCache();
  await session.clearHostResolverCache();
  await session.clearCodeCaches({});
  // Not in every Electron that we run on; `clearData` takes it there.
  if ('clearSharedDictionaryCache' in session) await session.clearSharedDictionaryCache();
  // Whatever a newer Electron can hold that has no call of its own here.
  await session.clearData();
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
