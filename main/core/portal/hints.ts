import { below } from './address.ts';
import type { Hint } from './place.ts';

/** What is known of the page that the portal shows. `matches`, `hasText`: what was asked of the page itself (see `probesOf`). */
export interface Seen {
  host: string;
  path: string;
  /** It is a place where one logs in. */
  login: boolean;
  matches(selector: string): boolean;
  hasText(text: string): boolean;
}

/**
 * The step of the guide that the portal is at, from 1; null when no hint matches. All that a hint names must hold; of two that match,
 * the one that says more decides, then the longer path, then the one that stands first.
 */
export function stepAt(hints: readonly Hint[], seen: Seen): number | null {
  let best: Hint | null = null;
  for (const hint of hints) {
    if (holds(hint, seen) && (!best || more(hint, best) > 0)) best = hint;
  }
  return best?.step ?? null;
}

/** What must be asked of a page of this host and path to know its step: only what can still decide. */
export function probesOf(
  hints: readonly Hint[],
  place: Pick<Seen, 'host' | 'path' | 'login'>,
): { selectors: string[]; texts: string[] } {
  const here = hints.filter((hint) => placed(hint, place));
  const named = (key: 'selector' | 'text') => [...new Set(here.flatMap(({ at }) => at[key] ?? []))];
  return { selectors: named('selector'), texts: named('text') };
}

/**
 * What "show me where" looks for at a step, best first: what the hints of that step say, those of this page before the others, then
 * the button's own words. Empty lists: nobody said.
 */
export function showOf(
  hints: readonly Hint[],
  step: number,
  label: string | undefined,
  place: Pick<Seen, 'host' | 'path' | 'login'>,
): { selectors: string[]; texts: string[] } {
  const ofStep = hints.filter((hint) => hint.step === step);
  const sorted = [...ofStep.filter((hint) => placed(hint, place)), ...ofStep.filter((hint) => !placed(hint, place))];
  const selectors = sorted.flatMap(({ show }) => show?.selector ?? []);
  const texts = [...sorted.flatMap(({ show }) => show?.text ?? []), ...(label ? [label] : [])];
  return { selectors: [...new Set(selectors)], texts: [...new Set(texts)] };
}

function placed({ at }: Hint, { host, path, login }: Pick<Seen, 'host' | 'path' | 'login'>): boolean {
  if (at.login && !login) return false;
  if (at.host !== undefined && at.host !== host) return false;
  return at.path === undefined || below(path, at.path) === 'yes';
}

function holds(hint: Hint, seen: Seen): boolean {
  const { at } = hint;
  // A hint that names nothing knows nothing.
  if (Object.values(at).every((value) => value === undefined)) return false;
  if (!placed(hint, seen)) return false;
  if (at.selector !== undefined && !seen.matches(at.selector)) return false;
  return at.text === undefined || seen.hasText(at.text);
}

function more(a: Hint, b: Hint): number {
  const says = ({ at }: Hint) => Object.values(at).filter((value) => value !== undefined).length;
  return says(a) - says(b) || (a.at.path?.length ?? 0) - (b.at.path?.length ?? 0);
}
