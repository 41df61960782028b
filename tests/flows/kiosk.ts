import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { CardView } from '../../main/core/card/view.ts';
import { Settings } from '../../main/core/settings.ts';
import { openCatalogue } from '../../main/services/catalogue/index.ts';
import { type JournalOptions, openJournal } from '../../main/services/journal/index.ts';
import { openVisit, realTimers, type VisitOptions } from '../../main/services/visit/index.ts';

export const CLEAN = { files: 0, cookies: 0, signedOut: true };

/** Everything of a kiosk but its windows, its card and its printer: real journal in a worker, real catalogue, real marker, real clock. */
export async function openKiosk(
  folder: string,
  changes: Partial<VisitOptions> = {},
  journalChanges: Partial<JournalOptions> = {},
) {
  const root = join(import.meta.dirname, '../..');
  const random = (bytes: number) => randomBytes(bytes);
  const now = () => new Date(2026, 10, 21, 14, 5);
  const worker = new URL('../../main/services/journal/worker.ts', import.meta.url);
  const journal = await openJournal({ folder, worker, now, random, ...journalChanges });
  if (!journal.ok) throw new Error(journal.code);
  const wiped: string[] = [];
  let card: CardView = { state: 'no-card' };
  let changed = (_: CardView) => {};
  const visit = await openVisit({
    settings: Settings.parse({}),
    journal: journal.value,
    catalogue: openCatalogue({ folder: join(root, 'locales/procedures'), region: 'bruxelles' }),
    card: {
      view: () => card,
      technical: () => '',
      onChange: (listener) => {
        changed = listener;
        return () => {};
      },
      forget: () => void wiped.push('card'),
      known: async () => {},
    },
    code: { forget: () => void wiped.push('code') },
    print: { forget: async () => void wiped.push('print-spool') },
    now,
    random,
    folder,
    timers: realTimers,
    forget: {
      portal: () => wiped.push('portal'),
      paper: () => wiped.push('paper'),
      screen: () => wiped.push('screen'),
      'page-storage': () => wiped.push('page-storage'),
      papers: () => wiped.push('papers'),
      clipboard: () => wiped.push('clipboard'),
      temp: () => wiped.push('temp'),
      downloads: () => wiped.push('downloads'),
    },
    receipt: { count: async () => CLEAN, stays: 0 },
    ...changes,
  });
  return {
    visit,
    journal: journal.value,
    wiped,
    setCard: (view: CardView) => {
      card = view;
      changed(view);
    },
    close: async () => {
      await visit.close();
      await journal.value.close();
    },
  };
}
