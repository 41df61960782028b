import { expect, it } from 'vitest';
import type { PaperLine } from '../../../main/core/papers/view.ts';
import { nameOf, sizeOf } from './names.ts';

const paper = (id: string, name: string): PaperLine => ({ id, name, kind: 'pdf', bytes: 1, from: 'scan' });

it('a document without a name is told from the others by its number', () => {
  const list = [paper('a', 'Attestation'), paper('b', '')];
  const named = list.map((each) => nameOf(each, list, (n) => `Document ${n}`));
  expect(named).toEqual(['Attestation', 'Document 2']);
});

it('a size is said in the unit that people know', () => {
  expect(sizeOf(900, 'en')).toBe('1 kB');
  expect(sizeOf(40_000, 'en')).toBe('40 kB');
  expect(sizeOf(1_234_567, 'fr').replace(/\s/g, ' ')).toBe('1,2 Mo');
});
