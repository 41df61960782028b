import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CardView } from '../../core/card/view.ts';
import type { Assistance, PrivateAssistance } from '../../core/journal/record.ts';
import { done } from '../../core/mishap.ts';
import { Settings } from '../../core/settings.ts';
import type { VisitView } from '../../core/visit/view.ts';
import { openCatalogue } from '../catalogue/index.ts';
import { closedJournal } from '../journal/index.ts';
import { standingClock } from './clock.ts';
import { openVisit, type VisitOptions } from './index.ts';

const catalogue = openCatalogue({ folder: join(import.meta.dirname, '../../../locales/procedures'), region: 'bruxelles' });

export const CLEAN = { files: 0, cookies: 0, signedOut: true };

/** For tests only: a kiosk whose window, card and journal write down what they are asked; the catalogue and the marker are the real ones. */
export async function openRig(folder: string, changes: Partial<VisitOptions> = {}) {
  const clock = standingClock();
  const forgotten: string[] = [];
  const written: { record: Assistance | PrivateAssistance; receipt: string | null }[] = [];
  let interrupted = 0;
  let cardView: CardView = { state: 'no-card' };
  let cardChanged = (_: CardView) => {};
  const note = (id: string) => () => void forgotten.push(id);
  const visit = await openVisit({
    settings: Settings.parse({ idle: { seconds: 60, warning: 20 }, place: { kiosk: 'A' } }),
    catalogue,
    journal: {
      ...closedJournal('failed'),
      add: async (record, receipt) => {
        written.push({ record, receipt });
        return done('0'.repeat(26));
      },
      interrupted: async (count) => {
        interrupted += count;
        return done(undefined);
      },
      settle: async () => void forgotten.push('settled'),
    },
    card: {
      view: () => cardView,
      technical: () => 'reader=test',
      onChange: (listener) => {
        cardChanged = listener;
        return () => {};
      },
      forget: note('card'),
      known: async () => {},
    },
    code: { forget: note('code') },
    print: { forget: async () => void forgotten.push('print-spool') },
    now: () => new Date(2026, 10, 21, 14, 5),
    random: (bytes) => new Uint8Array(bytes).fill(10),
    folder,
    timers: clock.timers,
    forget: {
      portal: note('portal'),
      paper: note('paper'),
      screen: note('screen'),
      'page-storage': note('page-storage'),
      papers: note('papers'),
      clipboard: note('clipboard'),
      temp: note('temp'),
      downloads: note('downloads'),
    },
    receipt: { count: async () => CLEAN, stays: 0 },
    ...changes,
  });
  const views: VisitView[] = [];
  visit.onChange((view) => views.push(view));
  return {
    visit,
    clock,
    forgotten,
    written,
    views,
    marker: () => existsSync(join(folder, 'visit-open')),
    interrupted: () => interrupted,
    setCard: (view: CardView) => {
      cardView = view;
      cardChanged(view);
    },
  };
}
