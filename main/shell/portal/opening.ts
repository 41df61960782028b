import type { BrowserWindow, Session, WebContents, WindowOpenHandlerResponse } from 'electron';
import type { Language } from '../../core/language.ts';
import type { Look } from '../../core/look.ts';
import { allowedFor, firstPage } from '../../core/portal/allowed.ts';
import { showOf } from '../../core/portal/hints.ts';
import type { LoginPlace } from '../../core/portal/place.ts';
import { type Allowed, type Attempt, judge, placeOf } from '../../core/portal/policy.ts';
import type { PaneRect, PortalMove, PortalSite, PortalView } from '../../core/portal/view.ts';
import type { Sheet } from '../../core/procedure/schema.ts';
import { countLater } from '../left.ts';
import { forgetSession } from '../wipe.ts';
import { guardArrivals } from './arrivals.ts';
import { makeDialogs } from './dialogs.ts';
import { makeFollower, type SeenAt } from './follow.ts';
import { guardPage, preferencesOf } from './guard.ts';
import { watchHolders } from './holders.ts';
import { makePage, type Page } from './page.ts';
import { makePane, viewOf } from './pane.ts';
import type { PortalPorts } from './ports.ts';
import { guardPrinting, pdfOf } from './printing.ts';
import { makeRefusals } from './refusals.ts';
import { guardRequests } from './requests.ts';
import { makeSession } from './session.ts';
import { makePointer } from './show.ts';
import { makeZoom } from './zoom.ts';

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
  /** Rings the button of a step, from 1. */
  show(step: number): void;
  /** To what the page says or asks. */
  answer(yes: boolean): void;
  wear(look: Look): void;
  /** The page that is seen; null while none is. */
  top(): WebContents | null;
  /** The page on top as a PDF; null while none is shown. */
  print(): Promise<Uint8Array | null>;
  /** Ends pages, connections and storage. Resolves when they are gone. */
  forget(): Promise<void>;
}

export interface OpeningOptions {
  sheet: Sheet;
  language: Language;
  logins: readonly LoginPlace[];
  look: Look;
  window: BrowserWindow;
  ports: PortalPorts;
  changed(): void;
}

/** Opens the site of a procedure in the citizen's window; null when it has none. */
export function makeOpening({ sheet, language, logins, look, window, ports, changed }: OpeningOptions): Opening | null {
  const { file, text } = sheet;
  const { portal } = file;
  const found = allowedFor(file, logins);
  if (!found || !portal) return null;
  const allowed: Allowed = found;
  const home = firstPage(portal);
  const hints = portal.hints ?? [];
  let touched = Number.NEGATIVE_INFINITY;
  let printing = false;

  const refusals = makeRefusals(changed);
  const pointer = makePointer(changed);
  const zoom = makeZoom(look);
  const dialogs = makeDialogs(changed);
  const would = (attempt: Attempt) => judge(allowed, attempt).allowed;
  const session = makeSession(language, {
    may: (name) => refusals.allows(judge(allowed, { kind: 'permission', name })),
    would: (name) => would({ kind: 'permission', name }),
  });
  const preferences = preferencesOf(would);
  countLater(session);
  const holderOf = watchHolders(session);
  const pane = makePane(window, {
    changed,
    // A page that closes itself leaves a way back.
    emptied: () => add(viewOf({ webPreferences: { ...preferences, session } })).fail('crashed'),
  });
  const shut = guardRequests(session, allowed, {
    refused(contents, { why }, url) {
      refusals.refuse(why, url);
      pane.find(contents)?.fail('blocked');
    },
    before: async (host, contents) => (await ports.login?.before(host, contents)) ?? null,
    mayLoad: (host) => ports.login?.mayLoad(host) ?? false,
    trouble: (contents, trouble) => pane.find(contents)?.fail(trouble),
    asked: (contents, request) => pane.find(contents)?.asked(request),
    answered: (contents) => pane.find(contents)?.answered(),
  });
  const unheard = ports.login?.onEnded((contents, trouble) => pane.find(contents)?.fail(trouble));
  const unsent = ports.login?.onSent((contents) => pane.find(contents)?.waits());
  const arrivals = guardArrivals(session, allowed, ports.downloads, refusals);
  const seen = (): Page | null => {
    const page = pane.top();
    return page?.shows() && !page.contents.isDestroyed() ? page : null;
  };
  const follower = makeFollower(
    hints,
    () => {
      const page = seen();
      return page && !page.contents.isLoadingMainFrame() ? { contents: page.contents, at: atOf(page.contents) } : null;
    },
    changed,
  );

  function add(view: ReturnType<typeof viewOf>): Page {
    const { webContents } = view;
    const page = makePage(view, {
      home,
      patience: ports.patience ?? PATIENCE,
      changed() {
        pane.lay();
        follower.look();
        changed();
      },
      loginTrouble: (code) => ports.login?.trouble(code) ?? null,
    });
    const afterTouch = () => performance.now() - touched < AFTER_TOUCH;
    guardPage(webContents, {
      may(tried) {
        const attempt = tried.kind === 'window' ? { ...tried, stacked: pane.count() - 1 } : tried;
        const verdict = judge(allowed, attempt);
        const url = 'url' in attempt ? attempt.url : '';
        if (!verdict.allowed) arrivals.shown(webContents, url);
        // What a page is made of is its own matter; what comes of a touch is answered.
        if (attempt.kind === 'frame' && !afterTouch()) return verdict.allowed;
        return refusals.allows(verdict, url);
      },
      would,
      opened: stack,
      active() {
        touched = performance.now();
        ports.active();
      },
      away: () => !window.isDestroyed() && window.webContents.focus(),
    });
    dialogs.guard(webContents);
    guardPrinting(webContents, () => {
      if (!refusals.allows(judge(allowed, { kind: 'print' }))) return;
      printing = true;
      changed();
    });
    ports.choosers?.guard(webContents);
    ports.login?.watch(webContents);
    const own = { ...allowed, logins: [] };
    ports.touches?.follow(webContents, portal?.fields ?? [], (url) => judge(own, { kind: 'page', url }).allowed);
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (!isMainFrame || isSameDocument) return;
      pointer.clear();
      // What was refused, or asked, has been read when the page moves on.
      if (afterTouch()) refusals.read();
      printing = false;
    });
    webContents.on('did-navigate', () => zoom.apply(webContents));
    pane.add(page);
    return page;
  }
  /** The new page lies above in the same pane; opener, form and "noopener" are Chromium's own. */
  function stack(): WindowOpenHandlerResponse {
    return {
      action: 'allow',
      outlivesOpener: true,
      overrideBrowserWindowOptions: { webPreferences: { ...preferences } },
      createWindow(options) {
        // The contents that Chromium made for it come in the options (not in the types).
        const { webContents, webPreferences = {} } = options as typeof options & { webContents?: WebContents };
        if (!webContents) throw new Error('a new page came without contents');
        pointer.clear();
        return add(viewOf({ webContents, webPreferences })).contents;
      },
    };
  }

  /** Where a page is, or the first page's place while it is nowhere. */
  function atOf(contents: WebContents): SeenAt {
    const url = URL.canParse(contents.getURL()) ? new URL(contents.getURL()) : null;
    const { hostname, pathname } = url && placeOf(allowed, url) ? url : new URL(home);
    return { host: hostname, path: pathname, login: allowed.logins.some((place) => place.host === hostname) };
  }
  function siteOf(contents: WebContents | null): PortalSite {
    const { host, login } = contents ? atOf(contents) : { host: new URL(home).hostname, login: false };
    return { name: login ? null : (portal?.name ?? null), host, kind: login ? 'login' : 'portal', holder: holderOf(host) };
  }

  add(viewOf({ webPreferences: { ...preferences, session } })).load(home);
  return {
    procedure: file.id,
    session,
    view() {
      const page = pane.top();
      const live = page && !page.contents.isDestroyed() ? page : null;
      const trouble = live?.trouble() ?? null;
      const says = dialogs.says();
      return {
        phase: 'open',
        procedure: file.id,
        site: siteOf(live?.contents ?? null),
        loading: trouble === null && live !== null && (!live.shows() || live.contents.isLoadingMainFrame()),
        back: live?.canGoBack() ?? false,
        stacked: Math.max(0, pane.count() - 1),
        trouble,
        refused: refusals.last(),
        step: follower.step(),
        looks: follower.looks(),
        shown: pointer.shown(),
        ...(printing && { printing: true }),
        ...(says && { says }),
        certificate: null,
        loggedIn: false,
        ...ports.login?.view(),
      };
    },
    place: (rect) => pane.place(rect),
    go(to) {
      const page = pane.top();
      if (!page) return;
      refusals.read();
      printing = false;
      // A page that waits for an answer goes nowhere.
      dialogs.answer(false);
      ports.login?.touched();
      if (to === 'back') page.back();
      else if (to === 'again') page.again();
      else if (to === 'home') page.load(home);
      else if (to === 'close') pane.close();
      else if (to === 'enter' && page.shows()) page.contents.focus();
      else if (to === 'larger' || to === 'smaller') {
        zoom.change(to === 'larger' ? 1 : -1);
        pane.each(({ contents }) => zoom.apply(contents));
      }
      changed();
    },
    show(step) {
      const page = seen();
      const wanted = showOf(
        hints,
        step,
        text.steps[step - 1]?.label,
        page ? atOf(page.contents) : { host: '', path: '', login: false },
      );
      void pointer.show(page?.contents ?? null, wanted);
    },
    answer: (yes) => dialogs.answer(yes),
    wear(next) {
      zoom.wear(next);
      pane.each(({ contents }) => zoom.apply(contents));
    },
    top: () => seen()?.contents ?? null,
    async print() {
      printing = false;
      changed();
      const page = seen();
      return page && (await pdfOf(page.contents));
    },
    async forget() {
      unheard?.();
      unsent?.();
      follower.stop();
      pointer.clear();
      shut();
      pane.drop();
      await forgetSession(session);
    },
  };
}
