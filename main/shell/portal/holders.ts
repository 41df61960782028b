import type { Session } from 'electron';

/**
 * Who the certificates of the hosts that this session met were made out to (the organisation in their subject; many name none).
 * The verdict stays Chromium's own: we only look on.
 */
export function watchHolders(session: Session): (host: string) => string | null {
  const holders = new Map<string, string | null>();
  session.setCertificateVerifyProc(({ hostname, errorCode, certificate }, answer) => {
    if (errorCode === 0) holders.set(hostname, certificate.subject.organizations[0]?.slice(0, 200) || null);
    answer(-3); // as Chromium found it
  });
  return (host) => holders.get(host) ?? null;
}
