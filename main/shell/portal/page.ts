import { networkInterfaces } from 'node:os';
import type { WebContents, WebContentsView } from 'electron';
import type { PortalTrouble } from '../../core/portal/view.ts';
import { troubleOf, troubleOfStatus } from './troubles.ts';

/** How long a page may hang before it counts as crashed, in ms. */
const HANGS = 10_000;
/** Chromium's net error of a load that was given up: no error page stands in its place. */
const ABORTED = -3;

/** One page of the pane: the first one, or one that was opened above it. */
export interface Page {
  readonly view: WebContentsView;
  readonly contents: WebContents;
  /** What keeps it from being shown. */
  trouble(): PortalTrouble | null;
  /** It has something to show. */
  shows(): boolean;
  /** Something keeps it from being shown; what it loads is given up. */
  fail(trouble: PortalTrouble): void;
  load(url: string): void;
  /** Loads once more what failed, or what is there. */
  again(): void;
  canGoBack(): boolean;
  /** To the page before; after a trouble that left no trace in the history, to the page that is still there. */
  back(): void;
  /** Ends it as a browser does: pages that share its process live on. */
  close(): void;
  /** The server is asked. */
  asked(request: Asked): void;
  /** From now on the server is waited for. */
  waits(): void;
  answered(): void;
  /** Its scripts run no further: the process is ended, not asked to end. */
  drop(): void;
}

/** A request for the page itself. `form`: something is sent with it; `patient`: a person's answer may come before the server's. */
export interface Asked {
  url: string;
  form: boolean;
  patient: boolean;
}

export interface PageOptions {
  /** What is tried again where nothing was tried yet. */
  home: string;
  /** Milliseconds a server may take for the first byte. */
  patience: number;
  changed(): void;
  /** What a net error means for a log-in; null when it is no matter of it. */
  loginTrouble(code: number): PortalTrouble | null;
}

/** Watches over one view: what it loads, what goes wrong, and how to try again. */
export function makePage(view: WebContentsView, { home, patience, changed, loginTrouble }: PageOptions): Page {
  const contents = view.webContents;
  let trouble: PortalTrouble | null = null;
  let committed = false;
  /** What went wrong has become the page itself (an error page, an answer that says so): going back leaves it. */
  let stands = false;
  /** What may be tried again. A form is never sent a second time: then it is the page before it. */
  let tried = '';
  let waiting: NodeJS.Timeout | undefined;
  let hanging: NodeJS.Timeout | undefined;
  let hung = false;

  const fail = (why: PortalTrouble) => {
    clearTimeout(waiting);
    trouble = why;
    if (!contents.isDestroyed()) contents.stop();
    changed();
  };
  const wait = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => fail('down'), patience);
  };
  const load = (url: string) => {
    trouble = null;
    if (hung) contents.forcefullyCrashRenderer();
    hung = false;
    contents.loadURL(url).catch(() => {}); // told by did-fail-load
    changed();
  };

  contents.on('did-navigate', (_event, _url, status) => {
    clearTimeout(waiting);
    // An error page of Chromium's is told by did-fail-load alone.
    trouble = troubleOfStatus(status);
    stands = trouble !== null;
    committed = true;
    changed();
  });
  contents.on('did-fail-load', (_event, code, _words, _url, mainFrame) => {
    if (!mainFrame) return;
    clearTimeout(waiting);
    // What was said before says more: the request was cancelled for it.
    const why = trouble ?? loginTrouble(code) ?? troubleOf(code, online());
    if (!why) return;
    if (code !== ABORTED) stands = true;
    fail(why);
  });
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || contents.isDestroyed()) return;
    stands = true;
    fail('crashed');
  });
  contents.on('unresponsive', () => {
    clearTimeout(hanging);
    hanging = setTimeout(() => {
      hung = true;
      stands = true;
      fail('crashed');
    }, HANGS);
  });
  contents.on('responsive', () => clearTimeout(hanging));
  contents.on('destroyed', () => {
    clearTimeout(waiting);
    clearTimeout(hanging);
  });
  contents.on('did-start-loading', changed);
  contents.on('did-stop-loading', changed);
  contents.on('did-navigate-in-page', changed);

  return {
    view,
    contents,
    trouble: () => trouble,
    shows: () => committed && trouble === null,
    fail,
    load,
    again() {
      if (trouble === null) contents.reload();
      else load(tried || home);
    },
    canGoBack: () => (trouble !== null && !stands && committed) || contents.navigationHistory.canGoBack(),
    back() {
      if (trouble === null || stands || !committed) return contents.navigationHistory.goBack();
      trouble = null;
      changed();
    },
    asked({ url, form, patient }) {
      if (!form || tried === '') tried = url;
      if (patient) clearTimeout(waiting);
      else wait();
    },
    waits: wait,
    answered: () => clearTimeout(waiting),
    close() {
      if (!contents.isDestroyed()) contents.close({ waitForBeforeUnload: false });
    },
    drop() {
      if (contents.isDestroyed()) return;
      contents.forcefullyCrashRenderer();
      contents.close({ waitForBeforeUnload: false });
    },
  };
}

/** A network interface of this machine is up, besides the one that leads to itself. */
const online = () => Object.values(networkInterfaces()).some((each) => each?.some(({ internal }) => !internal));
