import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainPaper, plainPaper } from './plain.ts';

const bytes = (text: string) => Buffer.byteLength(text);
const line = (maxLength: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength }).map((text) => text.replaceAll('\n', ' '));
const paper: fc.Arbitrary<PlainPaper> = fc.record({
  head: fc.array(line(10), { maxLength: 2 }),
  steps: fc.array(fc.record({ line: line(80), more: fc.option(line(80), { nil: undefined }) }), { maxLength: 12 }),
  extras: fc.array(line(40), { maxLength: 3 }),
  tail: fc.array(line(10), { maxLength: 2 }),
  rest: fc.constant((left: number) => `+${left}`),
});

describe('plainPaper', () => {
  it('never takes more bytes than it may, while head and tail leave room', () => {
    fc.assert(
      fc.property(paper, fc.integer({ min: 600, max: 1200 }), (one, limit) => {
        const fixed = [...one.head, one.rest(one.steps.length), ...one.tail].join('\n');
        expect(bytes(plainPaper(one, limit))).toBeLessThanOrEqual(Math.max(limit, bytes(fixed)));
      }),
    );
  });

  it('holds whole lines only: head, the first steps, how many are left, tail', () => {
    fc.assert(
      fc.property(paper, fc.integer({ min: 0, max: 900 }), (one, limit) => {
        const lines = plainPaper(one, limit)
          .split('\n')
          .filter((text) => text !== '');
        const known = new Set([
          ...one.head,
          ...one.steps.flatMap((step) => [step.line, `${step.line} ${step.more}`]),
          ...one.steps.map((_, i) => one.rest(i + 1)),
          ...one.extras,
          ...one.tail,
        ]);
        expect(lines.filter((text) => !known.has(text))).toEqual([]);
      }),
    );
  });

  it('gives up second sentences, then extras, then steps from the end', () => {
    const one: PlainPaper = {
      head: ['TITLE'],
      steps: [{ line: '1 do', more: 'more' }, { line: '2 do' }, { line: '3 do' }],
      extras: ['bring', 'site'],
      tail: ['code'],
      rest: (left) => `+${left}`,
    };
    expect(plainPaper(one)).toBe('TITLE\n1 do more\n2 do\n3 do\nbring\nsite\ncode');
    expect(plainPaper(one, 36)).toBe('TITLE\n1 do\n2 do\n3 do\nbring\nsite\ncode');
    expect(plainPaper(one, 34)).toBe('TITLE\n1 do\n2 do\n3 do\nbring\ncode');
    expect(plainPaper(one, 25)).toBe('TITLE\n1 do\n2 do\n3 do\ncode');
    expect(plainPaper(one, 24)).toBe('TITLE\n1 do\n2 do\n+1\ncode');
    expect(plainPaper(one, 1)).toBe('TITLE\n+3\ncode');
  });
});
