import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, Menu } from 'electron';
import { firstWindow } from './first.ts';
import { openDoor } from './ipc.ts';
import { openSeats } from './seats.ts';

/** Our own folder for temporary files, below the data folder: the machine's is shared and is nobody's to empty. */
const TEMP = 'temp';

/**
 * Opens the first window, then loads everything else while its page comes up: a citizen sees the poster at the earliest
 * moment, and a failure of one power never keeps the others away.
 */
export async function start(): Promise<void> {
  const folder = app.getPath('userData');
  const temp = path.join(folder, TEMP);
  try {
    mkdirSync(temp, { recursive: true });
    app.setPath('temp', temp);
  } catch {
    // A full or read-only disk: the counter opens all the same, and its health says so.
  }
  Menu.setApplicationMenu(null);
  const first = firstWindow(folder);
  await app.whenReady();

  const seats = openSeats(first);
  const powers = import('./powers.ts').then(({ openPowers }) => openPowers({ folder, temp, seats }));
  openDoor(powers.then(({ answer }) => answer));

  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => seats.show());
  // A service manager's polite end takes the same road as a closed window.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void powers.then((open) => open.close()).finally(() => app.exit(0));
  });
}
