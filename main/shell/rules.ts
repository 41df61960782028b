import path from 'node:path';
import { WINDOWS } from '../core/windows.ts';

// What the guards decide, without Electron, so that tables of tests can ask every question.

/** Everything from ourselves, nothing from anywhere else; no inline script, no eval, no frame, no form. */
export const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

export const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  // Letters of the reader of PDF.
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
};

/**
 * The file a URL means, or null. `app://<window>/<window>/…` is that window's page, `app://<window>/assets/…` is shared.
 * A path that leaves the folder, another window's page, a type we do not ship: null.
 */
export function fileOf(url: string, folder: string): string | null {
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'app:' || !(WINDOWS as readonly string[]).includes(parsed.host)) return null;
  let name: string;
  try {
    name = decodeURIComponent(parsed.pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const file = path.join(folder, name);
  const inside = (place: string) => file.startsWith(path.join(folder, place) + path.sep);
  if (!inside(parsed.host) && !inside('assets')) return null;
  return TYPES[path.extname(file)] ? file : null;
}

/** The document of the visit that a URL means, or null. Only the kiosk has them. */
export const paperOf = (url: string): string | null => /^app:\/\/kiosk\/papers\/([0-9a-f]{32})$/.exec(url)?.[1] ?? null;

/** Keys a page of ours may receive with Ctrl, Alt or Meta: editing only. Everything else (reload, zoom, print, close, devtools) is dropped. */
const WITH_CONTROL = new Set(['a', 'c', 'v', 'x', 'z', 'arrowleft', 'arrowright', 'home', 'end', 'backspace', 'enter']);
const NEVER = /^(F([1-9]|1[0-9]|2[0-4])|BrowserBack|BrowserForward|BrowserRefresh|BrowserHome|PrintScreen)$/;

/** True when a key press may reach the page. */
export function keyAllowed(input: { key: string; control: boolean; meta: boolean; alt: boolean }): boolean {
  if (NEVER.test(input.key)) return false;
  if (input.meta) return false;
  // AltGr (how an AZERTY keyboard types @ and €) arrives as Control+Alt or as Alt with a printable key.
  if (input.alt) return input.key.length === 1 || input.key === 'Alt' || input.key === 'AltGraph';
  if (input.control) return input.key === 'Control' || input.key === 'Shift' || WITH_CONTROL.has(input.key.toLowerCase());
  return true;
}

/** True when `to` is the page itself: same origin by parsed URL and same path. Nothing else may be navigated to. */
export function isOwnPage(to: string, own: string): boolean {
  try {
    const [a, b] = [new URL(to), new URL(own)];
    return a.protocol === 'app:' && a.host === b.host && a.pathname === b.pathname && a.username === '' && a.port === '';
  } catch {
    return false;
  }
}

/** The only requests a page of ours may make: our own scheme and what it holds in memory (test builds: devtools). */
export function requestAllowed(url: string): boolean {
  try {
    return ['app:', 'data:', 'blob:', ...(__TEST_BUILD__ ? ['devtools:'] : [])].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
