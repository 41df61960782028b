import { describe, expect, it } from 'vitest';
import { Completion } from '../../../main/core/journal/record.ts';
import { exampleLine } from '../parts/example.ts';
import { checkDraft, draftOf } from './draft.ts';

const kept: Completion = { kind: 'completion', outcome: 'blocked', help: 'pointed', autonomy: null, blockReason: 'no-pin' };

describe('draftOf', () => {
  it('starts from what the visit noted', () => {
    expect(draftOf(exampleLine('a'))).toEqual({ outcome: 'to-finish', help: null, autonomy: null, blockReason: null });
  });

  it('starts from the latest completion when there is one', () => {
    expect(draftOf(exampleLine('a', 10, kept))).toEqual({
      outcome: 'blocked',
      help: 'pointed',
      autonomy: null,
      blockReason: 'no-pin',
    });
  });
});

describe('checkDraft', () => {
  it('keeps an untouched form: the facilitator confirms what the visit noted', () => {
    const line = exampleLine('a');
    expect(checkDraft(draftOf(line), line)).toEqual({
      kind: 'keep',
      completion: { kind: 'completion', outcome: 'to-finish', help: null, autonomy: null, blockReason: null },
    });
  });

  it('asks what blocked before it keeps a blocked help', () => {
    const line = exampleLine('a');
    expect(checkDraft({ ...draftOf(line), outcome: 'blocked' }, line)).toEqual({ kind: 'missing', field: 'blockReason' });
  });

  it('drops the reason when the help is no longer blocked', () => {
    const line = exampleLine('a', 10, kept);
    const checked = checkDraft({ ...draftOf(line), outcome: 'done' }, line);
    expect(checked).toMatchObject({ kind: 'keep', completion: { outcome: 'done', blockReason: null } });
  });

  it('adds no line when nothing has changed', () => {
    const line = exampleLine('a', 10, kept);
    expect(checkDraft(draftOf(line), line)).toEqual({ kind: 'same' });
  });

  it('gives only completions that the journal accepts', () => {
    const line = exampleLine('a');
    for (const outcome of ['done', 'to-finish', 'blocked', 'redirected', 'abandoned', 'info-only'] as const) {
      const checked = checkDraft({ outcome, help: 'typed', autonomy: 'alone', blockReason: 'portal' }, line);
      if (checked.kind !== 'keep') throw new Error(outcome);
      expect(Completion.parse(checked.completion)).toEqual(checked.completion);
    }
  });
});
