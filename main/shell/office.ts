import path from 'node:path';
import { app } from 'electron';
import type { EventName, News } from '../core/contract.ts';
import type { Runtime } from '../core/health.ts';
import { localDay } from '../core/local-day.ts';
import type { Settings } from '../core/settings.ts';
import type { EndCause } from '../core/visit/view.ts';
import { openCard } from '../services/card/index.ts';
import { openCatalogue } from '../services/catalogue/index.ts';
import { openCodeDesk } from '../services/code/index.ts';
import { health } from '../services/health/index.ts';
import { closedJournal, openJournal } from '../services/journal/index.ts';
import { canSign } from '../services/login/index.ts';
import { openPapers } from '../services/papers/index.ts';
import { openPrint } from '../services/print/index.ts';
import type { SettingsProblem } from '../services/settings/index.ts';
import { openVisit, realTimers } from '../services/visit/index.ts';
import type { Office } from './handlers.ts';
import { openHome } from './home.ts';
import { tell } from './ipc.ts';
import { countLeft } from './left.ts';
import { launchNative } from './native.ts';
import { forgetPaper } from './paper.ts';
import { paperBytes } from './papers.ts';
import { forgetLook, openPin } from './pin.ts';
import { guardChoosers, keepDownloads, openPortal, renewWhenWorn } from './portal/index.ts';
import { openLogin } from './portal/login.ts';
import { openOnce } from './portal/once.ts';
import { servePapers } from './protocol.ts';
import type { Seats } from './seats.ts';
import { news as newsOf } from './serve.ts';
import { titlesOf } from './titles.ts';
import { OUT, shown } from './windows.ts';
import { emptyFolder, forgetClipboard } from './wipe.ts';

/** How long a citizen may read what was counted after the wipe, in ms; a touch goes on. */
const RECEIPT_STAYS = 4_000;

export interface OfficeOptions {
  folder: string;
  settings: Settings;
  problems: readonly SettingsProblem[];
  runtime: Runtime;
  random: (bytes: number) => Uint8Array;
  /** Our own folder for temporary files. */
  temp: string;
  seats: Seats;
}

/** Opens every power and ties their news to the windows. `open` resolves when all are up; none of them throws. */
export function openOffice(options: OfficeOptions): {
  open: Promise<Office>;
  endVisit(cause: EndCause): Promise<void>;
  close(): Promise<void>;
} {
  const { folder, temp, settings, problems, runtime, random, seats } = options;
  const now = () => new Date();
  const news = <K extends EventName>(name: K, payload: News<K>) => tell(name, newsOf(name, payload));

  const open = (async (): Promise<Office> => {
    // The poster first: reader process and journal thread would fight it for the processor.
    await seats.painted;
    const { kiosk: only, console: staff } = settings.readers;
    const card = openCard({ launch: launchNative, now, readers: { only, never: staff ? [staff] : [] } });
    const journal = await openJournal({
      folder,
      worker: path.join(OUT, 'main/journal-worker.js'),
      now,
      random,
      keep: settings.journal,
      titles: () => titlesOf(catalogue),
    });
    const catalogue = openCatalogue({ folder: catalogueFolder(), region: settings.place.region });
    const papers = openPapers({ dataFolder: folder, temp, settings: settings.papers, now, active: () => visit.active() });
    const others = staff ? [staff] : [];
    const module = openHome(folder, others);
    const code = openCodeDesk({
      card: card.code,
      shuffled: settings.pin.shuffled,
      random,
      canLogIn: (scheme) => canSign(scheme, module),
      active: () => visit.active(),
    });
    const login = openLogin({ desk: code, card, module, others, language: () => visit.speaks() });
    const once = openOnce({ card, top: () => portal.top() });
    // Chromium begins a file there before anybody is asked where it shall lie.
    app.setPath('downloads', papers.place.folder);
    const portal = openPortal({
      login,
      downloads: keepDownloads(papers),
      choosers: guardChoosers(papers),
      touches: once,
      window: () => shown().findLast(({ name }) => name === 'kiosk')?.window ?? null,
      active: () => visit.active(),
      ...(__TEST_BUILD__ && process.env.COMPTOIR_PORTAL_PATIENCE && { patience: Number(process.env.COMPTOIR_PORTAL_PATIENCE) }),
    });
    const print = openPrint({ printers: settings.printers, folder });
    const pin = openPin(() => code.drop('cancelled'));
    code.onChange((view) => pin.show(view.phase !== 'closed'));
    const visit = await openVisit({
      settings,
      journal: journal.ok ? journal.value : closedJournal(journal.code),
      catalogue,
      card,
      code,
      print,
      now,
      random,
      folder,
      timers: realTimers,
      forget: {
        portal: () => portal.forget(),
        paper: forgetPaper,
        screen: () => {
          forgetLook();
          return seats.renewKiosk();
        },
        'page-storage': () => Promise.all([seats.forgetSessions(), pin.forgotten()]),
        papers: () => papers.forget(),
        clipboard: forgetClipboard,
        temp: () => emptyFolder(temp),
        downloads: () => emptyFolder(path.join(folder, 'downloads')),
      },
      receipt: {
        count: async () => {
          const folders = [temp, papers.place.folder, path.join(folder, 'downloads')];
          const left = await countLeft({ folders, signedOut: () => login.signedOut() });
          return { ...left, files: left.files + (await papers.left()) };
        },
        stays: RECEIPT_STAYS,
      },
    });
    card.onChange((view) => news('card.changed', view));
    portal.onChange((view) => news('portal.changed', view));
    portal.onChange(() => once.look());
    once.onChange((view) => news('once.changed', view));
    papers.onChange((view) => news('papers.changed', view));
    code.onChange((view) => news('pin.changed', view));
    visit.onChange((view) => news('visit.changed', view));
    // The question "are you still here?" lies under the PIN window, which must go.
    visit.onChange(({ phase }) => phase !== 'running' && code.drop('cancelled'));
    visit.onChange(({ phase }) => papers.attend(phase !== 'none'));
    visit.onCall((call) => news('call.changed', call));
    visit.onRoom((kiosk) => news('room.changed', [kiosk]));
    // A line that the disk did not take changes what the desk must be told of the day, though nothing was written.
    visit.onEnded((ended) => ended.journal !== null && news('journal.changed', { day: localDay(now()) }));
    visit.onEnded(({ failures, left }) => {
      if (left && (left.files > 0 || left.cookies > 0 || !left.signedOut)) console.error(`left behind: ${JSON.stringify(left)}`);
      if (failures.length > 0) console.error(`not forgotten: ${failures.join(', ')}`);
      // The last visitor's page may still be there: only a new process is sure to be without it.
      if (!failures.includes('screen')) return;
      app.relaunch();
      app.exit(1);
    });
    let deaf = false;
    card.onChange(({ state }) => {
      deaf ||= state === 'no-service' && portal.openings() > 0;
    });
    // Only where no staff loses a window by it.
    if (settings.seats.every((seat) => seat === 'kiosk'))
      renewWhenWorn({
        openings: portal.openings,
        deaf: () => deaf && card.view().state !== 'no-service',
        view: visit.view,
        onChange(listener) {
          visit.onChange(listener);
          card.onChange(listener);
        },
        after: realTimers.after,
        restart: () => {
          app.relaunch();
          app.quit();
        },
      });
    if (journal.ok) journal.value.onChange((day) => news('journal.changed', { day }));
    return {
      card,
      code,
      catalogue,
      journal,
      once,
      papers,
      portal,
      print,
      visit,
      health: () => health({ folder, settings, problems, runtime, card, journal, catalogue, print }),
    };
  })();
  servePapers((id) => paperBytes(open, id));

  return {
    open,
    async endVisit(cause) {
      await (await open).visit.end(cause, null);
    },
    async close() {
      const office = await open;
      await office.visit.close();
      if (office.journal.ok) await office.journal.value.close();
      await office.papers.close();
      await office.card.close();
    },
  };
}

/** The catalogue of the package; a test may bring its own. */
const catalogueFolder = () =>
  (__TEST_BUILD__ ? process.env.COMPTOIR_CATALOGUE : undefined) ?? path.join(OUT, 'locales/procedures');
