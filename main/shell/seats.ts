import { app, type Session } from 'electron';
import type { SeatName } from '../core/settings.ts';
import { openWindow, type Shown, shown } from './windows.ts';
import { forgetSession } from './wipe.ts';

/** How long a fresh kiosk window may take to show itself before the old one goes all the same, in ms. */
const PATIENCE = 3_000;
/** How long a page may hang before it counts as crashed, in ms. */
const HANGS = 10_000;

export interface Seats {
  /** Opens a fresh kiosk window and destroys the one of the last visit, process and all. */
  renewKiosk(): Promise<void>;
  /** Empties the sessions of the kiosk windows that were destroyed. */
  forgetSessions(): Promise<void>;
  /** Brings the windows to the front: somebody started Comptoir a second time. */
  show(): void;
}

/**
 * Opens the windows of this machine's seats and keeps them open: a page that dies is replaced.
 * `onKioskGone` is told when the citizen's page died or hung, before it is replaced by the end of the visit.
 */
export function openSeats(
  names: readonly SeatName[],
  options: { locked: boolean; onKioskGone: () => void; onKioskClosed: () => void },
): Seats {
  let kiosk: Shown | null = null;
  let leaving = false;
  const left: Session[] = [];
  app.on('before-quit', () => {
    leaving = true;
  });

  const open = (name: SeatName): Shown => {
    const made = openWindow(name, { locked: options.locked, title: 'Comptoir' });
    const gone = () => {
      if (leaving) return;
      if (name === 'kiosk') return options.onKioskGone();
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
      if (name === 'kiosk' && kiosk === made && !leaving) {
        kiosk = null;
        options.onKioskClosed();
      }
    });
    return made;
  };

  for (const name of names) {
    const made = open(name);
    if (name === 'kiosk') kiosk = made;
  }

  return {
    show() {
      for (const { name, window } of shown()) if (name !== 'paper') window.show();
    },
    async renewKiosk() {
      if (!kiosk || leaving) return;
      const old = kiosk;
      const fresh = open('kiosk');
      kiosk = fresh;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PATIENCE);
        fresh.window.once('show', () => {
          clearTimeout(timer);
          resolve();
        });
      });
      left.push(old.session);
      if (!old.window.isDestroyed()) old.window.destroy();
    },
    async forgetSessions() {
      for (const session of left.splice(0)) await forgetSession(session);
    },
  };
}
