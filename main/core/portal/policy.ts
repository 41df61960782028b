import { below, hostFault } from './address.ts';
import { isPaper, MOST_BYTES } from './file-kind.ts';
import { type KeyStroke, portalKey } from './keys.ts';
import { looksLike } from './look-alike.ts';
import type { LoginPlace, Place } from './place.ts';
import { schemeRefusal } from './scheme.ts';
import type { Refusal } from './view.ts';

/** What of the web one procedure may show. */
export interface Allowed {
  places: readonly Place[];
  logins: readonly LoginPlace[];
}

/** What a page, or a person at it, tries. */
export type Attempt =
  /** The page itself goes somewhere, by link, form, script, redirect; or a frame in it loads. */
  | { kind: 'page' | 'redirect' | 'frame'; url: string }
  /** A new page opens. `stacked`: how many lie on the first one already. */
  | { kind: 'window'; url: string; stacked?: number }
  /** A picture, a script, a style, a request of the page. */
  | { kind: 'resource'; url: string }
  /**
   * A file is sent to be kept. `mime` and `bytes` as the server says; bytes 0 when it does not say: who keeps it counts on.
   * `name`: as the server or the page names it; left out, the end of the address. `from`: address of the page that it comes from;
   * without it a `data:` file is nobody's. `underWay`: how many come already.
   */
  | { kind: 'download'; url: string; mime: string; bytes: number; name?: string; from?: string; underWay?: number }
  | { kind: 'permission'; name: string }
  /** A key, as Electron names it. */
  | ({ kind: 'key' } & KeyStroke)
  /**
   * The page asks to be printed; a file or a link is dropped on the page; the browser's own menus and tools, and its window for a name
   * and a password.
   */
  | { kind: 'print' | 'drop' | 'menu' | 'tools' | 'password' };

/** `rule` names the line that decided, for the IT person: all of them are in docs/portal.md. */
export type Verdict = { allowed: true; rule: string; place: Place | null } | { allowed: false; rule: string; why: Refusal };

/** Pages on top of the first one. */
const MOST_STACKED = 5;
/** Files side by side: more is a page that fills the place of the visit, no citizen. */
const MOST_UNDER_WAY = 2;

const yes = (rule: string, place: Place | null = null): Verdict => ({ allowed: true, rule, place });
const no = (rule: string, why: Refusal): Verdict => ({ allowed: false, rule, why });

/** The one judge of all that a portal's page tries. What no line allows is refused; never throws. */
export function judge(allowed: Allowed, attempt: Attempt): Verdict {
  switch (attempt.kind) {
    case 'permission':
      return no('no-permission', 'permission');
    case 'key':
      return portalKey(attempt) ? yes('key') : no('no-key', 'not-here');
    case 'print':
      return yes('print');
    case 'drop':
    case 'menu':
    case 'tools':
    case 'password':
      return no(`no-${attempt.kind}`, 'not-here');
    case 'resource':
      return resource(attempt.url);
    case 'download':
      return download(allowed, attempt);
    case 'window': {
      if ((attempt.stacked ?? 0) >= MOST_STACKED) return no('too-many-pages', 'too-many-pages');
      // An empty page into which its opener writes: it is of its opener's making, and goes nowhere but where any page may.
      return isBlank(attempt.url, ['blank']) ? yes('blank-window') : page(allowed, attempt.url);
    }
    case 'frame':
      return isBlank(attempt.url, ['blank', 'srcdoc']) ? yes('blank-frame') : page(allowed, attempt.url);
    case 'page':
    case 'redirect':
      return isBlank(attempt.url, ['blank', 'srcdoc']) ? no('blank-page', 'not-here') : page(allowed, attempt.url);
  }
}

/** The allowed place that an address lies in, or null. */
export function placeOf(allowed: Allowed, url: URL): Place | LoginPlace | null {
  const verdict = url.protocol === 'https:' ? inPlace(allowed, url) : null;
  return verdict?.allowed ? verdict.place : null;
}

function page(allowed: Allowed, address: string): Verdict {
  const url = parsed(address);
  if (!url) return no('no-address', 'odd-address');
  const scheme = schemeRefusal(url.protocol);
  return scheme ? no(scheme.rule, scheme.why) : inPlace(allowed, url);
}

/** From the host inwards, so that the reason given is the one that matters: whose site, then how, then which part. */
function inPlace(allowed: Allowed, url: URL): Verdict {
  const host = url.hostname.replace(/\.$/, '');
  const here = [...allowed.logins, ...allowed.places].filter((place) => place.host === host);
  const official = here.length > 0;
  if (url.username !== '' || url.password !== '') return no('user-in-address', official ? 'odd-address' : 'look-alike');
  if (!official) {
    const fault = hostFault(url.hostname);
    if (fault) return no(fault, 'other-site');
    return looksLike(host, allowed) ? no('look-alike', 'look-alike') : no('no-place', 'other-site');
  }
  if (url.protocol !== 'https:') return no('http', 'not-secure');
  if (url.hostname !== host) return no('host-dot', 'odd-address');
  if (url.port !== '') return no('port', 'odd-address');
  const place = here.find(({ path }) => below(url.pathname, path) === 'yes');
  if (place) return yes('place', place);
  return here.some(({ path }) => below(url.pathname, path) === 'unclear')
    ? no('path-unclear', 'odd-address')
    : no('no-path', 'other-part');
}

/** A page may fetch what it is made of from anywhere on the public web, encrypted; never from this machine or its network. */
function resource(address: string): Verdict {
  // Before parsing: these can be megabytes long.
  if (/^(?:data|blob):/i.test(address)) return yes('resource');
  const url = parsed(address);
  if (!url) return no('no-address', 'odd-address');
  const { protocol } = url;
  if (protocol === 'http:' || protocol === 'ws:') return no('resource-http', 'not-secure');
  if (protocol !== 'https:' && protocol !== 'wss:') return no('resource-scheme', schemeRefusal(protocol)?.why ?? 'other-program');
  const fault = hostFault(url.hostname);
  if (fault) return no(fault, 'other-site');
  if (url.username !== '' || url.password !== '') return no('user-in-address', 'odd-address');
  if (url.port !== '') return no('port', 'odd-address');
  return yes('resource');
}

function download(allowed: Allowed, attempt: Attempt & { kind: 'download' }): Verdict {
  const origin = source(allowed, attempt);
  if (!origin.allowed) return origin;
  if (!isPaper(attempt.mime, attempt.name ?? nameIn(attempt.url))) return no('file-type', 'download');
  // Also when the size is no number at all.
  if (!(attempt.bytes >= 0 && attempt.bytes <= MOST_BYTES)) return no('file-size', 'download');
  if ((attempt.underWay ?? 0) >= MOST_UNDER_WAY) return no('too-many-files', 'download');
  return yes('paper', origin.place);
}

/** Where a file comes from: an allowed place, or a page in one that made it itself. */
function source(allowed: Allowed, { url, from }: Attempt & { kind: 'download' }): Verdict {
  const scheme = /^(?:data|blob):/i.exec(url)?.[0]?.toLowerCase();
  if (!scheme) return page(allowed, url);
  if (scheme === 'data:') {
    const maker = from === undefined ? null : parsed(from);
    const place = maker && placeOf(allowed, maker);
    return place ? yes('made-here', place) : no('data-file', 'download');
  }
  // A blob belongs to the origin in its address, and to pages of no other.
  const { origin } = parsed(url) ?? {};
  const own = [...allowed.logins, ...allowed.places].find(({ host }) => origin === `https://${host}`);
  return own ? yes('made-here', own) : no('blob-file', 'download');
}

/** The file name at the end of an address, or null: it names a page that sends files, or the page made the file. */
function nameIn(address: string): string | null {
  const url = parsed(address);
  if (url?.protocol !== 'https:') return null;
  const end = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  return end.includes('.') ? end : null;
}

function isBlank(address: string, which: readonly string[]): boolean {
  const url = parsed(address);
  return url?.protocol === 'about:' && which.includes(url.pathname);
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
