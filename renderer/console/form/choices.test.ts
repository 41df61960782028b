import { expect, it } from 'vitest';
import { Autonomy, BlockReason, Help, Outcome } from '../../../main/core/journal/record.ts';
import { AUTONOMIES, BLOCK_REASONS, HELPS, OUTCOMES } from './choices.ts';

it('offers every answer the journal knows, and no other', () => {
  expect(OUTCOMES).toEqual(Outcome.options);
  expect(HELPS).toEqual(Help.options);
  expect(AUTONOMIES).toEqual(Autonomy.options);
  expect(BLOCK_REASONS).toEqual(BlockReason.options);
});
