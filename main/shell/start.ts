import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, Menu, powerMonitor } from 'electron';
import { mishap } from '../core/mishap.ts';
import { firstWindow } from './first.ts';
import { moveHome } from './home.ts';
import { openDoor } from './ipc.ts';
import { openSeats } from './seats.ts';

/** Our own folder for temporary files, below the data folder: the machine's is shared and is nobody's to empty. */
const TEMP = 'temp';
/** How long the end of the program may take, in ms: a dead disk must not keep a machine from going down. */
const LONGEST_END = 10_000;

/**
 * Opens the first window, then loads everything else while its page comes up: a citizen sees the poster at the earliest
 * moment, and a failure of one power never keeps the others away.
 */
export async function start(): Promise<void> {
  const folder = app.getPath('userData');
  const temp = path.join(folder, TEMP);
  try {
    mkdirSync(temp, { recursive: true });
    // Also a folder that somebody made before: the journal is nobody else's to read.
    chmodSync(folder, 0o700);
    app.setPath('temp', temp);
  } catch {
    // A full or read-only disk: the counter opens all the same, and its health says so.
  }
  moveHome(folder);
  // Tests play the real sites on this machine, under their real names.
  if (__TEST_BUILD__ && process.env.COMPTOIR_PORTAL_HOSTS)
    app.commandLine.appendSwitch('host-resolver-rules', process.env.COMPTOIR_PORTAL_HOSTS);
  Menu.setApplicationMenu(null);
  const first = firstWindow(folder);
  await app.whenReady();

  const seats = openSeats(first);
  const powers = import('./powers.ts').then(({ openPowers }) => openPowers({ folder, temp, seats }));
  openDoor(
    powers.then(
      ({ answer }) => answer,
      (error) => {
        console.error('powers:', error instanceof Error ? error.name : 'failed');
        return async () => mishap('failed');
      },
    ),
  );
  // A citizen who is gone when the machine sleeps or its screen is locked must not be there when it wakes.
  const gone = () => void powers.then((open) => open.endVisit());
  powerMonitor.on('suspend', gone).on('resume', gone).on('lock-screen', gone);

  app.on('window-all-closed', () => {
    if (!seats.resting()) app.quit();
  });
  app.on('second-instance', () => seats.show());
  // A service manager's polite end takes the same road as a closed window.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  let closed = false;
  app.on('before-quit', (event) => {
    // Also the second time: a logout sends two signals, and the first one is still wiping.
    event.preventDefault();
    if (closed) return;
    closed = true;
    const late = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_END));
    void Promise.race([powers.then((open) => open.close()), late]).finally(() => app.exit(0));
  });
}
