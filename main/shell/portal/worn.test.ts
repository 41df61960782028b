import { expect, test } from 'vitest';
import type { VisitView } from '../../core/visit/view.ts';
import { renewWhenWorn } from './worn.ts';

const NOBODY: VisitView = { phase: 'none' };
const SOMEBODY: VisitView = { phase: 'running', receipt: 'ABCD-1234', counted: true, secondsLeft: null };

function counter(openings: number, deaf = false) {
  let view: VisitView = SOMEBODY;
  let changed = () => {};
  let later: (() => void) | null = null;
  let restarts = 0;
  renewWhenWorn({
    openings: () => openings,
    deaf: () => deaf,
    view: () => view,
    onChange: (listener) => {
      changed = listener;
    },
    after: (_milliseconds, run) => {
      later = run;
      return () => {
        if (later === run) later = null;
      };
    },
    restart: () => {
      restarts += 1;
    },
  });
  return {
    now(next: VisitView) {
      view = next;
      changed();
    },
    minutePasses: () => later?.(),
    restarts: () => restarts,
  };
}

test('a worn process begins anew when nobody has been there for a while', () => {
  const it = counter(200);
  it.now(NOBODY);
  expect(it.restarts()).toBe(0);
  it.minutePasses();
  expect(it.restarts()).toBe(1);
});

test('not while somebody is there, nor when somebody comes meanwhile', () => {
  const it = counter(500);
  it.now(SOMEBODY);
  it.minutePasses();
  it.now(NOBODY);
  it.now(SOMEBODY);
  it.minutePasses();
  expect(it.restarts()).toBe(0);
});

test('not while the card of the last visit is still there: that alarm would be lost', () => {
  const it = counter(500);
  it.now({ phase: 'none', cardLeft: true });
  it.minutePasses();
  expect(it.restarts()).toBe(0);
  it.now(NOBODY);
  it.minutePasses();
  expect(it.restarts()).toBe(1);
});

test('not before it is worn', () => {
  const it = counter(199);
  it.now(NOBODY);
  it.minutePasses();
  expect(it.restarts()).toBe(0);
});

test('one that hears of no card any more begins anew however young it is', () => {
  const it = counter(1, true);
  it.now(SOMEBODY);
  it.minutePasses();
  expect(it.restarts()).toBe(0);
  it.now(NOBODY);
  it.minutePasses();
  expect(it.restarts()).toBe(1);
});
