import type { CodeOutcome } from '../../core/card/code.ts';
import type { LoginTrouble } from '../../core/portal/view.ts';

/** Errors of Chromium (net_error_list.h, the client's side of TLS) that mean that the log-in failed. */
const ERRORS: Readonly<Record<string, LoginTrouble>> = {
  /** TLS 1.3 wants RSA-PSS of an RSA key, which no module offers. */
  ERR_SSL_CLIENT_AUTH_NO_COMMON_ALGORITHMS: 'login-no-common',
  ERR_SSL_CLIENT_AUTH_SIGNATURE_FAILED: 'login-failed',
  ERR_SSL_CLIENT_AUTH_PRIVATE_KEY_ACCESS_DENIED: 'login-failed',
  ERR_SSL_CLIENT_AUTH_CERT_NO_PRIVATE_KEY: 'login-failed',
  ERR_SSL_CLIENT_AUTH_CERT_NEEDED: 'login-failed',
  ERR_CLIENT_AUTH_CERT_TYPE_UNSUPPORTED: 'login-refused',
  ERR_BAD_SSL_CLIENT_AUTH_CERT: 'login-refused',
};

export const troubleOfError = (error: string): LoginTrouble | null => ERRORS[error.replace(/^net::/, '')] ?? null;

/** How the dialogue about the code ended, as the portal tells it. Two wrong codes were told by the dialogue itself. */
export function troubleOfCode(outcome: CodeOutcome): LoginTrouble {
  if (outcome === 'removed') return 'login-no-card';
  if (outcome === 'no-key') return 'login-no-key';
  if (outcome === 'not-valid') return 'login-expired';
  if (outcome === 'unreadable') return 'login-unreadable';
  return outcome === 'not-genuine' || outcome === 'refused' ? 'login-failed' : 'login-cancelled';
}
