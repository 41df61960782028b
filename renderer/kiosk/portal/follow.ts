import type { PortalView } from '../../../main/core/portal/view.ts';

/** How guide and portal go together. Steps count from 1. */
export interface Follow {
  /** The citizen moved the guide to a step where the portal is not: it is not moved under their hands. */
  byHand: boolean;
  /** The step the guide was last moved to by the portal; null after any step of the citizen's own. */
  followed: number | null;
}

/** No portal is open. */
export const CLOSED: Follow = { byHand: false, followed: null };

/** The step a portal of this procedure is at; null when none is known. */
const stepOf = (view: PortalView, id: string): number | null =>
  view.phase === 'open' && view.procedure === id ? view.step : null;

/** The citizen moved the guide of `id` to step `at`. */
export function movedByHand(view: PortalView, id: string, at: number): Follow {
  const there = stepOf(view, id);
  return { byHand: there !== null && there !== at, followed: null };
}

/**
 * The portal's news, `next` after `was`, while the guide of the same procedure stands at `guide` (null: no such guide). `go`: the
 * step the guide moves to; null when it stays. A step that the sheet does not have moves nothing.
 */
export function portalMoved(
  follow: Follow,
  was: PortalView,
  next: PortalView,
  guide: { at: number; of: number } | null,
): { follow: Follow; go: number | null } {
  if (next.phase === 'closed') return { follow: CLOSED, go: null };
  const there = next.step;
  if (there === null || !guide || there === stepOf(was, next.procedure)) return { follow, go: null };
  if (there === guide.at) return { follow: { byHand: false, followed: follow.followed === there ? there : null }, go: null };
  if (follow.byHand || (guide.of > 0 && there > guide.of)) return { follow, go: null };
  return { follow: { byHand: false, followed: there }, go: there };
}

/** `n`: the step spoken of. */
export type FollowSaid = { say: 'followed' | 'offer'; n: number };

/** What the guide says of the portal's place: it went along, it offers to, or nothing. `at`: the step on screen. */
export function followSays(follow: Follow, view: PortalView, id: string, at: number, of: number): FollowSaid | null {
  const there = stepOf(view, id);
  if (there === null || there > of) return null;
  if (there === at) return follow.followed === at ? { say: 'followed', n: at } : null;
  return { say: 'offer', n: there };
}
