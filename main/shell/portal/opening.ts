import type { BrowserWindow, Session, WebContents, WindowOpenHandlerResponse } from 'electron';
import type { Language } from '../../core/language.ts';
import { allowedFor, firstPage } from '../../core/portal/allowed.ts';
import type { LoginPlace } from '../../core/portal/place.ts';
import { type Allowed, type Attempt, judge, placeOf, type Verdict } from '../../core/portal/policy.ts';
import type { PaneRect, PortalMove, PortalSite, PortalView, Refusal } from '../../core/portal/view.ts';
import type { Sheet } from '../../core/procedure/schema.ts';
import { countLater } from '../left.ts';
import { forgetSession } from '../wipe.ts';
import { guardPage, PAGE } from './guard.ts';
import { watchHolders } from './holders.ts';
import { keepInline } from './inline.ts';
import { makePage, type Page } from './page.ts';
import { makePane, viewOf } from './pane.ts';
import type { PortalPorts } from './ports.ts';
import { guardRequests } from './requests.ts';
import { makeSession } from './session.ts';

type Open = PortalView & { phase: 'open' };
/** Milliseconds in which what a page does still counts as an answer to a touch. */
const AFTER_TOUCH = 2_000;
const PATIENCE = 30_000;

/** One opening of a portal: its pages, and the session that was made for them. */
export interface Opening {
  readonly procedure: string;
  readonly session: Session;
  view(): Open;
  place(rect: PaneRect | null): void;
  go(to: Exclude<PortalMove, 'leave'>): void;
  /** The page that is seen; null while none is. */
  top(): WebContents | null;
  /** Ends pages, connections and storage. Resolves when they are gone. */
  forget(): Promise<void>;
}

export interface OpeningOptions {
  sheet: Sheet;
  language: Language;
  logins: readonly LoginPlace[];
  window: BrowserWindow;
  ports: PortalPorts;
  changed(): void;
}

/** Opens the site of a procedure in the citizen's window; null when it has none. */
export function makeOpening({ sheet, language, logins, window, ports, changed }: OpeningOptions): Opening | null {
  const { file } = sheet;
  const { portal } = file;
  const found = allowedFor(file, logins);
  if (!found || !portal) return null;
  const allowed: Allowed = found;
  const home = firstPage(portal);
  let refused: Open['refused'] = null;
  let serial = 0;
  let touched = Number.NEGATIVE_INFINITY;

  const refuse = (why: Refusal, address = '') => {
    const host = URL.canParse(address) ? new URL(address).hostname : '';
    refused = { why, host: host || null, serial: ++serial };
    changed();
  };
  const afterTouch = () => performance.now() - touched < AFTER_TOUCH;
  const session = makeSession(language, {
    permission: (name) => tellOf(judge(allowed, { kind: 'permission', name })),
    device: () => tellOf(judge(allowed, { kind: 'permission', name: 'device' })),
  });
  countLater(session);
  const holderOf = watchHolders(session);
  const pane = makePane(window, {
    changed,
    // A page that closes itself leaves a way back.
    emptied: () => add(viewOf({ webPreferences: { ...PAGE, session } })).fail('crashed'),
  });
  const shut = guardRequests(session, allowed, {
    refused(contents, { why }, url) {
      refuse(why, url);
      pane.find(contents)?.fail('blocked');
    },
    before: async (host, contents) => (await ports.login?.before(host, contents)) ?? null,
    mayLoad: (host) => ports.login?.mayLoad(host) ?? false,
    trouble: (contents, trouble) => pane.find(contents)?.fail(trouble),
    asked: (contents, request) => pane.find(contents)?.asked(request),
    answered: (contents) => pane.find(contents)?.answered(),
  });
  const unheard = ports.login?.onEnded((contents, trouble) => pane.find(contents)?.fail(trouble));
  keepInline(session);
  /** What a page made and would show in a page of its own: refused as a page, and taken if it is a document. */
  const shown = new Set<string>();
  session.on('will-download', (event, item, contents) => {
    const verdict = judge(allowed, downloadOf(item, contents));
    const again = shown.delete(item.getURL());
    if (verdict.allowed && ports.downloads) {
      if (again) refused = null;
      return ports.downloads.take(item, () => refuse('download', item.getURL()));
    }
    event.preventDefault();
    if (!again) refuse(verdict.allowed ? 'download' : verdict.why, item.getURL());
  });

  function tellOf(verdict: Verdict, address?: string): boolean {
    if (!verdict.allowed) refuse(verdict.why, address);
    return verdict.allowed;
  }
  function add(view: ReturnType<typeof viewOf>): Page {
    const { webContents } = view;
    const page = makePage(view, {
      patience: ports.patience ?? PATIENCE,
      changed: () => {
        pane.lay();
        changed();
      },
      loginTrouble: (code) => ports.login?.trouble(code) ?? null,
    });
    guardPage(webContents, {
      may(kind, url) {
        const attempt: Attempt = kind === 'window' ? { kind, url, stacked: pane.count() - 1 } : { kind, url };
        const verdict = judge(allowed, attempt);
        // What a page is made of is its own matter; what comes of a touch is answered.
        if (!verdict.allowed && /^blob:/i.test(url) && ports.downloads) {
          shown.add(url);
          webContents.downloadURL(url);
        }
        if (kind === 'frame' && !afterTouch()) return verdict.allowed;
        return tellOf(verdict, url);
      },
      opened: () => stack(),
      notHere: () => refuse('not-here'),
      active() {
        touched = performance.now();
        ports.active();
      },
    });
    ports.choosers?.guard(webContents);
    ports.login?.watch(webContents);
    const own = { ...allowed, logins: [] };
    ports.touches?.follow(webContents, portal?.fields ?? [], (url) => judge(own, { kind: 'page', url }).allowed);
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      // What was refused has been read when the page moves on.
      if (isMainFrame && !isSameDocument && afterTouch()) refused = null;
    });
    pane.add(page);
    return page;
  }
  /** The new page lies above in the same pane; opener, form and "noopener" are Chromium's own. */
  function stack(): WindowOpenHandlerResponse {
    return {
      action: 'allow',
      outlivesOpener: true,
      overrideBrowserWindowOptions: { webPreferences: { ...PAGE } },
      createWindow(options) {
        // The contents that Chromium made for it come in the options (not in the types).
        const { webContents } = options as { webContents?: WebContents };
        if (!webContents) throw new Error('a new page came without contents');
        return add(viewOf({ webContents })).contents;
      },
    };
  }

  function siteOf(contents: WebContents): PortalSite {
    const url = URL.canParse(contents.getURL()) ? new URL(contents.getURL()) : null;
    const host = url && placeOf(allowed, url) ? url.hostname : (portal?.host ?? '');
    const login = allowed.logins.some((place) => place.host === host);
    return { name: login ? null : (portal?.name ?? null), host, kind: login ? 'login' : 'portal', holder: holderOf(host) };
  }

  add(viewOf({ webPreferences: { ...PAGE, session } })).load(home);
  return {
    procedure: file.id,
    session,
    view() {
      const page = pane.top();
      const live = page && !page.contents.isDestroyed() ? page.contents : null;
      const trouble = page?.trouble() ?? null;
      return {
        phase: 'open',
        procedure: file.id,
        site: live ? siteOf(live) : { name: portal.name, host: portal.host, kind: 'portal', holder: null },
        loading: trouble === null && (live?.isLoadingMainFrame() ?? false),
        back: live?.navigationHistory.canGoBack() ?? false,
        stacked: Math.max(0, pane.count() - 1),
        trouble,
        refused,
        step: null,
        looks: 'unhinted',
        shown: 'none',
        certificate: null,
        loggedIn: false,
        ...ports.login?.view(),
      };
    },
    place: (rect) => pane.place(rect),
    go(to) {
      const page = pane.top();
      if (!page) return;
      refused = null;
      ports.login?.touched();
      if (to === 'back') page.contents.navigationHistory.goBack();
      else if (to === 'again') page.again();
      else if (to === 'home') page.load(home);
      else if (to === 'close') pane.close();
      else if (to === 'enter' && page.shows()) page.contents.focus();
      changed();
    },
    top: () => {
      const page = pane.top();
      return page?.shows() ? page.contents : null;
    },
    async forget() {
      unheard?.();
      shut();
      pane.drop();
      await forgetSession(session);
    },
  };
}

function downloadOf(item: Electron.DownloadItem, contents: WebContents): Attempt {
  const from = contents.isDestroyed() ? undefined : contents.getURL();
  const file = { url: item.getURL(), mime: item.getMimeType(), bytes: item.getTotalBytes(), name: item.getFilename() };
  return { kind: 'download', ...file, ...(from !== undefined && { from }) };
}
