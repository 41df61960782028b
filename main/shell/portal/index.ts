import { app, type WebContents } from 'electron';
import type { Language } from '../../core/language.ts';
import { type Look, PLAIN_LOOK } from '../../core/look.ts';
import { done, mishap, type Result } from '../../core/mishap.ts';
import type { LoginPlace } from '../../core/portal/place.ts';
import type { PaneRect, PortalMove, PortalView } from '../../core/portal/view.ts';
import type { Sheet } from '../../core/procedure/schema.ts';
import { makeOpening, type Opening } from './opening.ts';
import type { PortalPorts } from './ports.ts';
import { quietWarnings } from './quiet.ts';

export { guardChoosers } from './chooser.ts';
export { keepDownloads } from './downloads.ts';
export type { PortalPorts } from './ports.ts';
export { renewWhenWorn } from './worn.ts';

/** The portal beside the guide: one at a time, in a partition that is made for it and never used again. */
export interface Portal {
  view(): PortalView;
  onChange(listener: (view: PortalView) => void): () => void;
  /** Opens the site of a sheet, or gives the one that is open already. `no-portal`: it has none here. */
  open(sheet: Sheet, language: Language, logins: readonly LoginPlace[]): Result<PortalView>;
  place(rect: PaneRect | null): void;
  go(to: PortalMove): void;
  /** "Show me where": rings the button of a step, from 1. */
  show(step: number): void;
  certificate(agree: boolean, host: string): void;
  /** To what the page says or asks. */
  answer(yes: boolean): void;
  /** The citizen's size of text: pages take it, too. */
  wear(look: Look): void;
  /** The page that is seen; null while none is, or something of ours stands in its place. */
  top(): WebContents | null;
  /** The page that is seen as a PDF (A4); null while none is, or it cannot be drawn. */
  print(): Promise<Uint8Array | null>;
  /** How often one was opened since the start. */
  openings(): number;
  /** Part of the wipe: pages, connections, storage. Resolves when they are gone. */
  forget(): Promise<void>;
}

/** Opens the holder of the pane. */
export function openPortal(ports: PortalPorts): Portal {
  const listeners = new Set<(view: PortalView) => void>();
  let opening: Opening | null = null;
  let openings = 0;
  let look = PLAIN_LOOK;
  /** What was closed is being emptied. */
  const leaving = new Set<Promise<void>>();

  quietWarnings();
  // Names are asked of the resolver of this place and of nobody else.
  app.configureHostResolver({ secureDnsMode: 'off' });
  ports.login?.onChange(() => tell());

  const view = (): PortalView => opening?.view() ?? { phase: 'closed' };
  let telling = false;
  let told = '';
  /** Many things change at once: they are told once. */
  function tell(): void {
    if (telling) return;
    telling = true;
    setImmediate(() => {
      telling = false;
      const now = view();
      const news = JSON.stringify(now);
      if (news === told) return;
      told = news;
      for (const listener of listeners) listener(now);
    });
  }
  function close(): Promise<void> {
    const mine = opening;
    opening = null;
    if (!mine) return Promise.resolve();
    const gone = Promise.all([mine.forget(), ports.login?.forget()]).then(() => {});
    leaving.add(gone);
    tell();
    // One that failed stays: the end of the visit asks for all of them.
    gone.then(
      () => leaving.delete(gone),
      () => {},
    );
    return gone;
  }

  return {
    view,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(sheet, language, logins) {
      if (opening?.procedure === sheet.file.id) return done(opening.view());
      const window = ports.window();
      if (!window || window.isDestroyed()) return mishap('failed');
      void close().catch(() => {});
      openings += 1;
      opening = makeOpening({ sheet, language, logins, look, window, ports, changed: tell });
      return opening ? done(opening.view()) : mishap('no-portal');
    },
    place: (rect) => opening?.place(rect),
    go(to) {
      if (to === 'leave') void close().catch(() => {});
      else opening?.go(to);
    },
    show: (step) => opening?.show(step),
    answer: (yes) => opening?.answer(yes),
    certificate: (agree, host) => ports.login?.certificate(agree, host),
    wear(next) {
      look = next;
      opening?.wear(look);
    },
    openings: () => openings,
    top: () => opening?.top() ?? null,
    print: async () => (await opening?.print()) ?? null,
    async forget() {
      void close().catch(() => {});
      look = PLAIN_LOOK;
      const all = [...leaving];
      leaving.clear();
      const results = await Promise.allSettled(all);
      const failed = results.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
