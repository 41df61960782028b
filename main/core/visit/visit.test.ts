import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assistance, OtherWay, Outcome, PrivateAssistance } from '../journal/record.ts';
import { THEMES } from '../procedure/schema.ts';
import { LEFT_BEHIND } from './forget.ts';
import { countedSheet, isInterruption, recordOf } from './record.ts';
import { isPrivate, themeForRoom } from './room.ts';
import { EndCause, VisitView } from './view.ts';
import { turn, type VisitEvent, type VisitState, viewOf, wakeAt } from './visit.ts';

const idle = { seconds: 60, warning: 20 };
const sheet = fc.record({
  procedure: fc.constantFrom('p1', 'p2', 'p3'),
  theme: fc.constantFrom(...THEMES),
  steps: fc.constant(5),
});
const begin: VisitEvent = { is: 'begin', receipt: 'ABCD-1234', language: 'fr', cardThere: false };
const event: fc.Arbitrary<VisitEvent> = fc.oneof(
  fc.constant(begin),
  fc.constantFrom<VisitEvent>({ is: 'act' }, { is: 'tick' }, { is: 'continue' }),
  fc.record({ is: fc.constant('card' as const), there: fc.constantFrom(true, false, null) }),
  sheet.map((one): VisitEvent => ({ is: 'opened', ...one })),
  fc.tuple(sheet, fc.integer({ min: 0, max: 7 })).map(([one, step]): VisitEvent => ({ is: 'step', ...one, step })),
  fc.record({ is: fc.constant('other-way' as const), way: fc.constantFrom(...OtherWay.options) }),
  fc.record({ is: fc.constant('count' as const), count: fc.boolean() }),
  fc.record({
    is: fc.constant('end' as const),
    cause: fc.constantFrom(...EndCause.options),
    outcome: fc.constantFrom(null, ...Outcome.options),
  }),
);
const history = fc.array(fc.record({ event, pause: fc.integer({ min: 0, max: 90_000 }) }), { maxLength: 40 });

/** Walks a history; `look` sees every turn. */
function walk(
  events: readonly { event: VisitEvent; pause: number }[],
  look: (before: VisitState, event: VisitEvent, next: ReturnType<typeof turn>, now: number) => void,
): void {
  let state: VisitState = { phase: 'none' };
  let now = 0;
  for (const one of events) {
    now += one.pause;
    const next = turn(state, one.event, now, idle);
    look(state, one.event, next, now);
    state = next.state;
  }
}

describe('a visit, whatever happens in it', () => {
  it('is always something the kiosk can be told, and wakes up by itself while it lasts', () => {
    fc.assert(
      fc.property(history, (events) =>
        walk(events, (_, __, { state }, now) => {
          const view = viewOf(state, now);
          expect(VisitView.parse(view)).toEqual(view);
          const at = wakeAt(state, now);
          expect(at === null).toBe(state.phase === 'none');
          if (state.phase !== 'none' && at !== null) expect(at).toBeLessThanOrEqual(state.deadline);
        }),
      ),
    );
  });

  it('ends exactly when it becomes none, and then says so once', () => {
    fc.assert(
      fc.property(history, (events) =>
        walk(events, (before, _, { state, effects }) => {
          const ends = effects.filter((effect) => effect.do === 'end').length;
          expect(ends).toBe(before.phase !== 'none' && state.phase === 'none' ? 1 : 0);
        }),
      ),
    );
  });

  it('ends by itself only after a countdown that the person could see: at least the warning since the last act', () => {
    fc.assert(
      fc.property(history, (events) => {
        let lastAct = 0;
        walk(events, (before, happened, { effects }, now) => {
          const byItself = effects.some((effect) => effect.do === 'end' && effect.cause === 'idle' && happened.is === 'tick');
          if (byItself) {
            expect(before.phase).not.toBe('running');
            expect(now - lastAct).toBeGreaterThanOrEqual(idle.warning * 1000);
          }
          if (happened.is !== 'tick' && !(happened.is === 'card' && happened.there === null)) lastAct = now;
        });
      }),
    );
  });

  it('forgets the card exactly when one that was there is taken', () => {
    fc.assert(
      fc.property(history, (events) => {
        let there = false;
        walk(events, (before, happened, { state, effects }) => {
          const taken = before.phase !== 'none' && happened.is === 'card' && happened.there === false && there;
          expect(effects.some((effect) => effect.do === 'forget-card')).toBe(taken);
          if (taken) expect(state.phase).toBe('card-taken');
          if (before.phase === 'none') there = false;
          else if (happened.is === 'card' && happened.there !== null) there = happened.there;
        });
      }),
    );
  });

  it('leaves a record that the journal takes, or none: not without a sheet, not uncounted, not after a crash', () => {
    fc.assert(
      fc.property(history, (events) =>
        walk(events, (_, __, { effects }, now) => {
          for (const effect of effects) {
            if (effect.do !== 'end') continue;
            const { visit, cause, outcome } = effect;
            const ended = new Date(2026, 10, 21, 14, 5);
            const record = recordOf(visit, { cause, outcome, ended, elapsed: now - visit.beganAt, catalogue: 'abc' });
            expect(record === null).toBe(visit.sheets.length === 0 || !visit.counted || isInterruption(cause));
            if (record === null) continue;
            const sheet = countedSheet(visit);
            if (record.kind === 'private') {
              expect(PrivateAssistance.parse(record)).toEqual({ kind: 'private', day: '2026-11-21', theme: sheet?.theme });
              expect(isPrivate(record.theme)).toBe(true);
              continue;
            }
            expect(Assistance.parse(record)).toEqual(record);
            expect(record.procedure).toBe(sheet?.procedure);
            expect(isPrivate(record.theme)).toBe(false);
            if (cause === 'idle') expect(record.outcome).toBe('abandoned');
          }
        }),
      ),
    );
  });
});

describe('a card that was left in the reader', () => {
  const stateAfter = (...events: VisitEvent[]) => {
    let state: VisitState = { phase: 'none' };
    for (const happened of events) state = turn(state, happened, 0, idle).state;
    return state;
  };
  const card = (there: boolean | null): VisitEvent => ({ is: 'card', there });
  const ends = EndCause.options.map((cause): VisitEvent => ({ is: 'end', cause, outcome: null }));

  it.each(ends)('lets nobody begin until it is out, after %o', (end) => {
    const left = stateAfter(begin, card(true), end);
    expect(viewOf(left, 0)).toEqual({ phase: 'none', cardLeft: true });
    expect(turn(left, begin, 0, idle).state).toEqual(left);
    expect(turn(turn(left, card(false), 0, idle).state, begin, 0, idle).state.phase).toBe('running');
  });

  it("is only the one of the visit: taken in time, or put in afterwards, a card is in nobody's way", () => {
    const [end] = ends as [VisitEvent];
    for (const state of [
      stateAfter(begin, end),
      stateAfter(begin, card(true), card(false), end),
      stateAfter(begin, end, card(true)),
      stateAfter(begin, card(true), end, card(false), card(true)),
      stateAfter(card(true)),
    ])
      expect(viewOf(state, 0)).toEqual({ phase: 'none' });
  });

  it('stops nobody while the reader cannot tell, and is there again with the reader', () => {
    const unseen = stateAfter(begin, card(true), ...ends.slice(0, 1), card(null));
    expect(viewOf(unseen, 0)).toEqual({ phase: 'none' });
    expect(turn(unseen, begin, 0, idle).state.phase).toBe('running');
    expect(viewOf(turn(unseen, card(true), 0, idle).state, 0)).toEqual({ phase: 'none', cardLeft: true });
  });

  it('also ends a visit in which nothing else happened: whatever the history, it is there exactly when the card was', () => {
    fc.assert(
      fc.property(history, (events) => {
        let there: boolean | null = false;
        walk(events, (before, happened, { state }) => {
          if (before.phase === 'none' && state.phase !== 'none') there = false;
          if (before.phase !== 'none' && happened.is === 'card' && happened.there !== null) there = happened.there;
          if (before.phase !== 'none' && state.phase === 'none') expect(state.cardLeft).toBe(there ? 'there' : undefined);
        });
      }),
    );
  });
});

describe('the sheet that counts', () => {
  it('is the one whose guide was used, not one that was only looked at afterwards', () => {
    let state: VisitState = { phase: 'none' };
    const one = { theme: 'famille', steps: 5 } as const;
    const events: VisitEvent[] = [
      begin,
      { is: 'opened', procedure: 'p1', ...one },
      { is: 'step', procedure: 'p1', ...one, step: 3 },
      { is: 'opened', procedure: 'p2', ...one },
    ];
    for (const happened of events) state = turn(state, happened, 0, idle).state;
    if (state.phase === 'none') throw new Error('the visit ended');
    expect(countedSheet(state)).toMatchObject({ procedure: 'p1', reached: 3 });
    expect(state.sheets.at(-1)?.procedure).toBe('p2');
  });

  it('remembers the furthest step when the person goes back', () => {
    let state: VisitState = turn({ phase: 'none' }, begin, 0, idle).state;
    for (const step of [1, 2, 3, 2])
      state = turn(state, { is: 'step', procedure: 'p', theme: 'emploi', steps: 5, step }, 0, idle).state;
    expect(state).toMatchObject({ guided: 'p', sheets: [{ at: 2, reached: 3 }] });
  });
});

describe('the room', () => {
  it('is told every theme but health and rights', () => {
    expect(THEMES.filter((theme) => themeForRoom(theme) === null)).toEqual(['sante-handicap', 'droits-activites']);
    expect(themeForRoom(null)).toBe(null);
    for (const theme of THEMES) expect(isPrivate(theme)).toBe(themeForRoom(theme) === null);
  });
});

describe('the one list', () => {
  it('names each thing once, a code being typed first and what the printer holds last', () => {
    const ids = LEFT_BEHIND.map((item) => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([ids[0], ids.at(-1)]).toEqual(['code', 'print-spool']);
    expect(ids.indexOf('draft')).toBeLessThan(ids.indexOf('marker'));
    // What is counted and shown in the window is counted when all but the window is gone.
    expect(ids.slice(-3)).toEqual(['screen', 'page-storage', 'print-spool']);
  });
});
