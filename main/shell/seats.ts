import { app, type Session } from 'electron';
import type { SeatName } from '../core/settings.ts';
import { openWindow, type Shown, shown } from './windows.ts';
import { forgetSession } from './wipe.ts';

/** How long a fresh window may take to show itself before the work behind it goes on all the same, in ms. */
const PATIENCE = 3_000;
/** How long a page may hang before it counts as crashed, in ms. */
const HANGS = 10_000;

const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))';

export interface Seats {
  /** Resolves when the first window is on the screen (or after 3 s). */
  painted: Promise<void>;
  /** Opens the windows of these seats that are not open yet. */
  open(names: readonly SeatName[]): void;
  /** Opens a fresh kiosk window and destroys the one of the last visit, process and all. */
  renewKiosk(): Promise<void>;
  /** Empties the sessions of the kiosk windows that were destroyed. */
  forgetSessions(): Promise<void>;
  /** Brings the windows to the front: somebody started Comptoir a second time. */
  show(): void;
  /** Told when the citizen's page died or hung, or its window was closed. The end of the visit replaces it. */
  onKioskLost(listener: (cause: 'crash' | 'staff') => void): void;
}

/** Holds the windows of this machine's seats: a page that dies is replaced. Opens the kiosk's at once if it comes first. */
export function openSeats(first: { kiosk: boolean; locked: boolean }): Seats {
  let kiosk: Shown | null = null;
  let leaving = false;
  let lost: (cause: 'crash' | 'staff') => void = () => {};
  const left: Session[] = [];
  app.on('before-quit', () => {
    leaving = true;
  });

  const open = (name: SeatName): Shown => {
    const made = openWindow(name, { locked: first.locked, title: 'Comptoir' });
    const gone = () => {
      if (leaving) return;
      if (name === 'kiosk') return lost('crash');
      if (!made.window.isDestroyed()) made.window.destroy();
      open(name);
    };
    made.window.webContents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit') gone();
    });
    let hanging: NodeJS.Timeout | undefined;
    made.window.on('unresponsive', () => {
      hanging = setTimeout(gone, HANGS);
    });
    made.window.on('responsive', () => clearTimeout(hanging));
    made.window.on('closed', () => {
      clearTimeout(hanging);
      if (kiosk !== made || leaving) return;
      kiosk = null;
      lost('staff');
    });
    return made;
  };
  /** Loaded, and two frames later: then its first screen has been drawn. A page that fails to load is not waited for. */
  const onScreen = ({ window }: Shown) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PATIENCE);
      const drawn = () => {
        clearTimeout(timer);
        resolve();
      };
      window.once('closed', drawn);
      window.webContents.once('did-finish-load', () => {
        window.webContents.executeJavaScript(TWO_FRAMES).then(drawn, drawn);
      });
    });

  if (first.kiosk) kiosk = open('kiosk');
  return {
    painted: kiosk ? onScreen(kiosk) : Promise.resolve(),
    open(names) {
      for (const name of names) {
        if (shown().some((window) => window.name === name)) continue;
        const made = open(name);
        if (name === 'kiosk') kiosk = made;
      }
    },
    async renewKiosk() {
      if (!kiosk || leaving) return;
      const old = kiosk;
      kiosk = open('kiosk');
      await onScreen(kiosk);
      left.push(old.session);
      if (!old.window.isDestroyed()) old.window.destroy();
    },
    async forgetSessions() {
      for (const session of left.splice(0)) await forgetSession(session);
    },
    show() {
      for (const { name, window } of shown()) if (name !== 'paper') window.show();
    },
    onKioskLost(listener) {
      lost = listener;
    },
  };
}
