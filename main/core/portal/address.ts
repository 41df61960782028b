import type { Place } from './place.ts';

/** Names that mean this machine or its own network, never the public web (RFC 6761, RFC 6762, RFC 8375, and what routers use). */
const HOME_NAMES = ['localhost', 'local', 'localdomain', 'internal', 'intranet', 'private', 'corp', 'lan', 'home', 'home.arpa'];
/** How often a path is decoded: a server and what stands before it may each do so once. */
const MOST_DECODED = 4;

/** Why a host cannot be on the public web by name, or null. `host` as in `URL.hostname`: there, every way to write numbers has become one. */
export function hostFault(host: string): 'number-host' | 'private-network' | null {
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return 'number-host';
  const name = host.replace(/\.$/, '');
  const home = !name.includes('.') || HOME_NAMES.some((one) => name.endsWith(`.${one}`));
  return home ? 'private-network' : null;
}

/**
 * Whether a path lies below the beginning that a place names: `yes` when every way in which a server may read it does, `no` when
 * the plain way does not, else `unclear`. Servers differ in `%2F`, `%2e`, `\`, `//` and `;…` (RFC 3986, sections 2.2, 3.3 and 6).
 */
export function below(pathname: string, prefix: Place['path']): 'yes' | 'no' | 'unclear' {
  if (prefix === '/') return 'yes';
  if (!starts(pathname, prefix)) return 'no';
  const decoded = decodedPaths(pathname);
  const readings = decoded
    ?.flatMap((path) => [path, path.replaceAll('\\', '/')])
    .flatMap((path) => [path, path.replace(/;[^/]*/g, '')]);
  return readings?.every((path) => starts(climbed(path), prefix)) ? 'yes' : 'unclear';
}

function starts(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}

/** The path, decoded once, twice … until nothing changes. Null when it cannot be decoded, never ends, or hides a control sign. */
function decodedPaths(pathname: string): string[] | null {
  const paths = [pathname];
  while (paths.length <= MOST_DECODED) {
    const path = paths.at(-1) ?? '';
    if (/\p{C}/u.test(path)) return null;
    // A `%` that stands for itself: all is decoded.
    if (!/%[0-9a-f]{2}/i.test(path) && paths.length > 1) return paths;
    try {
      paths.push(decodeURIComponent(path));
    } catch {
      return null;
    }
  }
  return null;
}

/** With `//` made one and `.` and `..` followed. */
function climbed(path: string): string {
  const parts: string[] = [];
  const all = path.split('/');
  for (const part of all) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const open = ['', '.', '..'].includes(all.at(-1) ?? '') && parts.length > 0;
  return `/${parts.join('/')}${open ? '/' : ''}`;
}
