import type { BrowserWindow } from 'electron';
import { type Look, PLAIN_LOOK } from '../core/look.ts';
import { emptySession, openWindow, type Shown, shown } from './windows.ts';

/** How long the page may hang before the dialogue is given up, in ms: the kiosk lies behind it. */
const HANGS = 5_000;

let look = PLAIN_LOOK;
/** What the visit's screen looks like now, for the PIN window, which has a page and a process of its own. */
export const wearLook = (next: Look): void => {
  look = next;
};
export const pinLook = (): Look => look;
/** Part of the wipe: the next person's screen is a plain one. */
export const forgetLook = (): void => {
  look = PLAIN_LOOK;
};

export interface PinWindow {
  /** Opens the window while the dialogue runs; destroys it, process and all, when it is over. */
  show(wanted: boolean): void;
  /** Resolves when the session of the last one is emptied; tries once more where that failed. */
  forgotten(): Promise<void>;
}

/** The window in which a code is typed: over the citizen's and no other's. `lost`: it is gone, or dead, before the dialogue is over. */
export function openPin(lost: () => void): PinWindow {
  let wanted = false;
  let open: { shown: Shown; over: BrowserWindow; leave(): void } | null = null;
  let empty = async () => {};
  let emptied = empty();

  const openNow = () => {
    if (!wanted || open) return;
    const over = shown().findLast(({ name }) => name === 'kiosk')?.window;
    if (!over || over.isDestroyed()) return lost();
    const made = openWindow('pin', { locked: false, title: 'Comptoir', over });
    const { window } = made;
    // No picture of it for other programs, where the system can keep it from them (not on Linux).
    window.setContentProtection(true);
    const follow = () => window.setBounds(over.getBounds());
    over.on('resize', follow).on('move', follow);
    const mine = {
      shown: made,
      over,
      leave() {
        clearTimeout(hanging);
        if (!over.isDestroyed()) over.off('resize', follow).off('move', follow);
      },
    };
    const gone = () => open === mine && lost();
    let hanging: NodeJS.Timeout | undefined;
    window.on('unresponsive', () => {
      clearTimeout(hanging);
      hanging = setTimeout(gone, HANGS);
    });
    window.on('responsive', () => clearTimeout(hanging));
    window.on('closed', gone);
    window.webContents.on('render-process-gone', gone);
    window.webContents.on('did-fail-load', (_event, _code, _words, _url, mainFrame) => mainFrame && gone());
    window.once('ready-to-show', () => window.focus());
    open = mine;
  };
  const closeNow = () => {
    if (!open) return;
    const { shown: made, over, leave } = open;
    open = null;
    leave();
    const inFront = !made.window.isDestroyed() && made.window.isFocused();
    if (!made.window.isDestroyed()) made.window.destroy();
    if (inFront && !over.isDestroyed()) over.focus();
    empty = () => emptySession(made.session);
    emptied = empty();
    emptied.catch(() => {}); // told by whoever asks
  };

  return {
    show(next) {
      wanted = next;
      // The session serves by turns: what the last one left must be gone before the next one opens.
      if (wanted) void emptied.then(openNow, lost);
      else closeNow();
    },
    forgotten() {
      emptied = emptied.catch(empty);
      return emptied;
    },
  };
}
