import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { seedJournal } from '../../main/services/journal/index.ts';
import { openStore } from '../../main/services/journal/store.ts';
import { FULL, SEED } from '../fixtures/sample.ts';

/** Kills of a writing load; of the retention job a tenth of it. */
const KILLS = FULL ? 1000 : 50;
/** Loads at once, each with a journal of its own. */
const LANES = 2;

interface Told {
  act: 'begun' | 'retained' | 'written' | 'completed' | 'corrected' | 'erased';
  id: string;
}

/** Numbers from 0 to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Runs the load and kills it so many milliseconds after its first word; gives every whole line. */
async function killed(folder: string, what: string, after: number): Promise<Told[]> {
  const script = join(import.meta.dirname, 'kill-load.ts');
  const child = spawn(process.execPath, [script, folder, what], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  let begun = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    if (!begun) setTimeout(() => child.kill('SIGKILL'), after);
    begun = true;
  });
  const signal = await new Promise((resolve) => child.once('close', (_, how) => resolve(how)));
  expect(signal).toBe('SIGKILL');
  const lines = out.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Told); // printed by the script named here
}

/**
 * Opens what the kill left, as the next start does, and compares it with all that was acknowledged so far. Of the help that the kill met
 * (`met`) one thing more may have been done than was told: it is noted.
 */
function missing(folder: string, told: Map<string, Told['act']>, met: string | undefined): string[] {
  const store = openStore(folder, () => 'killed');
  try {
    const { intact, detail, aside } = store.check();
    const there = new Set(idsIn(folder));
    if (met !== undefined && store.help(met) === null) told.set(met, 'erased');
    const wrong = [...told].filter(([id, act]) => {
      const state = store.help(id)?.state;
      if (!there.has(id)) return true;
      if (act === 'erased' || act === 'written') return (act === 'erased') !== (state === undefined);
      return state !== act;
    });
    return [...(intact ? [] : [detail]), ...aside, ...wrong.map(([id, act]) => `${act} ${id}`)];
  } finally {
    store.close();
  }
}

/** Every entry of the chain, erased or not. */
function idsIn(folder: string): string[] {
  const db = new DatabaseFile(join(folder, 'journal.db'), { readonly: true });
  const ids = db.prepare('SELECT id FROM entries').pluck().all().map(String);
  db.close();
  return ids;
}

describe(`a journal whose power is cut (kill -9), ${KILLS} times, seed ${SEED}`, () => {
  it('in the middle of a writing load has every acknowledged entry, no half one, and a chain that verifies', async () => {
    await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        const folder = mkdtempSync(join(tmpdir(), 'kill-'));
        const roll = dice(SEED * 1000 + lane);
        let told = new Map<string, Told['act']>();
        let acknowledged = 0;
        for (let kill = 0; kill < KILLS / LANES; kill++) {
          // A journal that has grown long says no more than a short one, and takes longer to check.
          if (kill % 25 === 24) {
            rmSync(folder, { recursive: true });
            told = new Map();
          }
          const lines = await killed(folder, 'write', roll() ** 2 * 250);
          for (const { act, id } of lines) told.set(id, act);
          acknowledged += lines.length;
          const met = lines.findLast(({ act, id }) => act !== 'completed' && told.get(id) !== 'completed')?.id;
          expect(missing(folder, told, met)).toEqual([]);
        }
        expect(acknowledged).toBeGreaterThan(KILLS);
        rmSync(folder, { recursive: true });
      }),
    );
  }, 3_600_000);

  it('in the middle of the retention job counts as before, and the next run finishes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kill-'));
    const roll = dice(SEED);
    const asked = { from: '2000-01-01', to: '2030-01-01', by: ['theme' as const], filter: {} };
    await seedJournal(folder, 600, '2025-10-31', 300);
    let store = openStore(folder, () => 'killed');
    const before = store.report(asked);
    store.close();
    let summed = 0;
    for (let kill = 0; kill < KILLS / 10; kill++) {
      await killed(folder, 'retain', roll() * 200);
      store = openStore(folder, () => 'killed');
      expect(store.check()).toMatchObject({ intact: true, aside: [] });
      expect(store.report(asked)).toEqual(before);
      const left = store.daysToSum('2030-01-01').length;
      if (left > 0 && left < 300) summed += 1;
      store.close();
      if (left === 0) await seedAgain();
    }
    expect(summed).toBeGreaterThan(0);
    rmSync(folder, { recursive: true });

    async function seedAgain() {
      rmSync(folder, { recursive: true });
      await seedJournal(folder, 600, '2025-10-31', 300);
    }
  }, 3_600_000);
});
