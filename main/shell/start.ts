import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, Menu } from 'electron';
import { Settings } from '../core/settings.ts';
import { readSettings } from '../services/settings/index.ts';
import { tellPainted } from './bench.ts';
import { handlers } from './handlers.ts';
import { openDoor } from './ipc.ts';
import { openOffice, TEMP } from './office.ts';
import { readRuntime } from './runtime.ts';
import { pictureWindows } from './screens.ts';
import { openSeats, type Seats } from './seats.ts';

/** Local ISO date. */
const today = () => new Date().toLocaleDateString('sv-SE');

/** Opens the windows, then the powers, and ties them together. A failure of one power never keeps the others away. */
export async function start(): Promise<void> {
  const folder = app.getPath('userData');
  mkdirSync(folder, { recursive: true });
  const read = readSettings(folder);
  const settings = read.ok ? read.value : Settings.parse({ seats: ['kiosk'] });
  const problems = read.ok ? [] : read.problems;
  const runtime = readRuntime();
  const boot = { version: app.getVersion(), runtime, settings, problems };

  const temp = path.join(folder, TEMP);
  mkdirSync(temp, { recursive: true });
  app.setPath('temp', temp);
  Menu.setApplicationMenu(null);
  await app.whenReady();

  let seats: Seats | null = null;
  const office = openOffice({
    folder,
    settings,
    problems,
    runtime,
    random: (bytes) => randomBytes(bytes),
    seats: () => seats,
  });
  openDoor(handlers(boot, today, office.open), (name, error) =>
    console.error(`request ${name}:`, error instanceof Error ? error.name : 'failed'),
  );
  seats = openSeats(settings.seats, {
    locked: settings.locked,
    onKioskGone: () => void office.endVisit('crash'),
    onKioskClosed: () => void office.endVisit('staff'),
  });

  if (__TEST_BUILD__ && process.env.COMPTOIR_BENCH) tellPainted();

  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => seats?.show());
  // A service manager's polite end takes the same road as a closed window.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void office.close().finally(() => app.exit(0));
  });

  const pictures = __TEST_BUILD__ ? process.env.COMPTOIR_SCREENS : undefined;
  if (pictures) {
    await office.open;
    setTimeout(() => void pictureWindows(pictures).then(() => console.log(`screens: ${pictures}`)), 2_500);
  }
}
