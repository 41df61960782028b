import { expect, test } from 'vitest';
import { outcomesFor } from './outcomes.ts';

const progress = { id: 'eid-pin-code', title: '', at: 2, of: 6, finished: false };

test('nothing is asked of a visit that opened no sheet', () => {
  expect(outcomesFor({ progress: null, otherWay: null })).toEqual([]);
});
test('another way is offered only to who chose one', () => {
  expect(outcomesFor({ progress, otherWay: null })).not.toContain('redirected');
  expect(outcomesFor({ progress, otherWay: 'phone' })).toContain('redirected');
});
test('who only read the sheet is not asked whether all is done', () => {
  expect(outcomesFor({ progress: { ...progress, at: 0 }, otherWay: null })).toEqual(['info-only', 'to-finish', 'blocked']);
});
