import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { insideSmallDisk } from './inside.ts';

describe('a read-only disk', () => {
  it.each([
    ['yes', [8, 9]],
    ['no', [9]],
  ] as const)(
    'with a journal on it before: %s. It says so, keeps the entry, and writes it once it may',
    async (before, hours) => {
      const told = await insideSmallDisk<Record<string, unknown>>(join(import.meta.dirname, 'read-only.ts'), '2m', before);
      expect(told.added).toEqual({ ok: false, code: 'journal-readonly' });
      expect(told.readOnly).toMatchObject({ mishap: 'journal-readonly', kept: 1 });
      expect(told.writable).toMatchObject({ intact: true, entries: hours.length, kept: 0, mishap: null });
      expect(told.hours).toEqual(hours);
    },
  );
});
