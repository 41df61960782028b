import { createPublicKey, type KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CardView } from '../../core/card/view.ts';
import type { LoginTrouble } from '../../core/portal/view.ts';
import type { CardService, CodeAnswer } from '../../services/card/index.ts';
import { canSign, type LoginModule } from '../../services/login/index.ts';

/** What NSS may do with the card that is in. `taken`: it was logged in, and the card's rights were taken from it by a reset. */
export type Rights = 'none' | 'logged-in' | 'taken';

/** The card as a log-in sees it. */
export interface LoginCard {
  readonly rights: Rights;
  /** The log-in key of the card that is in, as its believed certificate has it. */
  readonly key: KeyObject | null;
  /**
   * Why nobody can log in with what is in the reader, or null. Spends no try. A card with which NSS is logged in is not touched, unless
   * NSS says that it is not (`anew`): another one came, or it forgot.
   */
  look(anew?: 'anew'): Promise<LoginTrouble | null>;
  loggedIn(): void;
  /** A log-in failed under way: NSS is given the time to see how the card is. */
  failed(): void;
  /** The card that is in, if any, would ask its code again. */
  readonly signedOut: boolean;
  /** Takes the card's rights from whoever has them. */
  reset(): Promise<void>;
}

/** States of the reader with which there is nothing to ask a card for. */
const BY_STATE: Partial<Record<CardView['state'], LoginTrouble>> = {
  'no-card': 'login-no-card',
  'not-eid': 'login-not-eid',
  'bank-card': 'login-not-eid',
  'not-active': 'login-not-eid',
  unreadable: 'login-unreadable',
  busy: 'login-unreadable',
  'no-reader': 'login-failed',
  'no-service': 'login-failed',
  'not-genuine': 'login-failed',
};
const BY_OUTCOME: Partial<Record<CodeAnswer['outcome'], LoginTrouble>> = {
  gone: 'login-no-card',
  'no-key': 'login-no-key',
  'not-valid': 'login-expired',
  'not-genuine': 'login-failed',
};
/** With these, the card that was there is there still. */
const STAYS: ReadonlySet<CardView['state']> = new Set([
  ...(['present', 'checking', 'ready', 'expired', 'not-genuine', 'not-active', 'busy'] as const),
]);

/** NSS looks at most once a second whether there is a card, and logged in. One that came since is none to it, and the partition would remember "none". */
const NOTICED_MS = 1_200;

/** `ignored`: readers of other seats (how their names begin), which OpenSC was told to leave alone. */
export function openLoginCard(card: CardService, module: LoginModule | null, ignored: readonly string[]): LoginCard {
  let rights: Rights = 'none';
  let key: KeyObject | null = null;
  let stuck = false;
  /** Since when the card is as it is: it came, or was found not to be logged in. Null: there is none. */
  let since: number | null = STAYS.has(card.view().state) ? performance.now() : null;
  card.onChange(({ state }) => {
    if (STAYS.has(state)) {
      since ??= performance.now();
      return;
    }
    since = null;
    rights = 'none';
    stuck = false;
    key = null;
  });
  return {
    get rights() {
      return rights;
    },
    get key() {
      return key;
    },
    get signedOut() {
      return rights !== 'logged-in' && !stuck;
    },
    async look(anew) {
      if (anew && rights !== 'none') rights = 'none';
      else if (anew && key) return null;
      const early = BY_STATE[card.view().state];
      if (early) return early;
      if (!module) return 'login-module';
      if (since !== null) await sleep(Math.max(0, since + NOTICED_MS - performance.now()));
      // Reading would select the applet anew, which takes rights away.
      if (rights === 'logged-in') return null;
      const { outcome, publicKey, others = [] } = await card.code.state('authentication', false);
      if (outcome !== 'done' || !publicKey) return BY_OUTCOME[outcome] ?? 'login-unreadable';
      // NSS asks the code of every card that its module sees: a code of this one would be a wrong code of the other.
      const isSeen = (name: string) => module.kind === 'state' || !ignored.some((one) => name.includes(one));
      if (others.some(isSeen)) return 'login-two-cards';
      key = createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' });
      return canSign(key.asymmetricKeyType === 'ec' ? 'ecdsa' : 'pkcs1', module) ? null : 'login-module';
    },
    loggedIn() {
      rights = 'logged-in';
    },
    failed() {
      if (since !== null) since = performance.now();
    },
    async reset() {
      if (rights !== 'logged-in') return;
      rights = 'none';
      if (await card.code.reset()) rights = 'taken';
      else stuck = STAYS.has(card.view().state);
    },
  };
}
