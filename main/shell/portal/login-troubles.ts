import type { CodeOutcome } from '../../core/card/code.ts';
import type { LoginTrouble } from '../../core/portal/view.ts';

/** Net errors of Chromium (net/base/net_error_list.h) that mean that a log-in failed. */
const ERRORS: Readonly<Record<number, LoginTrouble>> = {
  /** SSL_CLIENT_AUTH_CERT_NEEDED */
  [-110]: 'login-failed',
  /** BAD_SSL_CLIENT_AUTH_CERT: what the server says of it */
  [-117]: 'login-refused',
  /** SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED */
  [-134]: 'login-failed',
  /** SSL_CLIENT_AUTH_CERT_NO_PRIVATE_KEY */
  [-135]: 'login-failed',
  /** SSL_CLIENT_AUTH_SIGNATURE_FAILED: also when NSS takes a card for logged in that was reset; the next time it asks. */
  [-141]: 'login-failed',
  /** CLIENT_AUTH_CERT_TYPE_UNSUPPORTED */
  [-151]: 'login-refused',
  /** SSL_CLIENT_AUTH_NO_COMMON_ALGORITHMS: TLS 1.3 wants RSA-PSS of an RSA key, which no module offers. */
  [-177]: 'login-no-common',
};

export const troubleOfError = (code: number): LoginTrouble | null => ERRORS[code] ?? null;

/** How the dialogue about the code ended, as the portal tells it. After two wrong codes, or a blocked one, there is nothing to try again. */
export function troubleOfCode(outcome: CodeOutcome): LoginTrouble {
  if (outcome === 'removed') return 'login-no-card';
  if (outcome === 'no-key') return 'login-no-key';
  if (outcome === 'not-valid') return 'login-expired';
  if (outcome === 'no-module') return 'login-module';
  if (outcome === 'unreadable') return 'login-unreadable';
  if (outcome === 'stopped' || outcome === 'blocked') return 'login-code';
  return outcome === 'not-genuine' || outcome === 'refused' ? 'login-failed' : 'login-cancelled';
}
