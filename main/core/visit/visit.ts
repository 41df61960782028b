import type { OtherWay, Outcome } from '../journal/record.ts';
import type { Language } from '../language.ts';
import type { Theme } from '../procedure/schema.ts';
import type { Settings } from '../settings.ts';
import type { EndCause, VisitView } from './view.ts';

/** How far the person went in one sheet. Steps count from 1; 0 is "not started". */
export interface Progress {
  procedure: string;
  theme: Theme;
  /** How many steps its guide has. */
  steps: number;
  /** The furthest step shown. */
  reached: number;
  /** The step shown last: people go back. One more than `steps` when the guide was walked to its end. */
  at: number;
}

/** A visit under way. Times are milliseconds of a clock that only goes forward. */
export interface OpenVisit {
  phase: 'running' | 'idle-warning' | 'card-taken';
  receipt: string;
  counted: boolean;
  beganAt: number;
  /** When this phase ends by itself. */
  deadline: number;
  /** A card was in the reader during this visit and has not been taken. */
  cardSeen: boolean;
  language: Language;
  /** One per opened sheet, the one in hand last. */
  sheets: readonly Progress[];
  /** The sheet whose guide was used last, or null: it is the one that is counted. */
  guided: string | null;
  otherWay: OtherWay | null;
}
/**
 * The card of a visit that is over. `there`: nobody may begin before it is out. `unseen`: the reader is gone and cannot tell, so it
 * stops nobody; when the reader comes back with a card in it, that is still this one.
 */
export type CardLeft = 'there' | 'unseen';
export type VisitState = { phase: 'none'; cardLeft?: CardLeft } | OpenVisit;

export type VisitEvent =
  | { is: 'begin'; receipt: string; language: Language; cardThere: boolean }
  | { is: 'act' | 'tick' | 'continue' }
  /** `null`: nobody can know (reader or service gone). `unread`: the one that went had never given anything, not even its name as an eID. */
  | { is: 'card'; there: boolean | null; unread?: true }
  | { is: 'language'; language: Language }
  | { is: 'opened'; procedure: string; theme: Theme; steps: number }
  | { is: 'step'; procedure: string; theme: Theme; steps: number; step: number }
  | { is: 'other-way'; way: OtherWay }
  | { is: 'count'; count: boolean }
  | { is: 'end'; cause: EndCause; outcome: Outcome | null };

export type VisitEffect =
  /** What came from the card must be gone now; the visit waits behind "Continue or finish?". */
  { do: 'forget-card' } | { do: 'end'; cause: EndCause; outcome: Outcome | null; visit: OpenVisit };

export interface Turn {
  state: VisitState;
  effects: VisitEffect[];
}

/** One turn of the visit: what was, what happened, when (milliseconds) → what is, and what must be done about it. */
export function turn(state: VisitState, event: VisitEvent, now: number, idle: Settings['idle']): Turn {
  const stay = (next: VisitState): Turn => ({ state: next, effects: [] });
  const awake = now + idle.seconds * 1000;
  const countdown = now + idle.warning * 1000;
  if (state.phase === 'none') {
    if (event.is === 'card') return stay(afterwards(state.cardLeft, event.there));
    return stay(event.is === 'begin' && state.cardLeft !== 'there' ? opened(event, now, awake) : state);
  }

  /** Something the person did: it stops the warning and extends every countdown, as often as wanted (WCAG 2.2.1). */
  const acted = (changes: Partial<OpenVisit> = {}): Turn =>
    stay({
      ...state,
      ...(state.phase === 'card-taken' ? { deadline: countdown } : { phase: 'running', deadline: awake }),
      ...changes,
    });
  const end = (cause: EndCause, outcome: Outcome | null): Turn => ({
    state: state.cardSeen ? { phase: 'none', cardLeft: 'there' } : { phase: 'none' },
    effects: [{ do: 'end', cause, outcome, visit: state }],
  });

  switch (event.is) {
    case 'begin':
    case 'language':
      return acted({ language: event.language }); // a second "begin" is an impatient finger, not a second person
    case 'act':
      return acted();
    case 'tick':
      if (now < state.deadline) return stay(state);
      return state.phase === 'running' ? stay({ ...state, phase: 'idle-warning', deadline: countdown }) : end('idle', null);
    case 'continue':
      return stay({ ...state, phase: 'running', deadline: awake });
    case 'card':
      if (event.there === null) return stay(state);
      if (event.there) return acted({ cardSeen: true });
      if (!state.cardSeen) return stay(state);
      // Out to be wiped and turned, as the screen asks: there is nothing to take away from anybody.
      if (event.unread) return acted({ cardSeen: false });
      return { state: { ...state, phase: 'card-taken', cardSeen: false, deadline: countdown }, effects: [{ do: 'forget-card' }] };
    case 'opened':
      return acted({ sheets: inHand(state.sheets, event, null) });
    case 'step':
      return acted({
        sheets: inHand(state.sheets, event, event.step),
        guided: event.step > 0 ? event.procedure : state.guided,
      });
    case 'other-way':
      return acted({ otherWay: event.way });
    case 'count':
      return acted({ counted: event.count });
    case 'end':
      return end(event.cause, event.outcome);
  }
}

/** After the end, a card that was left is waited for; one that was not there then is nobody's business. */
function afterwards(left: CardLeft | undefined, there: boolean | null): VisitState {
  if (!left || there === false) return { phase: 'none' };
  return { phase: 'none', cardLeft: there === null ? 'unseen' : 'there' };
}

function opened(event: Extract<VisitEvent, { is: 'begin' }>, now: number, deadline: number): OpenVisit {
  const { receipt, language, cardThere } = event;
  return {
    phase: 'running',
    receipt,
    counted: true,
    beganAt: now,
    deadline,
    cardSeen: cardThere,
    language,
    sheets: [],
    guided: null,
    otherWay: null,
  };
}

/** Puts a sheet last, with what is known of it; `step` null leaves the person where they were in it. */
function inHand(
  sheets: readonly Progress[],
  { procedure, theme, steps }: Pick<Progress, 'procedure' | 'theme' | 'steps'>,
  step: number | null,
): Progress[] {
  const known = sheets.find((sheet) => sheet.procedure === procedure);
  const at = Math.min(step ?? known?.at ?? 0, steps + 1);
  return [
    ...sheets.filter((sheet) => sheet !== known),
    { procedure, theme, steps, at, reached: Math.max(known?.reached ?? 0, Math.min(at, steps)) },
  ];
}

/** What the kiosk's window is told. Only the two countdowns count; a running visit shows no clock. */
export function viewOf(state: VisitState, now: number): VisitView {
  if (state.phase === 'none') return state.cardLeft === 'there' ? { phase: 'none', cardLeft: true } : { phase: 'none' };
  const { phase, receipt, counted } = state;
  return { phase, receipt, counted, secondsLeft: phase === 'running' ? null : secondsLeft(state.deadline, now) };
}

/** When the visit must be looked at again (a change of phase, or the next second of a countdown); null when nothing runs. */
export function wakeAt(state: VisitState, now: number): number | null {
  if (state.phase === 'none') return null;
  if (state.phase === 'running') return state.deadline;
  return state.deadline - Math.max(0, secondsLeft(state.deadline, now) - 1) * 1000;
}

function secondsLeft(deadline: number, now: number): number {
  return Math.max(0, Math.ceil((deadline - now) / 1000));
}
