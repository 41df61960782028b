import { randomBytes } from 'node:crypto';
import { type Session, session as sessions, type WebContents, WebContentsView } from 'electron';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { allowedFor, firstPage } from '../../core/portal/allowed.ts';
import type { LoginPlace } from '../../core/portal/place.ts';
import { type Allowed, judge, placeOf } from '../../core/portal/policy.ts';
import type { PaneRect, PortalMove, PortalView, Refusal } from '../../core/portal/view.ts';
import type { ProcedureFile } from '../../core/procedure/schema.ts';
import { shown } from '../windows.ts';
import { forgetSession } from '../wipe.ts';

/** The portal beside the guide: one at a time, in a partition that is made for it and never used again. */
export interface Portal {
  view(): PortalView;
  onChange(listener: (view: PortalView) => void): () => void;
  open(file: ProcedureFile, logins: readonly LoginPlace[]): Result<PortalView>;
  place(rect: PaneRect | null): void;
  go(to: PortalMove): void;
  show(step: number): void;
  certificate(agree: boolean): void;
  /** Part of the wipe: pages, connections, storage. Resolves when they are gone. */
  forget(): Promise<void>;
}

/** One opening of a portal. */
interface Pane {
  file: ProcedureFile;
  allowed: Allowed;
  session: Session;
  views: WebContentsView[];
  refused: (PortalView & { phase: 'open' })['refused'];
}

export function openPortal(): Portal {
  const listeners = new Set<(view: PortalView) => void>();
  let pane: Pane | null = null;
  let rect: PaneRect | null = null;
  let serial = 0;
  const top = () => pane?.views.at(-1)?.webContents ?? null;

  const view = (): PortalView => {
    const contents = top();
    if (!pane || !contents) return { phase: 'closed' };
    const { file, allowed, views, refused } = pane;
    const host = hostOf(contents);
    const login = allowed.logins.some((place) => place.host === host);
    return {
      phase: 'open',
      procedure: file.id,
      site: { name: login ? null : (file.portal?.name ?? null), host, kind: login ? 'login' : 'portal', holder: null },
      loading: contents.isLoadingMainFrame(),
      back: contents.navigationHistory.canGoBack(),
      stacked: views.length - 1,
      trouble: null,
      refused,
      step: null,
      looks: 'unhinted',
      shown: 'none',
      certificate: null,
      loggedIn: false,
    };
  };
  const tell = () => {
    const now = view();
    for (const listener of listeners) listener(now);
  };
  const refuse = (why: Refusal, address: string) => {
    if (!pane) return;
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    pane.refused = { why, host: host || null, serial: ++serial };
    tell();
  };
  const lay = () => {
    const contents = pane?.views.at(-1);
    for (const one of pane?.views ?? []) one.setVisible(one === contents && rect !== null);
    if (contents && rect) contents.setBounds({ ...rect });
  };
  const add = (mine: Pane, url: string) => {
    const window = shown().findLast(({ name }) => name === 'kiosk')?.window;
    if (!window || window.isDestroyed()) return;
    const one = new WebContentsView({
      webPreferences: { session: mine.session, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
    });
    const { webContents } = one;
    const stay = (event: { preventDefault(): void; url: string }, kind: 'page' | 'redirect' | 'frame') => {
      const verdict = judge(mine.allowed, { kind, url: event.url });
      if (verdict.allowed) return;
      event.preventDefault();
      refuse(verdict.why, event.url);
    };
    webContents.on('will-navigate', (event) => stay(event, 'page'));
    webContents.on('will-redirect', (event) => stay(event, 'redirect'));
    webContents.on('will-frame-navigate', (event) => !event.isMainFrame && stay(event, 'frame'));
    webContents.setWindowOpenHandler(({ url }) => {
      const verdict = judge(mine.allowed, { kind: 'window', url });
      if (verdict.allowed) setImmediate(() => pane === mine && add(mine, url));
      else refuse(verdict.why, url);
      return { action: 'deny' };
    });
    for (const change of ['did-start-loading', 'did-stop-loading', 'did-navigate', 'did-navigate-in-page'] as const)
      webContents.on(change as 'did-start-loading', tell);
    mine.views.push(one);
    window.contentView.addChildView(one);
    lay();
    webContents.loadURL(url).catch(() => {});
    tell();
  };
  const drop = (mine: Pane) => {
    for (const { webContents } of mine.views) webContents.close({ waitForBeforeUnload: false });
    const window = shown().findLast(({ name }) => name === 'kiosk')?.window;
    if (window && !window.isDestroyed()) for (const one of mine.views) window.contentView.removeChildView(one);
    mine.views = [];
  };

  return {
    view,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(file, logins) {
      const allowed = allowedFor(file, logins);
      if (!allowed || !file.portal) return mishap('no-portal');
      if (pane?.file.id === file.id) return done(view());
      if (pane) drop(pane);
      const session = sessions.fromPartition(randomBytes(16).toString('hex'), { cache: true });
      pane = { file, allowed, session, views: [], refused: null };
      add(pane, firstPage(file.portal));
      return done(view());
    },
    place(next) {
      rect = next;
      lay();
    },
    go(to) {
      const contents = top();
      if (!pane || !contents) return;
      if (to === 'back') contents.navigationHistory.goBack();
      else if (to === 'again') contents.reload();
      else if (to === 'dismiss') pane.refused = null;
      else if (to === 'home' && pane.file.portal) void contents.loadURL(firstPage(pane.file.portal)).catch(() => {});
      tell();
    },
    show() {},
    certificate() {},
    async forget() {
      const mine = pane;
      pane = null;
      rect = null;
      if (!mine) return;
      drop(mine);
      tell();
      await forgetSession(mine.session);
    },
  };

  function hostOf(contents: WebContents): string {
    const address = contents.getURL();
    const url = URL.canParse(address) ? new URL(address) : null;
    return url && pane && placeOf(pane.allowed, url) ? url.hostname : (pane?.file.portal?.host ?? '');
  }
}
