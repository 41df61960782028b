import type { WebContents } from 'electron';
import { probesOf, type Seen, stepAt } from '../../core/portal/hints.ts';
import type { Hint } from '../../core/portal/place.ts';
import type { PortalView } from '../../core/portal/view.ts';
import { runInside } from './inside.ts';
import { probe } from './probe.ts';

type Open = PortalView & { phase: 'open' };
export type SeenAt = Pick<Seen, 'host' | 'path' | 'login'>;

/** How often a page is looked at that changes without going anywhere, in ms. */
const BETWEEN = 700;
/** How long no hint may match before the site is said to look different, in ms. */
const DIFFERENT = 4_000;

/** Knows at which step of the guide the portal is. */
export interface Follower {
  step(): Open['step'];
  looks(): Open['looks'];
  /** The page went somewhere, or another one is on top. */
  look(): void;
  stop(): void;
}

/** Follows the page that `top` names; it gives null while none can be looked at. */
export function makeFollower(
  hints: readonly Hint[],
  top: () => { contents: WebContents; at: SeenAt } | null,
  changed: () => void,
): Follower {
  /** Where nobody wrote how the site itself looks, it cannot look different: only its log-in is known. */
  const usual: Open['looks'] = hints.some(({ at }) => !at.login) ? 'known' : 'unhinted';
  let step: Open['step'] = null;
  let looks: Open['looks'] = usual;
  let lost: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let over = false;

  const found = (next: number | null, login: boolean) => {
    const was = [step, looks];
    if (next !== null) {
      lost = null;
      looks = 'known';
      step = next;
    } else if (login || usual === 'unhinted') {
      // Where one logs in, the sites of the State look as they look: nothing to know the portal by.
      lost = null;
      step = null;
      looks = usual;
    } else {
      lost ??= performance.now();
      if (performance.now() - lost >= DIFFERENT) {
        looks = 'different';
        step = null;
      }
    }
    if (step !== was[0] || looks !== was[1]) changed();
  };
  const once = async () => {
    const page = top();
    if (!page) {
      lost = null;
      return;
    }
    const { contents, at } = page;
    const asked = probesOf(hints, at);
    const nothing = asked.selectors.length + asked.texts.length === 0;
    const answer = nothing ? { selectors: [], texts: [] } : await runInside(contents, probe, asked);
    // Gone on meanwhile: what it said is of another page.
    const now = top();
    if (over || !answer || now?.contents !== contents || now.at.path !== at.path || now.at.host !== at.host) return;
    const matches = (selector: string) => answer.selectors[asked.selectors.indexOf(selector)] ?? false;
    const hasText = (text: string) => answer.texts[asked.texts.indexOf(text)] ?? false;
    found(stepAt(hints, { ...at, matches, hasText }), at.login);
  };
  const look = () => {
    if (over || hints.length === 0 || looking) return;
    looking = true;
    clearTimeout(timer);
    void once().finally(() => {
      looking = false;
      if (!over) timer = setTimeout(look, BETWEEN);
    });
  };

  return {
    step: () => step,
    looks: () => looks,
    look,
    stop() {
      over = true;
      clearTimeout(timer);
    },
  };
}
