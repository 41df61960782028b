import type { CardView } from '../../main/core/card/view.ts';
import type { OtherWay, Outcome } from '../../main/core/journal/record.ts';
import type { Mishap } from '../../main/core/mishap.ts';
import type { PaperId, PapersView } from '../../main/core/papers/view.ts';
import type { PortalView } from '../../main/core/portal/view.ts';
import type { CallView, VisitView } from '../../main/core/visit/view.ts';
import { CLOSED, type Follow, movedByHand, portalMoved } from './portal/follow.ts';

/** Where the citizen is. There is no address and no router: a visit is a walk through these and nothing else. */
export type Screen =
  | { name: 'language' }
  | { name: 'home' }
  | { name: 'sheet'; id: string }
  | { name: 'guide'; id: string; step: number }
  | { name: 'card' }
  | { name: 'code' }
  | { name: 'paper' }
  | { name: 'papers' }
  | { name: 'closing' }
  | { name: 'erased' };

/** What lies over the screen. Warnings of the visit itself (idle, card taken) are not here: they come from `visit`. */
export type Overlay =
  | { name: 'person' }
  | { name: 'language' }
  | { name: 'size' }
  | { name: 'way'; way: OtherWay }
  /** Around the portal: what one may need there, leaving it, itsme, a print, and the whole step where only a strip of it fits. */
  | { name: 'portal'; window: 'help' | 'leave' | 'itsme' | 'print' | 'step' };

/** Where the guide is when the portal is open: beside it, above it, or a strip only. The citizen chooses, for the visit. */
export const LAYOUTS = ['beside', 'above', 'alone'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** How far the guide of one procedure went. `at` is the step on screen, from 1; 0 before the guide. */
export interface Progress {
  id: string;
  title: string;
  at: number;
  of: number;
  finished: boolean;
  /** A matter of which nothing but the theme is counted. */
  private?: boolean;
  /** The step where one logs in to the site, from 1; left out where none is known. */
  login?: number;
}

export interface State {
  screen: Screen;
  /** Where `card`, `code`, `paper` and `closing` go back to, innermost last. */
  trail: readonly Screen[];
  overlay: Overlay | null;
  hidden: boolean;
  size: 1 | 2 | 3 | 4;
  dark: boolean;
  visit: VisitView;
  card: CardView;
  call: CallView;
  /** The citizen said no to the card that is in the reader: it is not offered again. */
  cardRefused: boolean;
  progress: Progress | null;
  portal: PortalView;
  layout: Layout;
  /** How guide and portal go together. */
  follow: Follow;
  papers: PapersView;
  /** The site was closed because the card left, and was it logged in? Until the citizen goes on. */
  siteClosed: 'open' | 'logged-in' | null;
  /** Documents that came from the site, until they are looked at or put off; the last one at the end. */
  arrived: readonly PaperId[];
  /** The document that the papers open with. */
  look: PaperId | null;
  otherWay: OtherWay | null;
  /** What the citizen says of the visit at its end. */
  outcome: Outcome | null;
  /** The end did not work: nothing may be called erased. */
  problem: Mishap | null;
}

/** Screens one comes back from to where one was. */
type VisitScreen = 'card' | 'code' | 'paper' | 'papers' | 'closing';

export type Action =
  | { do: 'home' }
  | { do: 'open'; id: string }
  | { do: 'opened'; id: string; title: string; of: number; private?: boolean; login?: number }
  | { do: 'step'; id: string; step: number }
  | { do: 'finished' }
  | { do: 'visitScreen'; name: VisitScreen }
  | { do: 'look'; paper: PaperId }
  | { do: 'back' }
  | { do: 'refuseCard' }
  | { do: 'overlay'; overlay: Overlay | null }
  | { do: 'otherWay'; way: OtherWay }
  | { do: 'hide'; on: boolean }
  | { do: 'size'; size: State['size'] }
  | { do: 'dark' }
  | { do: 'outcome'; outcome: Outcome }
  | { do: 'ending' }
  | { do: 'notEnded'; code: Mishap }
  | { do: 'visit'; view: VisitView }
  | { do: 'card'; view: CardView }
  | { do: 'portal'; view: PortalView }
  | { do: 'papers'; view: PapersView }
  | { do: 'arrived' }
  | { do: 'layout'; layout: Layout }
  | { do: 'call'; view: CallView };

export const START: State = {
  screen: { name: 'language' },
  trail: [],
  overlay: null,
  hidden: false,
  size: 1,
  dark: false,
  visit: { phase: 'none' },
  card: { state: 'no-card' },
  call: { state: 'none', reason: null },
  cardRefused: false,
  progress: null,
  portal: { phase: 'closed' },
  layout: 'beside',
  follow: CLOSED,
  papers: { list: [], coming: 0, chooser: null, phone: { state: 'none' }, scanner: 'none', stick: null },
  siteClosed: null,
  arrived: [],
  look: null,
  otherWay: null,
  outcome: null,
  problem: null,
};

const to = (state: State, screen: Screen): State => ({ ...state, screen, trail: [], overlay: null });

function visitScreen(state: State, name: VisitScreen): State {
  if (state.screen.name === name) return { ...state, overlay: null };
  const at = state.trail.findIndex((screen) => screen.name === name);
  const trail = at >= 0 ? state.trail.slice(0, at) : [...state.trail, state.screen];
  return { ...to(state, { name }), trail };
}

function back(state: State): State {
  const last = state.trail.at(-1);
  if (last) return { ...to(state, last), trail: state.trail.slice(0, -1) };
  if (state.screen.name === 'guide') {
    const { id, step } = state.screen;
    return step > 0 ? reduce(state, { do: 'step', id, step: step - 1 }) : to(state, { name: 'sheet', id });
  }
  return to(state, { name: 'home' });
}

function step(state: State, id: string, at: number): State {
  const same = state.progress?.id === id ? state.progress : null;
  const { title = '', of = 0, finished = false } = same ?? {};
  const progress = { ...same, id, title, of, at: at + 1, finished };
  return { ...to(state, { name: 'guide', id, step: at }), progress, follow: movedByHand(state.portal, id, at + 1) };
}

/** News of the portal: when it moves on, the guide moves with it, unless the citizen went somewhere else by hand. */
function portal(state: State, view: PortalView): State {
  const { progress } = state;
  const at = view.phase === 'open' && progress?.id === view.procedure ? progress : null;
  const { follow, go } = portalMoved(state.follow, state.portal, view, at);
  const next = { ...state, portal: view, follow };
  return go === null ? next : guideAt(next, go);
}

/** The guide goes to a step (from 1) by itself, wherever it waits. */
function guideAt(state: State, at: number): State {
  const { progress } = state;
  if (!progress) return state;
  const moved = (screen: Screen): Screen =>
    screen.name === 'guide' && screen.id === progress.id ? { ...screen, step: at - 1 } : screen;
  return { ...state, screen: moved(state.screen), trail: state.trail.map(moved), progress: { ...progress, at } };
}

/** News of the documents: those that came from the site are told, unless they are on screen. */
function papers(state: State, view: PapersView): State {
  const known = new Set(state.papers.list.map(({ id }) => id));
  const fresh = view.list.filter(({ id, from }) => from === 'portal' && !known.has(id)).map(({ id }) => id);
  return { ...state, papers: view, arrived: state.screen.name === 'papers' ? [] : [...state.arrived, ...fresh] };
}

function visit(state: State, view: VisitView): State {
  if (view.phase === 'card-taken' && state.visit.phase !== 'card-taken') {
    const { portal: site } = state;
    return { ...state, visit: view, siteClosed: site.phase === 'closed' ? null : site.loggedIn ? 'logged-in' : 'open' };
  }
  if (view.phase === 'running' && state.siteClosed) return siteClosed({ ...state, visit: view });
  if (view.phase !== 'none') return { ...state, visit: view };
  // The visit ended by some other road (idle, the facilitator): nothing of it stays in the window that waits to be destroyed.
  return { ...START, size: state.size, dark: state.dark, visit: view, screen: { name: 'erased' } };
}

/** On without the card: who was logged in is not any more, so the guide stands where one logs in; not for who is done anyway. */
function siteClosed(state: State): State {
  const { progress: at, siteClosed: was } = state;
  const next: State = { ...state, siteClosed: null };
  const again = was === 'logged-in' && at?.login !== undefined && !at.finished && at.at > at.login && at.at < at.of;
  return again && at.login !== undefined ? guideAt(next, at.login) : next;
}

function card(state: State, view: CardView): State {
  const gone = view.state === 'no-card' || view.state === 'no-reader' || view.state === 'no-service';
  return { ...state, card: view, cardRefused: gone ? false : state.cardRefused };
}

/** After the end only the end itself has news: nothing else may bring the visit back on screen. */
function over(state: State, action: Action): State {
  if (action.do === 'visit') return action.view.phase === 'none' ? visit(state, action.view) : { ...state, visit: action.view };
  if (action.do === 'notEnded') return { ...state, problem: action.code };
  return action.do === 'ending' ? { ...state, problem: null } : state;
}

/** The whole kiosk as a pure function: what is on screen after an action. */
export function reduce(state: State, action: Action): State {
  if (state.screen.name === 'erased') return over(state, action);
  const { size, dark, outcome } = state;
  switch (action.do) {
    case 'home':
      return to(state, { name: 'home' });
    case 'open':
      return to(state, { name: 'sheet', id: action.id });
    case 'opened': {
      const same = state.progress?.id === action.id ? state.progress : null;
      const { do: _, ...opened } = action;
      const progress = { ...opened, at: same?.at ?? 0, finished: same?.finished ?? false };
      return { ...state, progress, otherWay: same ? state.otherWay : null };
    }
    case 'step':
      return step(state, action.id, action.step);
    case 'finished':
      return visitScreen(
        { ...state, outcome: 'done', progress: state.progress && { ...state.progress, finished: true } },
        'closing',
      );
    case 'visitScreen':
      return visitScreen(state, action.name);
    case 'look':
      return visitScreen({ ...state, look: action.paper }, 'papers');
    case 'back':
      return back(state);
    case 'refuseCard':
      return back({ ...state, cardRefused: true });
    case 'overlay':
      return { ...state, overlay: action.overlay };
    case 'otherWay':
      return { ...state, otherWay: action.way };
    case 'hide':
      return { ...state, hidden: action.on };
    case 'size':
      return { ...state, size: action.size };
    case 'dark':
      return { ...state, dark: !state.dark };
    case 'outcome':
      return { ...state, outcome: action.outcome };
    case 'notEnded':
      return state;
    case 'ending':
      return { ...START, size, dark, outcome, visit: state.visit, screen: { name: 'erased' } };
    case 'visit':
      return visit(state, action.view);
    case 'card':
      return card(state, action.view);
    case 'call':
      return { ...state, call: action.view };
    case 'portal':
      return portal(state, action.view);
    case 'papers':
      return papers(state, action.view);
    case 'arrived':
      return { ...state, arrived: [], look: null };
    case 'layout':
      return { ...state, layout: action.layout };
  }
}
