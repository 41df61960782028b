import { describe, expect, it } from 'vitest';
import type { Completion, DayView } from '../../../main/core/journal/record.ts';
import { exampleLine } from '../parts/example.ts';
import { helpCount, linesOf, outcomeOf, todoCount } from './lines.ts';

const done: Completion = { kind: 'completion', outcome: 'done', help: null, autonomy: null, blockReason: null };
const first = exampleLine('a', 9, done);
const second = exampleLine('b', 10);
const third = exampleLine('c', 10);
const day: DayView = { day: '2026-11-23', assistances: [first, second, third], interrupted: 0 };

describe('the list of a day', () => {
  it('shows the newest line first and leaves the day as it was', () => {
    expect(linesOf(day, 'all')).toEqual([third, second, first]);
    expect(day.assistances).toEqual([first, second, third]);
  });

  it('shows only lines nobody has completed, on request', () => {
    expect(linesOf(day, 'todo')).toEqual([third, second]);
    expect(todoCount(day)).toBe(2);
  });

  it('counts private helps with the others, and has nothing of them to complete', () => {
    expect(helpCount(day)).toBe(3);
    const more: DayView = { ...day, private: [{ theme: 'sante-handicap', count: 2 }] };
    expect([helpCount(more), todoCount(more), linesOf(more, 'all').length]).toEqual([5, 2, 3]);
  });

  it('shows the outcome the facilitator noted instead of the one of the visit', () => {
    expect(outcomeOf(first)).toBe('done');
    expect(outcomeOf(second)).toBe('to-finish');
  });
});
