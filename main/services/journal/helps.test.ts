import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HelpQuery } from '../../core/journal/query.ts';
import type { Result } from '../../core/mishap.ts';
import type { Journal } from './index.ts';
import { sampleAssistance, sampleCompletion, sampleHelp, sampleJournal } from './samples.ts';

const DAY = '2026-11-21';
const NADIA = 'nadia'.padEnd(26, '7');
let folder: string;
let journal: Journal;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'helps-'));
  journal = await sampleJournal(folder, {
    titles: () => new Map([['composition-menage', ['Composition de ménage', 'Gezinssamenstelling']]]),
  });
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
const page = (query: Partial<HelpQuery> = {}) => must(journal.list(HelpQuery.parse({ filter: {}, ...query })));
const bytes = () => ['', '-wal'].map((tail) => readFileSync(join(folder, `journal.db${tail}`)).toString('latin1')).join('');

describe('a help', () => {
  it('is listed as it reads now, beside the visits of the kiosk, newest first', async () => {
    const visit = await must(journal.add(sampleAssistance({ hour: 9 }), null));
    const help = await must(journal.addHelp(sampleHelp({ hour: 11, note: 'revenir mardi' })));
    await must(journal.complete(visit, sampleCompletion({ outcome: 'blocked', blockReason: 'no-pin' })));
    await must(journal.correct(help, sampleHelp({ hour: 8, minutes: 40, note: 'revenir jeudi' }), 'mistyped'));
    const { lines, next } = await page({ filter: { from: DAY, to: DAY } });
    expect(next).toBe(null);
    expect(lines).toMatchObject([
      { id: visit, state: 'completed', help: { channel: 'kiosk', minutes: 10, outcome: 'blocked', blockReason: 'no-pin' } },
      { id: help, state: 'corrected', help: { channel: 'desk', minutes: 40, hour: 8, note: 'revenir jeudi' } },
    ]);
    expect((await journal.check()).entries).toBe(4);
    expect(await must(journal.help(help))).toEqual(lines[1]);
  });

  it('shows what was corrected to the screens that know visits only', async () => {
    const visit = await must(journal.add(sampleAssistance(), null));
    await must(journal.correct(visit, sampleHelp({ outcome: 'redirected', redirect: 'operator' }), 'completed'));
    expect(await must(journal.day(DAY))).toMatchObject({
      assistances: [{ id: visit, completion: { outcome: 'redirected', autonomy: 'guided', help: 'pointed' } }],
    });
  });

  it.each([
    [{ minutes: 7 }, 'bad-request'],
    [{ outcome: 'blocked' as const }, 'bad-request'],
    [{ channel: 'workshop' as const }, 'bad-request'],
    [{ note: 'x'.repeat(281) }, 'bad-request'],
    [{ note: 'pour Mme Dupont' }, 'guarded'],
    [{ tags: ['Mme Dupont'] }, 'guarded'],
    [{ note: 'pour Mme Dupont', theme: 'sante-handicap' as const }, 'guarded'],
  ])('with %j is refused and leaves nothing', async (changes, code) => {
    expect(await journal.addHelp(sampleHelp(changes))).toEqual({ ok: false, code });
    expect((await journal.check()).entries).toBe(0);
    const id = await must(journal.addHelp(sampleHelp()));
    expect(await journal.correct(id, sampleHelp(changes), 'other')).toEqual({ ok: false, code });
    expect((await journal.check()).entries).toBe(1);
  });

  it('of a group keeps numbers only', async () => {
    const group = {
      level: 'beginner',
      participants: 8,
      known: 2,
      gender: { woman: 5 },
      ageBand: { '60-69': 8 },
      status: {},
    } as const;
    const workshop = { ...group, title: 'Mes premiers pas' };
    await must(
      journal.addHelp(sampleHelp({ channel: 'workshop', theme: 'cles-numeriques', procedure: null, workshop, minutes: 120 })),
    );
    expect(await must(journal.report({ from: DAY, to: DAY, by: ['channel'], filter: {} }))).toMatchObject({
      lines: [{ values: ['workshop'], helps: 1, people: 8, minutes: 120 }],
    });
    const many = { ...workshop, gender: { woman: 5, man: 4 } };
    expect(await journal.addHelp(sampleHelp({ channel: 'workshop', workshop: many }))).toEqual({
      ok: false,
      code: 'bad-request',
    });
  });

  it('of a private theme is theme and day, also when it becomes private later', async () => {
    const secret = { theme: 'sante-handicap', note: 'zebramark', helper: NADIA } as const;
    await must(journal.addHelp(sampleHelp(secret)));
    const id = await must(journal.addHelp(sampleHelp({ note: 'girafmark' })));
    expect(await must(journal.correct(id, sampleHelp(secret), 'mistyped'))).toBe(null);
    await journal.settle();
    expect((await page()).lines).toEqual([]);
    expect((await must(journal.day(DAY))).private).toEqual([{ theme: 'sante-handicap', count: 2 }]);
    for (const word of ['zebramark', 'girafmark', NADIA]) expect(bytes()).not.toContain(word);
    expect(await journal.check()).toMatchObject({ intact: true, entries: 4 });
  });

  it('begins as the last one of the same helper, without what was said of the person', async () => {
    expect(await must(journal.duplicateLast(NADIA))).toBe(null);
    await must(
      journal.addHelp(
        sampleHelp({ day: '2026-11-02', helper: NADIA, note: 'x', ageBand: '70-plus', postcode: '1080', minutes: 45 }),
      ),
    );
    await must(journal.addHelp(sampleHelp({ helper: '1'.repeat(26) })));
    expect(await must(journal.duplicateLast(NADIA))).toEqual(sampleHelp({ helper: NADIA, minutes: 45 }));
  });

  it('is found by the beginnings of its words, by the title of its procedure in any language, by its tags', async () => {
    const call = await must(journal.addHelp(sampleHelp({ note: 'Rappeler après la réponse', tags: ['rappel', 'mardi'] })));
    const other = await must(journal.addHelp(sampleHelp({ note: 'Rien', procedure: 'eid-pin-code', tags: ['rappel'] })));
    const found = async (text: string) => (await page({ text })).lines.map(({ id }) => id);
    expect(await found('reponse')).toEqual([call]);
    expect(await found('RAPP répo')).toEqual([call]);
    expect(await found('gezins')).toEqual([call]);
    expect(await found('menage rappeler')).toEqual([call]);
    expect(await found('menage rien')).toEqual([]);
    expect(await found('r')).toEqual([other, call]);
    expect(await found('" OR note:*')).toEqual([]);
    expect((await page({ filter: { tag: ['mardi'] } })).lines).toMatchObject([{ id: call }]);
    expect(await must(journal.tags())).toEqual([
      { tag: 'rappel', count: 2 },
      { tag: 'mardi', count: 1 },
    ]);
    await must(journal.correct(call, sampleHelp({ note: 'Fini' }), 'outcome-known'));
    expect(await found('rappeler')).toEqual([]);
    expect(await found('fini')).toEqual([call]);
  });

  it('is on exactly one page, whatever comes in between', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 7; i++) ids.push(await must(journal.addHelp(sampleHelp({ hour: i % 3 === 0 ? null : 9 }))));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const got = await page({ limit: 2, after });
      seen.push(...got.lines.map(({ id }) => id));
      after = got.next;
      await must(journal.addHelp(sampleHelp({ hour: 23 })));
    } while (after !== null);
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });
});

describe('a draft', () => {
  it('survives a crash and goes when the help is written', async () => {
    await must(journal.keepDraft('form-1', NADIA, { theme: 'emploi', note: 'papillon' }));
    await must(journal.keepDraft('form-1', NADIA, { theme: 'emploi', note: 'papillonmark' }));
    await must(journal.keepDraft('form-2', null, {}));
    const again = await sampleJournal(folder); // the file as a crash leaves it: the first one never closed
    expect(await must(again.drafts(NADIA))).toEqual([
      { id: 'form-1', day: DAY, draft: { theme: 'emploi', note: 'papillonmark' } },
    ]);
    await again.close();
    await must(journal.addHelp(sampleHelp({ helper: NADIA }), { draft: 'form-1' }));
    expect(await must(journal.drafts(NADIA))).toEqual([]);
    expect(await must(journal.drafts(null))).toHaveLength(1);
    await must(journal.dropDraft('form-2'));
    await journal.settle();
    expect(bytes()).not.toContain('papillon');
  });

  it('holds no text that the guard refuses', async () => {
    expect(await journal.keepDraft('form-1', null, { note: 'chez Mme Dupont' })).toEqual({ ok: false, code: 'guarded' });
  });
});

describe('an erasure', () => {
  it('by receipt takes every word of a help out of the file, and the chain verifies', async () => {
    const id = await must(
      journal.addHelp(sampleHelp({ note: 'aardvarkmark un', tags: ['okapimark'] }), { receipt: 'ABCD-1234' }),
    );
    await must(journal.correct(id, sampleHelp({ note: 'aardvarkmark deux', tags: ['okapimark'] }), 'mistyped'));
    await must(journal.addHelp(sampleHelp({ note: 'reste' }), { receipt: 'ABCD-9999' }));
    expect(bytes()).toContain('aardvarkmark');
    expect(bytes()).toContain('okapimark');
    expect(await journal.eraseByReceipt('ABCD-0000')).toEqual({ ok: false, code: 'no-such-receipt' });
    expect(await journal.eraseByReceipt(' abcd-1234')).toEqual({ ok: true, value: undefined });
    expect(bytes()).not.toMatch(/aardvark|okapi/i);
    expect(await journal.check()).toMatchObject({ intact: true, entries: 5 });
    expect((await page()).lines).toMatchObject([{ help: { note: 'reste' } }]);
    expect(await journal.eraseByReceipt('ABCD-1234')).toEqual({ ok: false, code: 'no-such-receipt' });
    expect(await journal.help(id)).toEqual({ ok: false, code: 'no-such-assistance' });
    expect(await journal.correct(id, sampleHelp(), 'other')).toEqual({ ok: false, code: 'no-such-assistance' });
  });

  it('by receipt reaches private helps and visits, and only those of the last days', async () => {
    await must(journal.add({ kind: 'private', day: DAY, theme: 'sante-handicap' }, 'PRVT-1111'));
    await must(journal.add(sampleAssistance({ day: '2026-10-22' }), 'VZST-1111'));
    await must(journal.add(sampleAssistance({ day: '2026-10-21' }), '0KDV-1111'));
    expect((await journal.eraseByReceipt('PRVT-1111')).ok).toBe(true);
    expect((await journal.eraseByReceipt('VZST-1111')).ok).toBe(true);
    expect(await journal.eraseByReceipt('0KDV-1111')).toEqual({ ok: false, code: 'no-such-receipt' });
    expect(await must(journal.day(DAY))).toEqual({ day: DAY, assistances: [], interrupted: 0 });
  });

  it('leaves no word of any of many helps, however their rows were moved about', async () => {
    const marks = Array.from({ length: 120 }, (_, i) => `mark${i}q${(i * 7919).toString(36)}z`);
    const ids: string[] = [];
    for (const [i, note] of marks.entries()) {
      ids.push(await must(journal.addHelp(sampleHelp({ note: `${note} ${'a '.repeat(i % 90)}` }))));
      const before = ids[i >> 1] ?? '';
      if (i % 3 === 0) await must(journal.correct(before, sampleHelp({ note: `${marks[i >> 1]} encore` }), 'other'));
    }
    const gone = marks.filter((_, i) => i % 2 === 0);
    for (const mark of gone) expect(bytes()).toContain(mark);
    for (const [i, id] of ids.entries()) if (i % 2 === 0) await must(journal.erase(id, 'by-mistake'));
    const left = bytes();
    expect(gone.filter((mark) => left.includes(mark))).toEqual([]);
    expect(marks.filter((mark) => left.includes(mark))).toHaveLength(60);
    expect((await journal.check()).intact).toBe(true);
  });
});
