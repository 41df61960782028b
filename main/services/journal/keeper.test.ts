import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { done, type Mishap, mishap } from '../../core/mishap.ts';
import type { NewEntry } from './append.ts';
import { closedJournal, openJournal } from './index.ts';
import { keeper } from './keeper.ts';
import { sampleAssistance, sampleCompletion } from './samples.ts';

const entry = (id: string): NewEntry => ({
  id,
  kind: 'assistance',
  about: null,
  salt: new Uint8Array(16),
  payload: '{}',
  receipt: null,
});

/** A keeper over a disk that answers each id with a code, or takes it. */
function over(answers: Map<string, Mishap>) {
  const onDisk: string[] = [];
  const days: string[] = [];
  const kept = keeper({
    write: async ({ id }) => {
      const code = answers.get(id) ?? answers.get('*');
      if (code) return mishap(code);
      onDisk.push(id);
      return done(undefined);
    },
    written: (day) => days.push(day),
    retryEvery: 3_600_000,
  });
  return { kept, onDisk, days };
}

describe('entries that the disk does not take', () => {
  it('are kept in their order and written, each once, when it does', async () => {
    const answers = new Map<string, Mishap>([['*', 'journal-full']]);
    const { kept, onDisk, days } = over(answers);
    expect(await kept.add(entry('a'), 'd1')).toEqual({ ok: false, code: 'journal-full' });
    expect(await kept.add(entry('b'), 'd2')).toEqual({ ok: false, code: 'journal-full' });
    expect([kept.count(), kept.why(), days]).toEqual([2, 'journal-full', []]);
    answers.clear();
    expect(await kept.add(entry('c'), 'd3')).toEqual({ ok: true, value: undefined });
    expect([onDisk, days, kept.count(), kept.why()]).toEqual([['a', 'b', 'c'], ['d1', 'd2', 'd3'], 0, null]);
  });

  it('do not stop those behind them when the fault is their own, and are given up after some tries', async () => {
    const { kept, onDisk } = over(new Map([['bad', 'failed']]));
    await kept.add(entry('bad'), 'd');
    expect(await kept.add(entry('good'), 'd')).toMatchObject({ ok: true });
    expect([onDisk, kept.count()]).toEqual([['good'], 1]);
    for (let i = 0; i < 5; i++) await kept.retry();
    expect(kept.count()).toBe(0);
  });

  it('are bounded: the oldest go first', async () => {
    const answers = new Map<string, Mishap>([['*', 'journal-readonly']]);
    const { kept, onDisk } = over(answers);
    for (let i = 0; i < 1_003; i++) await kept.add(entry(String(i)), 'd');
    expect(kept.count()).toBe(1_000);
    answers.clear();
    await kept.stop();
    expect([onDisk[0], onDisk.length]).toEqual(['3', 1_000]);
  });

  it('are written once when many come at the same time', async () => {
    const { kept, onDisk } = over(new Map());
    await Promise.all(['a', 'b', 'c'].map((id) => kept.add(entry(id), 'd')));
    expect(onDisk.toSorted()).toEqual(['a', 'b', 'c']);
  });
});

describe('a journal that cannot open', () => {
  it('says so when its worker cannot start, and does not hang', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'));
    const worker = join(folder, 'no-worker.js');
    expect(await openJournal({ folder, worker, now: () => new Date(), random: (bytes) => new Uint8Array(bytes) })).toEqual({
      ok: false,
      code: 'failed',
    });
    rmSync(folder, { recursive: true });
  });

  it('answers everything with the reason', async () => {
    const shut = closedJournal('journal-newer');
    const no = { ok: false, code: 'journal-newer' };
    expect(await shut.add(sampleAssistance(), null)).toEqual(no);
    expect(await shut.complete('x', sampleCompletion())).toEqual(no);
    expect(await shut.interrupted(1)).toEqual(no);
    expect(await shut.day('2026-11-21')).toEqual(no);
    expect(await shut.check()).toMatchObject({ intact: false, mishap: 'journal-newer' });
    await shut.settle();
    await shut.close();
  });
});
