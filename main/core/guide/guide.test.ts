import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, applies, backPosition, type GuideStep, isAtEnd, nextPosition, progressAt } from './guide.ts';

const answer = fc.constantFrom('yes', 'no', 'maybe');
const step: fc.Arbitrary<GuideStep> = fc.oneof(
  fc.constant({}),
  fc.record({ when: fc.record({ answer: fc.constantFrom('a', 'b'), isOneOf: fc.uniqueArray(answer) }) }),
);
const guide = fc.record({
  steps: fc.array(step, { maxLength: 12 }),
  answers: fc.dictionary(fc.constantFrom('a', 'b'), answer) as fc.Arbitrary<Answers>, // plain texts by name
});
/** Every position from the sheet to the end. */
const walk = (steps: readonly GuideStep[], answers: Answers): number[] => {
  const seen = [0];
  while (!isAtEnd(steps, seen.at(-1) ?? 0)) seen.push(nextPosition(steps, seen.at(-1) ?? 0, answers));
  return seen;
};

describe('a guide', () => {
  it('shows every step that applies once, in order, then ends', () => {
    fc.assert(
      fc.property(guide, ({ steps, answers }) => {
        const shown = steps.flatMap((one, i) => (applies(one, answers) ? [i + 1] : []));
        expect(walk(steps, answers)).toEqual([0, ...shown, steps.length + 1]);
      }),
    );
  });

  it('goes back by the same way to the sheet, and stays there', () => {
    fc.assert(
      fc.property(guide, ({ steps, answers }) => {
        const there = walk(steps, answers);
        const back = [steps.length + 1];
        while (back[0] !== 0) back.unshift(backPosition(steps, back[0] ?? 0, answers));
        expect(back).toEqual(there);
        expect(backPosition(steps, 0, answers)).toBe(0);
      }),
    );
  });

  it('counts up by one at every step shown, from none to all', () => {
    fc.assert(
      fc.property(guide, ({ steps, answers }) => {
        const counts = walk(steps, answers).map((at) => progressAt(steps, at, answers));
        const of = counts.length - 2;
        expect(counts).toEqual([...Array.from({ length: of + 1 }, (_, n) => ({ n, of })), { n: of, of }]);
      }),
    );
  });

  it('does not show a step whose question was not answered', () => {
    expect(applies({ when: { answer: 'constructor', isOneOf: ['yes'] } }, {})).toBe(false);
  });
});
