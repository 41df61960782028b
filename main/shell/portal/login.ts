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
import type { PortalLogin } from './ports.ts';

/**
 * Logging in with the eID, for the pages of the portal and no others: TLS with the card's certificate (NSS, PKCS#11). No page can spend a
 * try of the code: NSS is given nothing but a code that the card has just accepted from the citizen, once in a navigation. A navigation that
 * ends without a log-in is stopped, never sent on without certificate: Chromium would remember "none" for as long as the partition lives.
 */
export interface Login extends PortalLogin {
  /** The card is gone, or the visit is over: nobody is logged in, and the card that is left forgets, too. Resolves when it has. */
  forget(): Promise<void>;
  /** Nobody is logged in, and the card that is in, if any, would ask its code again. */
  signedOut(): boolean;
}

export interface LoginOptions {
  desk: CodeDesk;
  card: CardService;
  module: LoginModule | null;
  /** Readers of other seats: what their names begin with. */
  others: readonly string[];
  /** Of the visit; null when there is none. */
  language(): Language | null;
}

type Certified = Pick<Extract<PortalView, { phase: 'open' }>, 'certificate' | 'loggedIn'>;

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

/** One for the whole app: it takes over Electron's questions for certificates and codes. */
export function openLogin({ desk, card: service, module, others, language }: LoginOptions): Login {
  const card = openLoginCard(service, module, others);
  const navigations = new Map<WebContents, Navigation>();
  /** Hosts to which the citizen agreed to show the certificate with this fingerprint. */
  const agreed = new Map<string, string>();
  /** Hosts that took it. */
  const inside = new Set<string>();
  const changes = new Set<() => void>();
  const ends = new Set<(contents: number, trouble: LoginTrouble) => void>();
  const sent = new Set<(contents: number) => void>();
  let question: { asks: Certified['certificate']; answer(agree: boolean): void } | null = null;
  /** The citizen did something since the last no. */
  let touched = true;

  const isOver = ({ over }: Navigation) => over.signal.aborted;
  const begin = (contents: WebContents) => {
    const before = navigations.get(contents);
    // A page that asks, and goes on before anybody could answer, has nobody's touch for its next question.
    if (before?.asked && !isOver(before)) touched = false;
    before?.over.abort();
    const made = { contents, host: null, asked: false, shown: false, over: new AbortController() };
    navigations.set(contents, made);
    return made;
  };
  const end = async (mine: Navigation, trouble: LoginTrouble) => {
    if (isOver(mine)) return;
    mine.over.abort();
    touched = false;
    if (!mine.contents.isDestroyed()) {
      mine.contents.stop();
      for (const hear of ends) hear(mine.contents.id, trouble);
    }
    await sleep(STOPPED_MS);
  };
  const waiting = (host: string) => [...navigations.values()].findLast((one) => one.host === host && !isOver(one));

  const tell = () => {
    for (const change of changes) change();
  };
  /** Asks the citizen, whose answer comes from the kiosk's page. The navigation over is a no. */
  const ask = (asks: Certified['certificate'], { signal }: AbortController) =>
    new Promise<boolean>((resolve) => {
      // One question at a time: another page's takes the place of it.
      question?.answer(false);
      const mine = {
        asks,
        answer(agree: boolean) {
          signal.removeEventListener('abort', no);
          if (question === mine) question = null;
          resolve(agree);
          tell();
        },
      };
      const no = () => mine.answer(false);
      signal.addEventListener('abort', no);
      question = mine;
      tell();
    });

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
    if (code === null) {
      await end(mine, troubleOfCode(outcome));
      return '';
    }
    // From here on NSS is logged in, whatever is answered about the certificate.
    card.loggedIn();
    return code;
  };

  /** The certificate of the card that is in, and of no other reader's. */
  const isOfCard = ({ data }: Certificate): boolean => card.key?.equals(new X509Certificate(data).publicKey) ?? false;
  const choose = async (mine: Navigation, host: string, offered: readonly Certificate[], answer: (one: Certificate) => void) => {
    const [one, ...more] = offered.filter(isOfCard);
    // Logged in without a code, and not by this visit: nobody here has shown that the card is theirs.
    if (!one || more.length > 0 || (!mine.asked && card.rights === 'none')) return await end(mine, 'login-failed');
    if (agreed.get(host) !== one.fingerprint) {
      const now = Date.now() / 1000;
      const asks = { name: nameOn(one), host, valid: one.validStart <= now && now < one.validExpiry };
      const yes = await ask(asks, mine.over);
      if (isOver(mine)) return;
      if (!yes) return await end(mine, 'login-cancelled');
    }
    agreed.set(host, one.fingerprint);
    mine.shown = true;
    answer(one);
    for (const hear of sent) hear(mine.contents.id);
    tell();
  };

  app.setClientCertRequestPasswordHandler(({ hostname, isRetry }) => giveCode(hostname, isRetry));
  judgeCertificates((contents, site, offered, answer) => {
    const mine = contents && navigations.get(contents);
    if (!mine) return false;
    // "host:port"
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
      contents.on('did-navigate', (_event, url, status) => {
        const mine = navigations.get(contents);
        if (!mine || isOver(mine) || mine.host === null) return;
        const stays = hostOf(url) === mine.host;
        // A page where a certificate was demanded and none was shown says "access denied", if it says anything.
        if (stays && !mine.shown && !agreed.has(mine.host)) return void end(mine, 'login-failed');
        // The same, where one was shown: the site does not want it (HTTP 4xx).
        if (stays && status >= 400 && status < 500) return void end(mine, 'login-refused');
        mine.over.abort();
        if (agreed.has(mine.host)) inside.add(mine.host);
        tell();
      });
      contents.on('did-fail-load', (_event, code, _words, _url, mainFrame) => {
        const mine = navigations.get(contents);
        // A load that another one took the place of (ERR_ABORTED) is no news of the one that is under way.
        if (!mainFrame || code === ABORTED || !mine || isOver(mine)) return;
        // Whoever tries again does so with a touch of their own; the page itself does not.
        if (mine.asked) touched = false;
        mine.over.abort();
      });
      contents.on('input-event', (_event, { type }) => {
        if (TOUCHES.has(type)) touched = true;
      });
      contents.once('destroyed', () => {
        navigations.get(contents)?.over.abort();
        navigations.delete(contents);
      });
    },
    async before(host, id) {
      const contents = [...navigations.keys()].find((one) => !one.isDestroyed() && one.id === id);
      const mine = contents && navigations.get(contents);
      if (!mine || isOver(mine)) return 'login-cancelled';
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
    touched() {
      touched = true;
    },
    trouble(code) {
      const trouble = troubleOfError(code);
      if (trouble) card.failed();
      return trouble;
    },
    certificate(agree, host) {
      if (question?.asks?.host === host) question.answer(agree);
    },
    view: () => ({ certificate: question?.asks ?? null, loggedIn: inside.size > 0 }),
    onChange(listener) {
      changes.add(listener);
      return () => changes.delete(listener);
    },
    onEnded(listener) {
      ends.add(listener);
      return () => ends.delete(listener);
    },
    onSent(listener) {
      sent.add(listener);
      return () => sent.delete(listener);
    },
    signedOut: () => agreed.size === 0 && card.signedOut,
    async forget() {
      for (const { over } of navigations.values()) over.abort();
      agreed.clear();
      inside.clear();
      touched = true;
      tell();
      await card.reset();
    },
  };
}

const ABORTED = -3;
const TOUCHES: ReadonlySet<string> = new Set(['mouseDown', 'keyDown', 'rawKeyDown', 'touchStart', 'gestureTap', 'pointerDown']);

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname : null;
}

/** "Joris Voorbeeld (Authentication)": the name without its use. The number that stands in the subject too is not taken. */
function nameOn({ subject, subjectName }: Certificate): string {
  return (subject.commonName || subjectName).replace(/\s*\([^()]*\)$/, '').slice(0, 200);
}
