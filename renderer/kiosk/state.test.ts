import { describe, expect, test } from 'vitest';
import { type Action, reduce, START, type State } from './state.ts';

const walk = (...actions: Action[]): State => actions.reduce(reduce, START);
const running = { phase: 'running', receipt: '7K3M-X9QD', counted: true, secondsLeft: null } as const;
const sheet: Action[] = [
  { do: 'home' },
  { do: 'open', id: 'eid-pin-code' },
  { do: 'opened', id: 'eid-pin-code', title: 'Code', of: 6 },
];

describe('the walk through a visit', () => {
  test('a guide goes step by step and back, and out of its first step to the sheet', () => {
    const second = walk(...sheet, { do: 'step', id: 'eid-pin-code', step: 0 }, { do: 'step', id: 'eid-pin-code', step: 1 });
    expect(second.progress).toMatchObject({ at: 2, of: 6, finished: false });
    const first = reduce(second, { do: 'back' });
    expect(first.screen).toEqual({ name: 'guide', id: 'eid-pin-code', step: 0 });
    expect(reduce(first, { do: 'back' }).screen).toEqual({ name: 'sheet', id: 'eid-pin-code' });
  });

  test('the last step leads to the closing screen, and one can still go back to it', () => {
    const closing = walk(...sheet, { do: 'step', id: 'eid-pin-code', step: 5 }, { do: 'finished' });
    expect(closing.screen.name).toBe('closing');
    expect(closing.progress?.finished).toBe(true);
    expect(reduce(closing, { do: 'back' }).screen).toEqual({ name: 'guide', id: 'eid-pin-code', step: 5 });
  });

  test('card, paper and closing go back to where one was, however they were nested', () => {
    let state = walk(
      ...sheet,
      { do: 'visitScreen', name: 'closing' },
      { do: 'visitScreen', name: 'paper' },
      { do: 'visitScreen', name: 'card' },
    );
    for (const name of ['paper', 'closing', 'sheet']) {
      state = reduce(state, { do: 'back' });
      expect(state.screen.name).toBe(name);
    }
  });

  test('touching the same promise twice does not stack screens', () => {
    const state = walk(...sheet, { do: 'visitScreen', name: 'card' }, { do: 'visitScreen', name: 'card' });
    expect(reduce(state, { do: 'back' }).screen.name).toBe('sheet');
  });

  test('a way chosen for one procedure is not chosen for the next', () => {
    const chosen = walk(...sheet, { do: 'otherWay', way: 'phone' });
    expect(chosen.otherWay).toBe('phone');
    const next = reduce(chosen, { do: 'opened', id: 'pension-estimation', title: 'Pension', of: 8 });
    expect(next.otherWay).toBeNull();
  });

  test('another sheet starts its own progress', () => {
    const state = walk(
      ...sheet,
      { do: 'step', id: 'eid-pin-code', step: 3 },
      { do: 'open', id: 'pension-estimation' },
      {
        do: 'opened',
        id: 'pension-estimation',
        title: 'Pension',
        of: 8,
      },
    );
    expect(state.progress).toEqual({ id: 'pension-estimation', title: 'Pension', at: 0, of: 8, finished: false });
  });

  test('a private matter stays one on every step, and the next sheet is none', () => {
    const step: Action = { do: 'step', id: 'a', step: 1 };
    const state = walk(...sheet, { do: 'opened', id: 'a', title: 'A', of: 3, private: true }, step);
    expect(state.progress).toMatchObject({ at: 2, private: true });
    expect(reduce(state, { do: 'opened', id: 'b', title: 'B', of: 3, private: false }).progress?.private).toBe(false);
  });
});

describe('the card', () => {
  test('after a no, the same card is not offered again; a card put in later is', () => {
    const refused = walk({ do: 'home' }, { do: 'card', view: { state: 'present' } }, { do: 'refuseCard' });
    expect(refused.cardRefused).toBe(true);
    expect(reduce(refused, { do: 'card', view: { state: 'present' } }).cardRefused).toBe(true);
    expect(reduce(refused, { do: 'card', view: { state: 'no-card' } }).cardRefused).toBe(false);
  });

  test('when it leaves, what it said leaves with it', () => {
    const known = walk({ do: 'card', view: { state: 'ready', facts: { firstName: 'Amélie' } } });
    expect(JSON.stringify(reduce(known, { do: 'card', view: { state: 'no-card' } }))).not.toContain('Amélie');
  });
});

describe('the end', () => {
  const full = walk({ do: 'visit', view: running }, ...sheet, {
    do: 'card',
    view: { state: 'ready', facts: { firstName: 'Amélie' } },
  });

  test.each<[string, Action]>([
    ['asked for', { do: 'ending' }],
    ['by another road', { do: 'visit', view: { phase: 'none' } }],
  ])('%s: nothing of the visit stays in the window', (_, action) => {
    const over = reduce(full, action);
    expect(over.screen).toEqual({ name: 'erased' });
    expect(JSON.stringify(over)).not.toMatch(/Amélie|eid-pin-code/);
  });

  test('what did not end is never called erased, and can be tried again', () => {
    const ending = reduce(reduce(full, { do: 'outcome', outcome: 'blocked' }), { do: 'ending' });
    expect(ending.visit.phase).toBe('running');
    const failed = reduce(ending, { do: 'notEnded', code: 'failed' });
    expect(failed).toMatchObject({ problem: 'failed', outcome: 'blocked' });
    expect(reduce(failed, { do: 'ending' }).problem).toBeNull();
  });

  test('what the citizen said of the visit is kept until its end, whichever window ends it', () => {
    const said = walk(...sheet, { do: 'visitScreen', name: 'closing' }, { do: 'outcome', outcome: 'blocked' }, { do: 'back' });
    expect(said.outcome).toBe('blocked');
    expect(walk(...sheet, { do: 'step', id: 'eid-pin-code', step: 5 }, { do: 'finished' }).outcome).toBe('done');
  });

  test('news that come late are not shown any more', () => {
    const over = reduce(full, { do: 'ending' });
    expect(reduce(over, { do: 'card', view: { state: 'ready', facts: { firstName: 'Amélie' } } })).toBe(over);
    expect(reduce(over, { do: 'home' })).toBe(over);
  });
});

describe('the card taken while a site is open', () => {
  const site = {
    phase: 'open',
    procedure: 'eid-pin-code',
    site: { name: 'IBZ', host: 'www.ibz.rrn.fgov.be', kind: 'portal', holder: null },
    loading: false,
    back: false,
    stacked: 0,
    trouble: null,
    refused: null,
    step: null,
    looks: 'unhinted',
    shown: 'none',
    certificate: null,
    loggedIn: true,
  } as const;
  const opened: Action[] = [{ do: 'opened', id: 'eid-pin-code', title: 'Code', of: 6, login: 2 }];
  const taken = { ...running, phase: 'card-taken', secondsLeft: 60 } as const;
  const gone: Action[] = [
    { do: 'visit', view: taken },
    { do: 'portal', view: { phase: 'closed' } },
  ];
  const at = (step: number): Action => ({ do: 'step', id: 'eid-pin-code', step });

  test('who was logged in is told that the site is closed, and goes on at the step where one logs in', () => {
    const state = walk(...opened, at(3), { do: 'portal', view: site }, ...gone, {
      do: 'visit',
      view: { ...taken, secondsLeft: 59 },
    });
    expect(state.siteClosed).toBe('logged-in');
    const on = reduce(state, { do: 'visit', view: running });
    expect(on).toMatchObject({ siteClosed: null, screen: { name: 'guide', step: 1 }, progress: { at: 2 } });
  });

  test('who was not, or is at the last step, goes on where they were; without a site nothing is said of one', () => {
    const open = walk(...opened, at(3), { do: 'portal', view: { ...site, loggedIn: false } }, ...gone);
    expect(open.siteClosed).toBe('open');
    expect(reduce(open, { do: 'visit', view: running }).progress?.at).toBe(4);
    const last = walk(...opened, at(5), { do: 'portal', view: site }, ...gone, { do: 'visit', view: running });
    expect(last.progress?.at).toBe(6);
    expect(walk(...opened, at(3), ...gone).siteClosed).toBeNull();
  });
});
