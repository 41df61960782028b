import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalCheck } from '../../main/services/journal/index.ts';
import { insideSmallDisk } from './inside.ts';

interface Told {
  taken: number;
  codes: string[];
  whileFull: JournalCheck;
  interrupted: unknown;
  toldWhileFull: number;
  told: number;
  after: JournalCheck;
  shown: number | string;
}
const run = (size: string, when: string) => insideSmallDisk<Told>(join(import.meta.dirname, 'full-disk.ts'), size, when);

describe('a full disk', () => {
  it.each(['before', 'between'])(
    'that is full %s the journal wrote: it says so, keeps the entries and writes them when there is room',
    async (when) => {
      const told = await run('2m', when);
      expect(told.codes).toEqual(['journal-full']);
      expect(told.whileFull).toMatchObject({ kept: 2, mishap: 'journal-full' });
      expect(told.interrupted).toEqual({ ok: false, code: 'journal-full' });
      expect(told.after).toMatchObject({ intact: true, entries: told.taken + 2, kept: 0, mishap: null });
      expect(told.shown).toBe(told.taken + 2);
      expect(told.told).toBe(told.taken + 2);
    },
  );

  it('that the journal itself fills loses no entry that it said it took', async () => {
    const told = await run('512k', 'slowly');
    expect(told.codes).toEqual(['journal-full']);
    expect(told.taken).toBeGreaterThan(0);
    expect(told.whileFull.kept).toBe(1);
    expect(told.after.intact).toBe(true);
    // Emptying the write-ahead log may have made room for the one that was kept.
    expect(told.after.entries).toBe(told.taken + 1 - told.after.kept);
    expect(told.shown).toBe(told.after.entries);
  });

  it('while a facilitator writes and erases: refused or done whole, and what is erased is out of the file once there is room', async () => {
    const told = await insideSmallDisk<Record<string, unknown>>(join(import.meta.dirname, 'full-disk-helps.ts'), '8m');
    expect(told).toMatchObject({
      erasedTight: { ok: true },
      goneTight: true,
      refused: 'journal-full',
      kept: 0,
      later: { ok: true },
    });
    expect(told).toMatchObject({ intact: true, left: false, listed: told.written });
  });
});
