import type { LoginPlace, Place } from './place.ts';
import type { Refusal } from './view.ts';

/** What of the web one procedure may show. */
export interface Allowed {
  places: readonly Place[];
  logins: readonly LoginPlace[];
}

/** What a page, or a person at it, tries. */
export type Attempt =
  /** The page itself goes somewhere: by link, form, script, redirect; or a new page opens; or a frame in it loads. */
  | { kind: 'page' | 'redirect' | 'window' | 'frame'; url: string }
  /** A picture, a script, a style, a request of the page. */
  | { kind: 'resource'; url: string }
  /** A file is sent to be kept. `mime` and `bytes` as the server says; bytes 0 when it does not say. */
  | { kind: 'download'; url: string; mime: string; bytes: number }
  | { kind: 'permission'; name: string };

/** `rule` names the line that decided, for the IT person. */
export type Verdict = { allowed: true; rule: string; place: Place | null } | { allowed: false; rule: string; why: Refusal };

/** The one judge of all that a portal's page tries. */
export function judge(allowed: Allowed, attempt: Attempt): Verdict {
  if (attempt.kind === 'permission') return { allowed: false, rule: 'no-permission', why: 'permission' };
  let url: URL;
  try {
    url = new URL(attempt.url);
  } catch {
    return { allowed: false, rule: 'no-address', why: 'other-program' };
  }
  if (attempt.kind === 'resource') {
    if (url.protocol === 'https:' || url.protocol === 'data:' || url.protocol === 'blob:' || url.protocol === 'wss:')
      return { allowed: true, rule: 'resource', place: null };
    return { allowed: false, rule: 'resource-scheme', why: 'not-secure' };
  }
  const place = placeOf(allowed, url);
  if (place) return { allowed: true, rule: 'place', place };
  return { allowed: false, rule: 'no-place', why: 'other-site' };
}

/** The allowed place that an address lies in, or null. */
export function placeOf({ places, logins }: Allowed, url: URL): Place | LoginPlace | null {
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  return [...logins, ...places].find(({ host, path }) => url.hostname === host && below(url.pathname, path)) ?? null;
}

function below(pathname: string, prefix: string): boolean {
  return pathname === prefix || pathname.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
