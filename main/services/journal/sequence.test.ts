import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HelpRecord } from '../../core/journal/help.ts';
import { HelpQuery } from '../../core/journal/query.ts';
import type { Payload } from '../../core/journal/record.ts';
import { newEntry } from './append.ts';
import { sampleAssistance, sampleCompletion, sampleHelp } from './samples.ts';
import { openStore, type Store } from './store.ts';

const DAYS = ['2025-01-01', '2025-01-02', '2026-01-01'];
const TODAY = '2026-11-21';

const act = fc.oneof(
  fc.record({
    act: fc.constant('help' as const),
    day: fc.constantFrom(...DAYS),
    note: fc.constantFrom('', 'alpha', 'beta alpha'),
  }),
  fc.record({ act: fc.constant('visit' as const), day: fc.constantFrom(...DAYS) }),
  fc.record({ act: fc.constant('private' as const), day: fc.constantFrom(...DAYS) }),
  fc.record({ act: fc.constant('complete' as const), which: fc.nat() }),
  fc.record({
    act: fc.constant('correct' as const),
    which: fc.nat(),
    day: fc.constantFrom(...DAYS),
    note: fc.constantFrom('', 'gamma'),
  }),
  fc.record({ act: fc.constant('erase' as const), which: fc.nat() }),
  fc.record({ act: fc.constant('retain' as const) }),
  fc.record({ act: fc.constant('reopen' as const) }),
  fc.record({ act: fc.constant('rebuild' as const) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What must be in the journal, kept as plainly as can be. */
interface Model {
  helps: Map<string, { day: string; note: string }>;
  /** Private helps, and those of which only sums are left. */
  countedOnly: number;
  privateDays: string[];
}

function step(one: Act, store: Store, model: Model): void {
  const write = (payload: Payload, about: string | null = null) => {
    const entry = newEntry(payload, about);
    store.append(entry);
    return entry.id;
  };
  const pick = (which: number) => [...model.helps.keys()][which % Math.max(1, model.helps.size)];
  if (one.act === 'help') model.helps.set(write(sampleHelp({ day: one.day, note: one.note })), { day: one.day, note: one.note });
  if (one.act === 'visit') model.helps.set(write(sampleAssistance({ day: one.day })), { day: one.day, note: '' });
  if (one.act === 'private') {
    write({ kind: 'private', day: one.day, theme: 'sante-handicap' });
    model.privateDays.push(one.day);
  }
  if (one.act === 'retain') {
    for (const day of store.daysToSum('2025-12-31')) {
      store.sumUp(day, TODAY);
      for (const [id, help] of model.helps) if (help.day === day && model.helps.delete(id)) model.countedOnly += 1;
      model.countedOnly += model.privateDays.filter((one) => one === day).length;
      model.privateDays = model.privateDays.filter((one) => one !== day);
    }
  }
  if (one.act !== 'complete' && one.act !== 'correct' && one.act !== 'erase') return;
  const id = pick(one.which);
  if (id === undefined) return;
  if (one.act === 'complete') write(sampleCompletion(), id);
  if (one.act === 'correct') {
    const help: HelpRecord = sampleHelp({ day: one.day, note: one.note });
    write({ kind: 'correction', reason: 'mistyped', help }, id);
    model.helps.set(id, { day: one.day, note: one.note });
  }
  if (one.act === 'erase') {
    expect(store.erase(id, { reason: 'twice', day: TODAY })).toBe(model.helps.get(id)?.day);
    model.helps.delete(id);
  }
}

describe('whatever is done in whatever order', () => {
  it('the chain verifies, and lists, search and reports say what was done', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const folder = mkdtempSync(join(tmpdir(), 'sequence-'));
        let store = openStore(folder, () => 'never');
        const model: Model = { helps: new Map(), countedOnly: 0, privateDays: [] };
        try {
          for (const one of acts) {
            if (one.act === 'reopen' || one.act === 'rebuild') {
              store.close();
              if (one.act === 'rebuild') forgetWhatIsMade(folder);
              store = openStore(folder, () => 'never');
            } else step(one, store, model);
          }
          expect(store.check()).toMatchObject({ intact: true, aside: [] });
          const { lines } = store.list(HelpQuery.parse({ filter: {}, limit: 200 }), []);
          const listed = lines.map(({ id, help: { day, note } }) => [id, { day, note }]);
          expect(new Map(listed as [string, { day: string; note: string }][])).toEqual(model.helps);
          for (const word of ['alpha', 'gamma']) {
            const found = store.list(HelpQuery.parse({ filter: {}, limit: 200 }), [{ begins: word, procedures: [] }]).lines;
            const wanted = [...model.helps].filter(([, { note }]) => note.includes(word)).map(([id]) => id);
            expect(found.map(({ id }) => id).toSorted()).toEqual(wanted.toSorted());
          }
          const { total } = store.report({ from: '2000-01-01', to: TODAY, by: [], filter: {} });
          expect(total.helps).toBe(model.helps.size + model.countedOnly + model.privateDays.length);
          const byDay = store.report({ from: '2000-01-01', to: TODAY, by: ['day', 'theme'], filter: {} });
          expect(byDay.total).toEqual(total);
          expect(byDay.lines.every(({ helps, people }) => helps > 0 && people > 0)).toBe(true);
        } finally {
          store.close();
          rmSync(folder, { recursive: true });
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

/** As a file that an older Comptoir wrote, or one that was salvaged: all that is made from the chain is to be made anew. */
function forgetWhatIsMade(folder: string): void {
  const db = new DatabaseFile(join(folder, 'journal.db'));
  db.exec(
    "DELETE FROM help_tags; DELETE FROM helps; DELETE FROM day_sums; INSERT INTO notes (notes) VALUES ('delete-all'); UPDATE state SET value = 0 WHERE key = 'told'",
  );
  db.close();
}
