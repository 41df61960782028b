import type { WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron';
import type { Attempt } from '../../core/portal/policy.ts';

/** A page of a portal: no power of ours, no dialog of the system, nothing that outlives it. `would`: what the judge says. */
export const preferencesOf = (would: PageRules['would']): WebPreferences => ({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: would({ kind: 'drop' }),
  spellcheck: false,
  plugins: false,
  // showOpenFilePicker and its like would open the system's dialog, a picture in a picture a window above all of ours, an eye dropper
  // a lens over the whole screen.
  disableBlinkFeatures: 'FileSystemAccessLocal,DocumentPictureInPictureAPI,EyeDropperAPI',
  autoplayPolicy: 'document-user-activation-required',
  disableHtmlFullscreenWindowResize: true,
  devTools: __TEST_BUILD__ || would({ kind: 'tools' }),
});

/** Who decides for a page. */
export interface PageRules {
  /** May it do that? Tells the citizen when not. */
  may(attempt: Attempt): boolean;
  /** The same without a word: of what does nothing, as a key, nothing is said. */
  would(attempt: Attempt): boolean;
  /** A new window that may open. */
  opened(): WindowOpenHandlerResponse;
  /** Somebody touched or typed. */
  active(): void;
  /** The keyboard goes back to what is around the site. */
  away(): void;
}

/** Input that only a person makes. A pointer that lies still moves too when the page below it changes. */
const TOUCHES = new Set(['mouseDown', 'mouseWheel', 'touchStart', 'touchMove', 'rawKeyDown', 'keyDown', 'char']);

/** All that contents of a portal may try by themselves, or a person at them. Set before they load anything. */
export function guardPage(contents: WebContents, rules: PageRules): void {
  const stay = (event: { preventDefault(): void; url: string }, kind: 'page' | 'redirect' | 'frame') => {
    if (!rules.may({ kind, url: event.url })) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, 'page'));
  contents.on('will-redirect', (event) => stay(event, event.isMainFrame ? 'redirect' : 'frame'));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) stay(event, 'frame');
  });
  contents.setWindowOpenHandler(({ url }) => (rules.may({ kind: 'window', url }) ? rules.opened() : { action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Whoever wants to leave leaves, whatever the page says.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.on('before-input-event', (event, input) => {
    // As in every browser: from the page to what is around it (WCAG 2.1.2, no keyboard trap).
    if (input.key === AROUND && input.type === 'keyDown') rules.away();
    const { key, control, meta, alt } = input;
    if (!rules.would({ kind: 'key', key, control, meta, alt })) event.preventDefault();
  });
  contents.setIgnoreMenuShortcuts(!rules.would({ kind: 'menu' }));
  contents.on('devtools-opened', () => {
    if (!rules.would({ kind: 'tools' })) contents.closeDevTools();
  });
  // No way around the requests that are judged, and no address of this machine told.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('input-event', (_event, { type }) => {
    if (TOUCHES.has(type)) rules.active();
  });
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
    rules.may({ kind: 'permission', name: 'bluetooth' });
  });
  // A name and a password in a window of the browser: no official site asks so.
  contents.on('login', (event, _request, _info, answer) => {
    event.preventDefault();
    answer();
    rules.may({ kind: 'password' });
  });
  contents.on('enter-html-full-screen', () => {
    contents.executeJavaScriptInIsolatedWorld(LEAVE_WORLD, [{ code: 'void document.exitFullscreen()' }]).catch(() => {});
  });
}

const LEAVE_WORLD = 1_001;
const AROUND = 'F6';
