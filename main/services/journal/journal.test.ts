import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Completion, type DayView, EntryId } from '../../core/journal/record.ts';
import type { Journal } from './index.ts';
import { sampleAssistance, sampleCompletion, sampleJournal } from './samples.ts';

let folder: string;
let journal: Journal;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'));
  journal = await sampleJournal(folder);
});
afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
});

const added = async (changes = {}) => {
  const result = await journal.add(sampleAssistance(changes), 'ABCD-1234');
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const dayOf = async (day: string) => {
  const result = await journal.day(day);
  if (!result.ok) throw new Error(result.code);
  return result.value;
};

describe('the journal', () => {
  it('shows an assistance on its day and on no other', async () => {
    const id = await added();
    expect(EntryId.safeParse(id).success).toBe(true);
    expect(await dayOf('2026-11-21')).toEqual({
      day: '2026-11-21',
      assistances: [{ id, record: sampleAssistance(), completion: null }],
      interrupted: 0,
    });
    expect((await dayOf('2026-11-22')).assistances).toEqual([]);
  });

  it('lays the latest completion over the assistance, each being a new entry', async () => {
    const id = await added();
    await journal.complete(id, sampleCompletion({ help: 'watched' }));
    const last = await journal.complete(id, sampleCompletion({ outcome: 'blocked', blockReason: 'no-pin' }));
    expect(last).toMatchObject({ ok: true, value: { id, completion: { outcome: 'blocked' } } });
    expect((await dayOf('2026-11-21')).assistances[0]?.completion?.blockReason).toBe('no-pin');
    expect((await journal.check()).entries).toBe(3);
  });

  it('completes nothing that is not an assistance', async () => {
    expect(await journal.complete('0'.repeat(26), sampleCompletion())).toEqual({ ok: false, code: 'no-such-assistance' });
  });

  it('counts private helps by theme, in no order of time, and nobody completes one', async () => {
    expect(await dayOf('2026-11-21')).not.toHaveProperty('private');
    const day = '2026-11-21';
    const ids = [];
    for (const theme of ['droits-activites', 'sante-handicap', 'droits-activites'] as const)
      ids.push(await journal.add({ kind: 'private', day, theme }, 'ABCD-1234'));
    expect(await dayOf(day)).toEqual({
      day,
      assistances: [],
      interrupted: 0,
      private: [
        { theme: 'sante-handicap', count: 1 },
        { theme: 'droits-activites', count: 2 },
      ],
    });
    for (const id of ids)
      expect(await journal.complete(id.ok ? id.value : '', sampleCompletion())).toEqual({
        ok: false,
        code: 'no-such-assistance',
      });
    expect(await journal.check()).toMatchObject({ intact: true, entries: 3 });
  });

  it('counts interrupted visits on the day of its clock', async () => {
    await journal.interrupted(1);
    await journal.interrupted(2);
    expect((await dayOf('2026-11-21')).interrupted).toBe(3);
  });

  it('tells the day of every entry that changes it', async () => {
    const days: string[] = [];
    const stop = journal.onChange((day) => days.push(day));
    const id = await added({ day: '2026-11-20' });
    await journal.complete(id, sampleCompletion());
    await journal.interrupted(1);
    stop();
    await added();
    expect(days).toEqual(['2026-11-20', '2026-11-20', '2026-11-21']);
  });

  it('holds the receipt nowhere but as a salted hash, and the write-ahead log is empty once settled', async () => {
    await added();
    await journal.settle();
    expect(readFileSync(join(folder, 'journal.db')).includes('ABCD')).toBe(false);
    expect(readFileSync(join(folder, 'journal.db-wal')).length).toBe(0);
  });

  it('says so when a reader keeps the write-ahead log full, and no longer once it could be emptied', async () => {
    const reader = new DatabaseFile(join(folder, 'journal.db'), { readonly: true });
    await added();
    reader.exec('BEGIN; SELECT * FROM entries;');
    await added();
    await journal.settle();
    expect((await journal.check()).detail).toBe('entries=2 wal=unsettled');
    reader.exec('COMMIT');
    reader.close();
    await journal.settle();
    expect((await journal.check()).detail).toBe('entries=2');
    expect(readFileSync(join(folder, 'journal.db-wal')).length).toBe(0);
  }, 30_000);

  it('keeps everything over a close, and the chain goes on', async () => {
    await added();
    await journal.close();
    journal = await sampleJournal(folder);
    await added();
    expect((await dayOf('2026-11-21')).assistances).toHaveLength(2);
    expect(await journal.check()).toMatchObject({ intact: true, entries: 2, detail: 'entries=2', mishap: null, kept: 0 });
  });

  it('gives the same day as a plain list, whatever is added and completed in whatever order', async () => {
    const completion = fc
      .record({
        kind: fc.constant('completion' as const),
        outcome: fc.constantFrom('done' as const, 'blocked' as const, 'redirected' as const),
        autonomy: fc.constantFrom(null, 'alone' as const),
        help: fc.constantFrom(null, 'typed' as const),
      })
      .map((c) => Completion.parse({ ...c, blockReason: c.outcome === 'blocked' ? 'portal' : null }));
    const act = fc.oneof(
      fc.record({ act: fc.constant('add' as const), day: fc.constantFrom('d1', 'd2'), hour: fc.integer({ min: 0, max: 23 }) }),
      fc.record({ act: fc.constant('complete' as const), which: fc.nat(), completion }),
      fc.record({ act: fc.constant('interrupted' as const), count: fc.integer({ min: 1, max: 9 }) }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        run += 1;
        const dayName = (d: string) => new Date(Date.UTC(2000, 0, run * 3 + (d === 'd1' ? 0 : 1))).toISOString().slice(0, 10);
        const model = new Map<string, DayView>();
        const at = (day: string): DayView => {
          const view = model.get(day) ?? { day, assistances: [], interrupted: 0 };
          model.set(day, view);
          return view;
        };
        const before = (await dayOf('2026-11-21')).interrupted;
        const all: { day: string; id: string }[] = [];
        for (const one of acts) {
          if (one.act === 'add') {
            const day = dayName(one.day);
            const record = sampleAssistance({ day, hour: one.hour });
            const result = await journal.add(record, null);
            if (!result.ok) throw new Error(result.code);
            at(day).assistances.push({ id: result.value, record, completion: null });
            all.push({ day, id: result.value });
          } else if (one.act === 'interrupted') {
            await journal.interrupted(one.count);
            at('2026-11-21').interrupted += one.count;
          } else if (all.length > 0) {
            const target = all[one.which % all.length];
            const seen = at(target?.day ?? '').assistances.find((a) => a.id === target?.id);
            if (!seen) throw new Error('the model lost an assistance');
            seen.completion = one.completion;
            await journal.complete(seen.id, one.completion);
          }
        }
        for (const [day, view] of model) {
          const interrupted = view.interrupted + (day === '2026-11-21' ? before : 0);
          expect(await dayOf(day)).toEqual({ ...view, interrupted });
        }
      }),
      { numRuns: 40 },
    );
    expect((await journal.check()).intact).toBe(true);
  });
});
