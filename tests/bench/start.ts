import path from 'node:path';
import { measureStart, median, type Start } from './measure.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = 7;

/**
 * Cold start to the first citizen screen painted, against a bare Electron window, in alternation so that a machine that
 * drifts drifts for all. JSON lines: one per program, then the ratios of the medians.
 */
const binary = process.env.COMPTOIR_ELECTRON ?? process.argv[2];
if (!binary) throw new Error('the path of Electron is missing');

const programs = {
  bare: { app: path.join(ROOT, 'tests/bench/bare'), settings: null },
  kiosk: { app: ROOT, settings: { seats: ['kiosk'] } },
  'kiosk+console': { app: ROOT, settings: { seats: ['kiosk', 'console'] } },
};
const rows: Record<string, Start[]> = { bare: [], kiosk: [], 'kiosk+console': [] };

for (let run = 0; run < RUNS; run++) {
  for (const [name, { app, settings }] of Object.entries(programs)) rows[name]?.push(await measureStart(binary, app, settings));
}

const middle = (name: string, of: keyof Start) => Math.round(median((rows[name] ?? []).map((row) => row[of])));
for (const [name, list] of Object.entries(rows)) {
  console.log(
    JSON.stringify({
      bench: 'start',
      program: name,
      runs: list.length,
      paintedMs: middle(name, 'paintedMs'),
      range: [Math.min(...list.map((row) => row.paintedMs)), Math.max(...list.map((row) => row.paintedMs))],
      pssMiB: middle(name, 'pssMiB'),
      processes: middle(name, 'processes'),
    }),
  );
}
for (const name of ['kiosk', 'kiosk+console']) {
  const ratio = (of: keyof Start) => Number((middle(name, of) / middle('bare', of)).toFixed(2));
  console.log(JSON.stringify({ bench: 'start', ratio: `${name}/bare`, painted: ratio('paintedMs'), pss: ratio('pssMiB') }));
}
