import { app, type Session } from 'electron';
import type { SeatName } from '../core/settings.ts';
import { crashCounter } from './crashes.ts';
import { emptySession, openWindow, retire, type Shown, shown } from './windows.ts';

/** How long a fresh window may take to show itself before the work behind it goes on all the same, in ms. */
const PATIENCE = 3_000;
/** How long a page may hang before it counts as crashed, in ms. */
const HANGS = 10_000;

const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))';

/** Why the citizen's window is lost: its page died or hung, or somebody closed it. `faulty`: it keeps happening. */
export type Loss = { cause: 'crash' | 'staff'; faulty: boolean };

export interface Seats {
  /** Resolves when the first window is on the screen (or after 3 s). */
  painted: Promise<void>;
  /** Opens the windows of these seats that are not open yet. */
  open(names: readonly SeatName[]): void;
  /** Opens a fresh kiosk window and destroys the one of the last visit, process and all. A page that keeps crashing rests first. */
  renewKiosk(): Promise<void>;
  /** Empties the sessions of the kiosk windows that were destroyed. */
  forgetSessions(): Promise<void>;
  /** Somebody started Comptoir a second time: brings the windows to the front, and back those that were closed. */
  show(): void;
  /** True while a window is about to come back: no window open is then no reason to quit. */
  resting(): boolean;
  /** Told when the citizen's window is lost, also of a loss before anybody listened. The end of the visit replaces it. */
  onKioskLost(listener: (loss: Loss) => void): void;
}

/** Holds the windows of this machine's seats: a page that dies is replaced. Opens the kiosk's at once if it comes first. */
export function openSeats(first: { kiosk: boolean; locked: boolean }): Seats {
  let kiosk: Shown | null = null;
  let wanted: readonly SeatName[] = first.kiosk ? ['kiosk'] : [];
  let leaving = false;
  let rest = 0;
  const coming = new Set<NodeJS.Timeout>();
  const left: Session[] = [];
  const losses: Loss[] = [];
  let listener: ((loss: Loss) => void) | null = null;
  app.on('before-quit', () => {
    leaving = true;
  });

  const lost = (loss: Loss) => (listener ? listener(loss) : void losses.push(loss));
  const later = (milliseconds: number, run: () => void) => {
    const timer = setTimeout(() => {
      coming.delete(timer);
      if (!leaving) run();
    }, milliseconds);
    coming.add(timer);
  };
  const destroy = ({ window }: Shown) => {
    if (!window.isDestroyed()) window.destroy();
  };

  const open = (name: SeatName, hidden = false): Shown => {
    const made = openWindow(name, { locked: first.locked, title: 'Comptoir', hidden });
    const { crashed } = counters[name];
    let over = false;
    /** Once per window: a hang may be followed by the death it brings about. */
    const gone = () => {
      if (leaving || over) return;
      over = true;
      const { faulty, rest: pause } = crashed(performance.now());
      if (name === 'kiosk') {
        if (kiosk !== made) return; // the window of a visit that is over already
        rest = pause;
        return lost({ cause: 'crash', faulty });
      }
      later(pause, () => open(name));
      destroy(made);
    };
    made.window.webContents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit') gone();
    });
    made.window.webContents.on('did-fail-load', (_event, _code, _words, _url, mainFrame) => {
      if (mainFrame) gone();
    });
    let hanging: NodeJS.Timeout | undefined;
    made.window.on('unresponsive', () => {
      clearTimeout(hanging);
      hanging = setTimeout(gone, HANGS);
    });
    made.window.on('responsive', () => clearTimeout(hanging));
    made.window.on('close', (event) => {
      // A locked kiosk has no way out but the system's.
      if (name === 'kiosk' && first.locked && !leaving) event.preventDefault();
    });
    made.window.on('closed', () => {
      clearTimeout(hanging);
      if (kiosk !== made || leaving) return;
      kiosk = null;
      left.push(made.session);
      lost({ cause: 'staff', faulty: false });
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
  const openAll = (names: readonly SeatName[]) => {
    for (const name of names) {
      if (shown().some((window) => window.name === name)) continue;
      const made = open(name);
      if (name === 'kiosk') kiosk = made;
    }
  };

  /** Where there is one screen only, what a citizen sees comes first; whoever works at the console knows how to change windows. */
  const citizenInFront = () => {
    if (!kiosk || kiosk.window.isDestroyed()) return;
    kiosk.window.moveTop();
    kiosk.window.focus();
  };

  if (first.kiosk) kiosk = open('kiosk');
  return {
    painted: kiosk ? onScreen(kiosk) : Promise.resolve(),
    open(names) {
      wanted = names;
      openAll(names);
      for (const { name, window } of shown()) if (name !== 'kiosk') window.once('show', citizenInFront);
    },
    async renewKiosk() {
      if (!kiosk || leaving) return;
      const old = kiosk;
      // From here on nothing that the old page says is answered.
      retire(old);
      left.push(old.session);
      if (rest > 0) {
        kiosk = null;
        later(rest, () => openAll(['kiosk']));
        rest = 0;
      } else {
        // Shown once it is drawn: until then the last screen of the visit stays, and no empty one comes between.
        const fresh = open('kiosk', true);
        kiosk = fresh;
        await onScreen(fresh);
        if (!fresh.window.isDestroyed()) fresh.window.show();
      }
      destroy(old);
    },
    async forgetSessions() {
      const results = await Promise.allSettled(left.splice(0).map(emptySession));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
    show() {
      openAll(wanted);
      for (const { name, window } of shown()) if (name !== 'paper') window.show();
    },
    resting: () => coming.size > 0,
    onKioskLost(next) {
      listener = next;
      for (const loss of losses.splice(0)) next(loss);
    },
  };
}

const counters: Record<SeatName, ReturnType<typeof crashCounter>> = {
  kiosk: crashCounter(),
  console: crashCounter(),
  phone: crashCounter(),
};
