import type { PortalTrouble } from '../../core/portal/view.ts';

/** Chromium's net errors (net/base/net_error_list.h) that a citizen is told by more than "down". */
const BY_CODE: Record<number, PortalTrouble> = {
  [-20]: 'blocked', // BLOCKED_BY_CLIENT: our own answer
  [-22]: 'blocked',
  [-27]: 'blocked', // BLOCKED_BY_RESPONSE
  [-30]: 'blocked', // BLOCKED_BY_CSP
  [-105]: 'not-found', // NAME_NOT_RESOLVED
  [-106]: 'offline', // INTERNET_DISCONNECTED
  [-107]: 'certificate', // SSL_PROTOCOL_ERROR
  [-110]: 'login-refused', // SSL_CLIENT_AUTH_CERT_NEEDED
  [-113]: 'certificate', // SSL_VERSION_OR_CIPHER_MISMATCH
  [-117]: 'login-refused', // BAD_SSL_CLIENT_AUTH_CERT
  [-134]: 'login-failed', // SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED
  [-135]: 'login-failed', // SSL_CLIENT_AUTH_CERT_NO_PRIVATE_KEY
  [-137]: 'not-found', // NAME_RESOLUTION_FAILED
  [-141]: 'login-failed', // SSL_CLIENT_AUTH_SIGNATURE_FAILED
  [-164]: 'login-failed', // SSL_CLIENT_AUTH_CERT_BAD_FORMAT
  [-177]: 'login-no-common', // SSL_CLIENT_AUTH_NO_COMMON_ALGORITHMS
  [-501]: 'certificate', // INSECURE_RESPONSE
};
/** These say nothing of the site where this machine has no network at all; a line that is refused or cut has somebody at its end. */
const WITHOUT_NETWORK = new Set([-7, -21, -104, -105, -109, -118, -137]);

/**
 * What a failed load of the page means for the citizen; null when it is no trouble: ERR_ABORTED (-3) is a load that another one,
 * or a download, took the place of. `network`: this machine has a network interface that is up.
 */
export function troubleOf(code: number, network: boolean): PortalTrouble | null {
  if (code === -3 || code === 0) return null;
  if (!network && WITHOUT_NETWORK.has(code)) return 'offline';
  if (code <= -200 && code > -300) return 'certificate';
  return BY_CODE[code] ?? 'down';
}

/** What the server's answer to the page itself means: a server that says it is out of order (HTTP 5xx, RFC 9110, 15.6). */
export function troubleOfStatus(status: number): PortalTrouble | null {
  return status >= 500 && status <= 599 ? 'down' : null;
}
