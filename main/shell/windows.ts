import path from 'node:path';
import { BrowserWindow, type Session, session as sessions } from 'electron';
import type { WindowName } from '../core/windows.ts';
import { guardContents, guardSession } from './guards.ts';
import { serveScreens } from './protocol.ts';
import { forgetSession } from './wipe.ts';

/** Folder of the built app: `build/out`, or the same inside the asar. */
export const OUT = path.resolve(import.meta.dirname, '..');
const SCREENS = path.join(OUT, 'renderer');

export const pageOf = (name: WindowName) => `app://${name}/${name}/index.html`;

export interface Shown {
  name: WindowName;
  window: BrowserWindow;
  session: Session;
}

/** The windows that are ours, by web contents id: the door opens to these only. */
const known = new Map<number, Shown>();
export const windowOf = (contentsId: number): Shown | null => known.get(contentsId) ?? null;
export const shown = (): readonly Shown[] => [...known.values()];
/** The door knows this window no more: what its page still says is not answered. */
export const retire = ({ window }: Shown): void => {
  if (!window.isDestroyed()) known.delete(window.webContents.id);
};

/** Held a visit or a code, and is not empty yet. */
const stained = new Set<Session>();
/** Empties the session of a window that is gone, so that it may serve again. One that cannot be emptied never does. */
export async function emptySession(session: Session): Promise<void> {
  await forgetSession(session);
  stained.delete(session);
}

/**
 * One of a few in-memory sessions, by turns: Electron keeps every session it ever made, and a counter runs for weeks. Nothing of them
 * has a name on disk. `known` alone does not tell which are free: a window that was retired is unknown before it is gone.
 */
const prepared = new Map<string, Session>();
function sessionFor(name: WindowName): Session {
  const busy = new Set([...[...known.values()].map(({ session }) => session), ...stained]);
  for (let turn = 0; ; turn++) {
    const partition = `${name}-${turn}`;
    const ready = prepared.get(partition);
    if (ready && busy.has(ready)) continue;
    if (ready) return ready;
    const session = sessions.fromPartition(partition, { cache: false });
    guardSession(session);
    serveScreens(session, SCREENS, name);
    prepared.set(partition, session);
    return session;
  }
}

const SIZE: Record<WindowName, { width: number; height: number }> = {
  kiosk: { width: 1920, height: 1080 },
  console: { width: 1440, height: 900 },
  phone: { width: 1440, height: 900 },
  paper: { width: 794, height: 1123 },
  pin: { width: 1920, height: 1080 },
};

/** Lies exactly over another window, and belongs to it. (On macOS a modal window would be a sheet that slides out of its parent.) */
const covering = (over: BrowserWindow) => ({
  parent: over,
  modal: process.platform !== 'darwin',
  ...over.getBounds(),
  frame: false,
  kiosk: over.isKiosk(),
  fullscreen: over.isFullScreen(),
  alwaysOnTop: over.isKiosk(),
  resizable: false,
  movable: false,
  minimizable: false,
  skipTaskbar: true,
  hasShadow: false,
});

/**
 * Makes one window in an in-memory session that no other window has, guarded, and starts loading its page. A kiosk's window lives
 * for one visit. `over`: the window that it covers.
 */
export function openWindow(
  name: WindowName,
  options: { locked: boolean; hidden?: boolean; title: string; over?: BrowserWindow },
): Shown {
  const session = sessionFor(name);
  if (name === 'kiosk' || name === 'pin') stained.add(session);
  const kiosk = name === 'kiosk' && options.locked;
  const window = new BrowserWindow({
    ...SIZE[name],
    show: false,
    title: options.title,
    autoHideMenuBar: true,
    // Paper shows it in its margins.
    backgroundColor: name === 'paper' ? '#ffffff' : '#fbf8f2',
    kiosk,
    frame: !kiosk,
    ...(options.over && covering(options.over)),
    webPreferences: {
      preload: path.join(OUT, 'preload/index.cjs'),
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: __TEST_BUILD__,
      backgroundThrottling: false,
    },
  });
  const made: Shown = { name, window, session };
  const id = window.webContents.id;
  known.set(id, made);
  window.on('closed', () => known.delete(id));
  window.on('page-title-updated', (event) => event.preventDefault());
  guardContents(window.webContents, pageOf(name));
  if (!options.hidden) window.once('ready-to-show', () => window.show());
  // A page that was destroyed while it loaded rejects; the wipe is the reason and has been told.
  window.loadURL(pageOf(name)).catch(() => {});
  return made;
}
