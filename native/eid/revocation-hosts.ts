/** Below these names lie the state's OCSP responders and lists (RSA cards; elliptic ones). */
const DOMAINS = ['eid.belgium.be', 'eidpki.belgium.be'];

/**
 * Whether we go where a certificate sends us: plain http (what comes back is signed, and asking over https would need the answer
 * first), the usual port, a host below the domains above, no user in it. In test builds this machine itself too, by number.
 */
export function mayAsk(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (protocol !== 'http:' || username || password) return false;
  if (__TEST_BUILD__ && hostname === '127.0.0.1') return true;
  return port === '' && DOMAINS.some((domain) => hostname.endsWith(`.${domain}`));
}
