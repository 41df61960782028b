import type { BrowserWindow, DownloadItem, WebContents } from 'electron';
import type { FieldMapping } from '../../core/portal/touch.ts';
import type { LoginTrouble, PortalTrouble, PortalView } from '../../core/portal/view.ts';

/** Who logs the citizen in with the card, as the pane asks for it. */
export interface PortalLogin {
  /** These are pages of the portal: for each, before it loads anything. */
  watch(contents: WebContents): void;
  /**
   * Before a page of a place that wants the card's certificate is asked for, redirects too. Null: go on; otherwise the request is to be
   * cancelled, for this reason. `contents`: the id of the page.
   */
  before(host: string, contents: number): Promise<LoginTrouble | null>;
  /** Whether parts of a page (frames, workers and all that is no page) may come from a place that wants the certificate. If not: cancel. */
  mayLoad(host: string): boolean;
  /** The citizen chose to go on. Without that, or a touch of the page, whoever said no is not asked anew. */
  touched(): void;
  /** What a failed load (a net error of Chromium, e.g. -117) means for a log-in; null when it is no matter of it. */
  trouble(code: number): PortalTrouble | null;
  /** The citizen answered the question about the certificate, for this host. */
  certificate(agree: boolean, host: string): void;
  view(): Pick<PortalView & { phase: 'open' }, 'certificate' | 'loggedIn'>;
  onChange(listener: () => void): () => void;
  /** A log-in ended without one; the page was stopped, or says so little that a screen of ours is better. */
  onEnded(listener: (contents: number, trouble: LoginTrouble) => void): () => void;
  /** The certificate went out: from here on it is the server that is waited for, no person. */
  onSent(listener: (contents: number) => void): () => void;
  forget(): Promise<void>;
}

/** Who keeps what a portal sends to be kept. It takes the item whole: `setSavePath`, its end, its mishaps. `refuse` tells the citizen. */
export interface PortalDownloads {
  take(item: DownloadItem, refuse: () => void): void;
}

/** Who answers when a page asks for a file. `guard`: for every page, before it loads anything. */
export interface PortalChoosers {
  guard(contents: WebContents): void;
}

/** Who wants to know which fields are touched. `own`: whether an address belongs to the procedure itself, log-in places apart. */
export interface PortalTouches {
  follow(contents: WebContents, mapping: readonly FieldMapping[], own: (url: string) => boolean): void;
}

/** What the pane is handed. */
export interface PortalPorts {
  /** The citizen's window of this moment. */
  window(): BrowserWindow | null;
  /** Somebody touched or typed in the portal: they are here. */
  active(): void;
  login?: PortalLogin;
  downloads?: PortalDownloads;
  choosers?: PortalChoosers;
  touches?: PortalTouches;
  /** Milliseconds a server may take for its first byte; 30 s. */
  patience?: number;
}
