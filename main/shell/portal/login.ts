import { X509Certificate } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, type Certificate, type WebContents } from 'electron';
import type { Language } from '../../core/language.ts';
import type { LoginTrouble, PortalView } from '../../core/portal/view.ts';
import type { CardService } from '../../services/card/index.ts';
import type { CodeDesk } from '../../services/code/index.ts';
import type { LoginModule } from '../../services/login/index.ts';
import { judgeCertificates } from '../guards.ts';
import { openLoginCard } from './login-card.ts';
import { troubleOfCode, troubleOfError } from './login-troubles.ts';

/** What the citizen agrees to before the certificate is shown to a site. */
export type CertificateQuestion = NonNullable<Extract<PortalView, { phase: 'open' }>['certificate']>;

/**
 * Logging in with the eID, for the pages of the portal and no others: TLS with the card's certificate (NSS, PKCS#11). No page can spend a
 * try of the code: NSS is given nothing but a code that the card has just accepted from the citizen, once in a navigation. A navigation that
 * ends without a log-in is stopped, never sent on without certificate: Chromium would remember "none" for as long as the partition lives.
 */
export interface Login {
  /** These are pages of the portal: call it for each, before it loads anything. */
  watch(contents: WebContents): void;
  /**
   * Asked before a main frame loads anything of a host that demands a certificate, redirects too, and waited for. Null: go on. Otherwise
   * the request is to be cancelled, for this reason.
   */
  before(host: string, contents: WebContents): Promise<LoginTrouble | null>;
  /** Whether parts of a page (all that is no main frame, workers too) may come from a host that demands a certificate. If not, cancel them. */
  mayLoad(host: string): boolean;
  /**
   * A main frame failed with this error of Chromium (`ERR_…`). A trouble to be shown; `again`: it is loaded again shortly, so nothing is;
   * null: nothing to do with the log-in.
   */
  failed(error: string, contents: WebContents): LoginTrouble | 'again' | null;
  /** The citizen chose to try again: without that, or a touch of the page, whoever said no is not asked anew. */
  again(): void;
  /** A certificate was shown, with the citizen's agreement, since the last `forget`. */
  loggedIn(): boolean;
  /** The portal's partition is gone: nobody is logged in, and the card forgets, too. Resolves when it has. */
  forget(): Promise<void>;
}

export interface LoginOptions {
  desk: CodeDesk;
  card: CardService;
  module: LoginModule | null;
  /** Of the visit; null when there is none. */
  language(): Language | null;
  /** Whether the certificate may be shown. Aborted: nobody waits for the answer any more. */
  ask(question: CertificateQuestion, signal: AbortSignal): Promise<boolean>;
  /** A log-in ended here, by the citizen or for this trouble. The navigation has been stopped. */
  ended(trouble: LoginTrouble, contents: WebContents): void;
}

/** One navigation of a main frame, with all its redirects. */
interface Navigation {
  readonly contents: WebContents;
  /** The host that demands a certificate, once the card was found fit for it. */
  host: string | null;
  /** NSS wanted the code: once is all it gets. */
  asked: boolean;
  /** The certificate was shown, or had been to this host before. */
  shown: boolean;
  readonly over: AbortController;
}

/** The loader must be gone before NSS hears "no", or the partition remembers "no certificate": it takes some ms. */
const STOPPED_MS = 300;
/** NSS looks at most once a second whether a card is still logged in. */
const NOTICED_MS = 1_300;

/** One for the whole app: it takes over Electron's questions for certificates and codes. */
export function openLogin({ desk, card: service, module, language, ask, ended }: LoginOptions): Login {
  const card = openLoginCard(service, module);
  const navigations = new Map<WebContents, Navigation>();
  /** Hosts to which the citizen agreed to show the certificate with this fingerprint. */
  const agreed = new Map<string, string>();
  /** A log-in that failed because NSS was wrong about the card is tried once more. */
  const retried = new Set<string>();
  /** The citizen did something since the last no. */
  let touched = true;

  const begin = (contents: WebContents) => {
    navigations.get(contents)?.over.abort();
    const made = { contents, host: null, asked: false, shown: false, over: new AbortController() };
    navigations.set(contents, made);
    return made;
  };
  const isOver = ({ over }: Navigation) => over.signal.aborted;
  const end = async (mine: Navigation, trouble: LoginTrouble) => {
    if (isOver(mine)) return;
    mine.over.abort();
    touched = false;
    if (!mine.contents.isDestroyed()) mine.contents.stop();
    ended(trouble, mine.contents);
    await sleep(STOPPED_MS);
  };
  const waiting = (host: string) => [...navigations.values()].findLast((one) => one.host === host && !isOver(one));

  /** NSS wants the code of a card. '' is a no. */
  const giveCode = async (hostname: string, isRetry: boolean): Promise<string> => {
    const mine = waiting(hostname);
    const speaks = language();
    // A second question is for another reader's card, or means that NSS did not get what it wanted.
    if (!mine || mine.asked || isRetry || !speaks) {
      if (mine && isRetry) await end(mine, 'login-failed');
      return '';
    }
    mine.asked = true;
    const trouble = await card.look('anew');
    if (isOver(mine)) return '';
    if (trouble) {
      await end(mine, trouble);
      return '';
    }
    const drop = () => desk.drop('cancelled');
    mine.over.signal.addEventListener('abort', drop);
    const { outcome, code } = await desk.login(hostname, speaks);
    mine.over.signal.removeEventListener('abort', drop);
    if (isOver(mine)) return '';
    if (code === null) await end(mine, troubleOfCode(outcome));
    return code ?? '';
  };

  /** The certificate of the card that is in, and of no other reader's. */
  const isOfCard = ({ data }: Certificate): boolean => card.key?.equals(new X509Certificate(data).publicKey) ?? false;
  const choose = async (mine: Navigation, host: string, offered: readonly Certificate[], answer: (one: Certificate) => void) => {
    const [one, ...more] = offered.filter(isOfCard);
    // Logged in without a code, and not by this visit: nobody here has shown that the card is theirs.
    if (!one || more.length > 0 || (!mine.asked && card.rights === 'none')) return await end(mine, 'login-failed');
    if (agreed.get(host) !== one.fingerprint) {
      const now = Date.now() / 1000;
      const question = { name: nameOn(one), host, valid: one.validStart <= now && now < one.validExpiry };
      const yes = await ask(question, mine.over.signal);
      if (isOver(mine)) return;
      if (!yes) return await end(mine, 'login-cancelled');
    }
    agreed.set(host, one.fingerprint);
    mine.shown = true;
    if (mine.asked) card.loggedIn();
    answer(one);
  };

  app.setClientCertRequestPasswordHandler(({ hostname, isRetry }) => giveCode(hostname, isRetry));
  judgeCertificates((contents, site, offered, answer) => {
    const mine = contents && navigations.get(contents);
    if (!mine) return false;
    const host = hostOf(`https://${site}`);
    // Another part of the page: it waits for ever. A "no" would be remembered for the page, too.
    if (!isOver(mine) && host !== null && mine.host === host) void choose(mine, host, offered, answer);
    return true;
  });

  return {
    watch(contents) {
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) begin(contents);
      });
      contents.on('did-navigate', (_event, url) => {
        const mine = navigations.get(contents);
        if (!mine || isOver(mine) || mine.host === null) return;
        retried.delete(mine.host);
        // A page where a certificate was demanded and none was shown says "access denied", if it says anything.
        if (hostOf(url) === mine.host && !mine.shown && !agreed.has(mine.host)) void end(mine, 'login-failed');
        else mine.over.abort();
      });
      contents.on('input-event', (_event, { type }) => {
        if (TOUCHES.has(type)) touched = true;
      });
      contents.once('destroyed', () => {
        navigations.get(contents)?.over.abort();
        navigations.delete(contents);
      });
    },
    async before(host, contents) {
      const mine = navigations.get(contents) ?? begin(contents);
      if (isOver(mine)) return 'login-cancelled';
      if (mine.host === host) return null;
      mine.host = null;
      if (!touched || desk.view().phase !== 'closed') return 'login-cancelled';
      const trouble = await card.look();
      if (isOver(mine)) return 'login-cancelled';
      if (trouble) return trouble;
      mine.host = host;
      return null;
    },
    mayLoad: (host) => agreed.has(host),
    failed(error, contents) {
      const mine = navigations.get(contents);
      const trouble = troubleOfError(error);
      if (!mine?.host || !trouble) return null;
      const { host, asked } = mine;
      mine.over.abort();
      if (error !== 'ERR_SSL_CLIENT_AUTH_SIGNATURE_FAILED' || asked || retried.has(host)) return trouble;
      // NSS took the card for logged in, and it is not (it was reset, or its code was asked for something else). Now NSS knows.
      retried.add(host);
      void sleep(NOTICED_MS).then(() => {
        if (!contents.isDestroyed() && navigations.get(contents) === mine) contents.reload();
      });
      return 'again';
    },
    again() {
      touched = true;
    },
    loggedIn: () => agreed.size > 0,
    async forget() {
      for (const { over } of navigations.values()) over.abort();
      agreed.clear();
      retried.clear();
      touched = true;
      await card.reset();
    },
  };
}

const TOUCHES: ReadonlySet<string> = new Set(['mouseDown', 'keyDown', 'rawKeyDown', 'touchStart', 'gestureTap', 'pointerDown']);

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}

/** "Joris Voorbeeld (Authentication)": the name without its use. The number that stands in the subject too is not taken. */
function nameOn({ subject, subjectName }: Certificate): string {
  return (subject.commonName || subjectName).replace(/\s*\([^()]*\)$/, '').slice(0, 200);
}
