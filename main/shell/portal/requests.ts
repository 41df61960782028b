import type { OnBeforeRequestListenerDetails, Session } from 'electron';
import type { LoginPlace } from '../../core/portal/place.ts';
import { type Allowed, judge, placeOf, type Verdict } from '../../core/portal/policy.ts';
import type { LoginTrouble } from '../../core/portal/view.ts';
import type { Asked } from './page.ts';

/** What the requests of a session's pages tell, by the id of the contents. */
export interface RequestNews {
  /** A page itself was refused, past all that looks at it before. */
  refused(contents: number, verdict: Verdict & { allowed: false }, url: string): void;
  /** The card's certificate will be wanted: null, or why not. */
  before(host: string, contents: number): Promise<LoginTrouble | null>;
  /** Whether parts of a page may come from a place that wants it. */
  mayLoad(host: string): boolean;
  trouble(contents: number, trouble: LoginTrouble): void;
  asked(contents: number, request: Asked): void;
  answered(contents: number): void;
}

const KIND = { mainFrame: 'page', subFrame: 'frame' } as const;
const kindOf = (type: OnBeforeRequestListenerDetails['resourceType']) =>
  type === 'mainFrame' || type === 'subFrame' ? KIND[type] : ('resource' as const);

/**
 * Every request of every page, frame and worker of a session is judged once more, where no way around is left. Gives the end of it:
 * from then on nothing of the session leaves.
 */
export function guardRequests(session: Session, allowed: Allowed, news: RequestNews): () => void {
  let over = false;
  const certified = new Set(allowed.logins.flatMap((place) => (place.certificate ? place.host : [])));
  const decide = async ({ url, method, resourceType, webContentsId = -1 }: OnBeforeRequestListenerDetails): Promise<boolean> => {
    const kind = kindOf(resourceType);
    const verdict = judge(allowed, { kind, url });
    if (!verdict.allowed) {
      if (kind === 'page') news.refused(webContentsId, verdict, url);
      return false;
    }
    if (kind !== 'page') return !certified.has(nameOf(url)) || news.mayLoad(nameOf(url));
    const place = placeOf(allowed, new URL(url));
    const wanted = place !== null && wantsCertificate(place);
    news.asked(webContentsId, { url, form: method !== 'GET', patient: wanted && !news.mayLoad(place.host) });
    if (wanted) {
      const trouble = await news.before(place.host, webContentsId);
      if (trouble) news.trouble(webContentsId, trouble);
      if (trouble || over) return false;
    }
    return true;
  };
  session.webRequest.onBeforeRequest((details, answer) => {
    if (over) return answer({ cancel: true });
    decide(details).then(
      (may) => answer({ cancel: !may }),
      () => answer({ cancel: true }),
    );
  });
  session.webRequest.onResponseStarted(({ resourceType, webContentsId = -1 }) => {
    if (resourceType === 'mainFrame') news.answered(webContentsId);
  });
  return () => {
    over = true;
    // Also what is under way, and sockets that stay open.
    session.enableNetworkEmulation({ offline: true });
  };
}

/** The host of an address, also with the dot that a name may end with. */
const nameOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '');

const wantsCertificate = (place: object): boolean => 'certificate' in place && (place as LoginPlace).certificate; // a place with that key is one of log-in
