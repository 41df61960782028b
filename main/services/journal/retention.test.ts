import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DIMENSIONS, PERSONAL } from '../../core/journal/dimensions.ts';
import { HelpQuery } from '../../core/journal/query.ts';
import type { Report, ReportBy } from '../../core/journal/report.ts';
import type { Result } from '../../core/mishap.ts';
import { type Journal, seedJournal } from './index.ts';
import { inspect } from './inspect.ts';
import { sampleAssistance, sampleHelp, sampleJournal } from './samples.ts';

const OLD = '2025-11-20';
let folder: string;
let journal: Journal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retention-'));
});
afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
});
const must = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const got = await result;
  if (!got.ok) throw new Error(got.code);
  return got.value;
};
const report = (by: ReportBy[]): Promise<Report> =>
  must(journal.report({ from: '2020-01-01', to: '2026-12-31', by, filter: {} }));
const bytes = () => ['', '-wal'].map((tail) => readFileSync(join(folder, `journal.db${tail}`)).toString('latin1')).join('');

describe('past the retention time', () => {
  it('only sums stay, and every report by one dimension, by day or by month reads as before', async () => {
    await seedJournal(folder, 1200, '2026-11-21', 600);
    journal = await sampleJournal(folder);
    await must(journal.interrupted(2));
    const asked: ReportBy[][] = [[], ...DIMENSIONS.filter((one) => !PERSONAL.includes(one)).map((one) => [one])];
    asked.push(['day'], ['month'], ['theme', 'month'], ['day', 'outcome']);
    const before = await Promise.all(asked.map(report));
    expect(await must(journal.retain())).toMatchObject({ days: 234, helps: 468 });
    expect(await Promise.all(asked.map(report))).toEqual(before);
    const { total, unsplit } = await report(['theme', 'channel']);
    expect([total.helps, unsplit.helps]).toEqual([1200 - 468, 468]);
    expect(await journal.check()).toMatchObject({ intact: true, entries: 1200 + 1 + 234 });
    expect(await must(journal.retain())).toEqual({ days: 0, helps: 0, drafts: 0 });
  });

  it('no word, tag, hour or helper of a help is left in the file, nor of what was said about it', async () => {
    journal = await sampleJournal(folder);
    const old = { day: OLD, note: 'ibismark', tags: ['lamamark'], helper: 'nadia'.padEnd(26, '7'), postcode: '1080' };
    const id = await must(journal.addHelp(sampleHelp(old), { receipt: 'ABCD-1234' }));
    await must(journal.correct(id, sampleHelp({ ...old, note: 'ibismark encore' }), 'mistyped'));
    const kept = await must(journal.addHelp(sampleHelp({ day: '2025-11-21', note: 'reste' })));
    expect(bytes()).toContain('lamamark');
    await must(journal.retain());
    expect(bytes()).not.toMatch(/ibis|lama|nadia|"1080"/i);
    expect(await journal.help(id)).toEqual({ ok: false, code: 'no-such-assistance' });
    expect((await must(journal.list(HelpQuery.parse({ filter: {}, text: 'reste' })))).lines).toMatchObject([{ id: kept }]);
    expect(inspect(folder)).toMatchObject({ intact: true, entries: 4 });
  });

  it('of a day with few helps nothing about persons is kept', async () => {
    journal = await sampleJournal(folder);
    for (let i = 0; i < 9; i++)
      await must(journal.addHelp(sampleHelp({ day: i < 4 ? '2025-01-01' : OLD, ageBand: '70-plus', gender: 'woman' })));
    await must(journal.retain());
    expect((await report(['ageBand'])).lines).toMatchObject([
      { values: ['70-plus'], helps: 5 },
      { values: [null], helps: 4 },
    ]);
  });

  it('a help that is written late gets sums of its own', async () => {
    journal = await sampleJournal(folder);
    await must(journal.add(sampleAssistance({ day: OLD }), null));
    await must(journal.add({ kind: 'private', day: OLD, theme: 'sante-handicap' }, null));
    await must(journal.retain());
    await must(journal.addHelp(sampleHelp({ day: OLD })));
    await must(journal.retain());
    expect((await report(['theme'])).lines).toMatchObject([
      { values: ['famille'], helps: 2 },
      { values: ['sante-handicap'], helps: 1 },
    ]);
    expect(inspect(folder)).toMatchObject({ intact: true, entries: 5 });
  });

  it('drafts go too', async () => {
    let now = new Date(2026, 9, 1, 9);
    journal = await sampleJournal(folder, { now: () => now });
    await must(journal.keepDraft('form', null, { note: 'tapirmark' }));
    now = new Date(2026, 9, 31, 9);
    expect(await must(journal.retain())).toMatchObject({ drafts: 0 });
    now = new Date(2026, 10, 1, 9);
    expect(await must(journal.retain())).toMatchObject({ drafts: 1 });
    expect(bytes()).not.toContain('tapir');
  });

  it('the chain does not take a payload that is gone without sums for it, nor sums that were changed', async () => {
    await seedJournal(folder, 40, '2025-06-30', 40);
    journal = await sampleJournal(folder);
    await must(journal.retain());
    const db = new DatabaseFile(join(folder, 'journal.db'));
    expect(() => db.exec('DELETE FROM payloads')).toThrow('append-only');
    expect(() => db.exec('DELETE FROM covered')).toThrow('append-only');
    expect(() => db.exec("INSERT INTO payloads SELECT id, zeroblob(16), '{}' FROM entries WHERE sequence = 3")).toThrow(
      'append-only',
    );
    db.exec('DROP TRIGGER payloads_no_update');
    db.exec(
      "UPDATE payloads SET payload = json_replace(payload, '$.covers', json('[]')) WHERE rowid = (SELECT max(rowid) FROM payloads)",
    );
    db.close();
    expect(inspect(folder).detail).toMatch(/^broken=payload-missing .* sequence=40$/);
  });
});
