import { openWindow, type Shown } from './windows.ts';

let open: Shown | null = null;

/** Opens the PIN window while the dialogue runs, and destroys it, process and all, when it is closed. */
export function pinWindow(wanted: boolean): void {
  if (wanted && !open) open = openWindow('pin', { locked: false, title: 'Comptoir' });
  else if (!wanted && open) {
    const { window } = open;
    open = null;
    if (!window.isDestroyed()) window.destroy();
  }
}
