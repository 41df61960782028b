import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { openPane, openPortalCounter } from '../e2e/pages/portal.ts';
import { median, weigh } from './measure.ts';

const RUNS = 9;
const SETTLE = 2_000;
const PAGE = { width: 1280, height: 900 };
const PROCEDURE = 'composition-menage';

/** Milliseconds from the wish to the first contentful paint and to the end of loading; what the page adds to all processes (PSS, MiB). */
interface Opening {
  paintedMs: number;
  loadedMs: number;
  pssMiB: number;
}

/** Epoch milliseconds at which a page painted something and had loaded; asks the page itself. */
const milestones = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ painted: number; loaded: number }>((resolve) => {
        new PerformanceObserver((list) => {
          const [painted] = list.getEntriesByName('first-contentful-paint');
          const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
          if (!painted || !visit) return;
          const said = () =>
            resolve({
              painted: performance.timeOrigin + painted.startTime,
              loaded: performance.timeOrigin + visit.loadEventEnd,
            });
          const wait = () => (visit.loadEventEnd > 0 ? said() : setTimeout(wait, 10));
          wait();
        }).observe({ type: 'paint', buffered: true });
      }),
  );

/**
 * The portal pane against the same page in a bare Electron window: same site, same TLS, a fresh partition each time, in alternation so that
 * a machine that drifts drifts for both. JSON lines: one per program, then the ratios of the medians.
 */
const counter = await openPortalCounter({ settings: { seats: ['kiosk'] } });
const home = mkdtempSync(path.join(tmpdir(), 'comptoir-bench-'));
cpSync(path.join(counter.app.folder, 'home'), home, { recursive: true });
const bare = await _electron.launch({
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    path.join(import.meta.dirname, 'bare'),
    `--host-resolver-rules=${counter.portal.rules}`,
    `--user-data-dir=${path.join(home, 'profile')}`,
  ],
  env: { ...(process.env as Record<string, string>), HOME: home, LANG: 'C.UTF-8' },
});
const kiosk = await kioskOf(counter.app);
await kiosk.begin();

async function inBare(): Promise<Opening> {
  const before = weigh(bare.process().pid ?? 0).pssMiB;
  const shown = bare.waitForEvent('window');
  const asked = await bare.evaluate(
    ({ BrowserWindow, session }, { url, size }) => {
      const now = Date.now();
      const partition = session.fromPartition(`bench-${Math.random()}`);
      const window = new BrowserWindow({ ...size, useContentSize: true, webPreferences: { session: partition, sandbox: true } });
      void window.loadURL(url);
      return now;
    },
    { url, size: PAGE },
  );
  const page = await shown;
  const { painted, loaded } = await milestones(page);
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  const pssMiB = weigh(bare.process().pid ?? 0).pssMiB - before;
  await page.close();
  return { paintedMs: painted - asked, loadedMs: loaded - asked, pssMiB };
}

async function inPane(): Promise<Opening> {
  const program = counter.app.electron.process().pid ?? 0;
  const before = weigh(program).pssMiB;
  const asked = Date.now();
  const pane = await openPane(counter.app, PROCEDURE, { x: 0, y: 0, ...PAGE });
  const page = await pane.page();
  const { painted, loaded } = await milestones(page);
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  const pssMiB = weigh(program).pssMiB - before;
  await pane.go('leave');
  return { paintedMs: painted - asked, loadedMs: loaded - asked, pssMiB };
}

const first = await openPane(counter.app, PROCEDURE, { x: 0, y: 0, ...PAGE });
const url = (await first.page()).url();
await first.go('leave');

const rows: Record<'bare' | 'pane', Opening[]> = { bare: [], pane: [] };
try {
  // The first opening of each starts processes that stay: it is not counted.
  await inBare();
  for (let run = 0; run < RUNS; run++) {
    rows.bare.push(await inBare());
    rows.pane.push(await inPane());
  }
} finally {
  await bare.close();
  await counter.close();
  rmSync(home, { recursive: true, force: true });
}

const middle = (name: keyof typeof rows, of: keyof Opening) => Math.round(median(rows[name].map((row) => row[of])));
for (const name of ['bare', 'pane'] as const) {
  const painted = rows[name].map((row) => Math.round(row.paintedMs));
  console.log(
    JSON.stringify({
      bench: 'portal',
      program: name,
      runs: RUNS,
      paintedMs: middle(name, 'paintedMs'),
      range: [Math.min(...painted), Math.max(...painted)],
      loadedMs: middle(name, 'loadedMs'),
      pssMiB: middle(name, 'pssMiB'),
    }),
  );
}
const ratio = (of: keyof Opening) => Number((middle('pane', of) / middle('bare', of)).toFixed(2));
console.log(
  JSON.stringify({
    bench: 'portal',
    ratio: 'pane/bare',
    painted: ratio('paintedMs'),
    loaded: ratio('loadedMs'),
    pss: ratio('pssMiB'),
  }),
);
