import { randomBytes } from 'node:crypto';
import { app } from 'electron';
import { localDay } from '../core/local-day.ts';
import { Settings } from '../core/settings.ts';
import { readSettings } from '../services/settings/index.ts';
import { tellPainted } from './bench.ts';
import { handlers } from './handlers.ts';
import type { Answer } from './ipc.ts';
import { openOffice } from './office.ts';
import { readRuntime } from './runtime.ts';
import { pictureWindows } from './screens.ts';
import type { Seats } from './seats.ts';
import { serve } from './serve.ts';

const today = () => localDay(new Date());
const report = (name: string, error: unknown) =>
  console.error(`request ${name}:`, error instanceof Error ? error.name : 'failed');

/** Everything behind the first window: the settings, the other seats, the services, the answers of the door. */
export function openPowers({ folder, temp, seats }: { folder: string; temp: string; seats: Seats }): {
  answer: Answer;
  /** Nobody can be in front of the screen any more. */
  endVisit(): Promise<void>;
  close(): Promise<void>;
} {
  const read = readSettings(folder);
  // A counter whose settings are wrong shows a citizen nothing but that, and never the journal.
  const settings = read.ok ? read.value : Settings.parse({ seats: ['kiosk'] });
  const problems = read.ok ? [] : read.problems;
  const runtime = readRuntime();
  if (__TEST_BUILD__ && process.env.COMPTOIR_BENCH) tellPainted();

  const office = openOffice({ folder, temp, settings, problems, runtime, random: (bytes) => randomBytes(bytes), seats });
  seats.onKioskLost(({ cause, faulty }) => {
    if (faulty) void office.open.then(({ visit }) => visit.faulty(true));
    void office.endVisit(cause);
  });
  void seats.painted.then(() => seats.open(settings.seats));

  const pictures = __TEST_BUILD__ ? process.env.COMPTOIR_SCREENS : undefined;
  if (pictures) {
    void office.open.then(() =>
      setTimeout(() => void pictureWindows(pictures).then(() => console.log(`screens: ${pictures}`)), 2_500),
    );
  }
  const boot = { version: app.getVersion(), runtime, settings, problems };
  const served = handlers(boot, today, office.open);
  return {
    answer: (sender, name, input) => serve(served, sender, name, input, report),
    endVisit: () => office.endVisit('idle'),
    close: () => office.close(),
  };
}
