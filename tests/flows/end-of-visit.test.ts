import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Settings } from '../../main/core/settings.ts';
import { LEFT_BEHIND } from '../../main/core/visit/forget.ts';
import { standingClock } from '../../main/services/visit/clock.ts';
import { CLEAN, openKiosk } from './kiosk.ts';

const DAY = '2026-11-21';
const FORGOTTEN = [
  'card',
  'clipboard',
  'code',
  'downloads',
  'page-storage',
  'paper',
  'papers',
  'portal',
  'print-spool',
  'screen',
  'temp',
];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'flow-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A visit that opened a sheet and went two steps, then ended in some way. */
async function visited(end: (kiosk: Awaited<ReturnType<typeof openKiosk>>, clock: ReturnType<typeof standingClock>) => unknown) {
  const clock = standingClock();
  const kiosk = await openKiosk(folder, { timers: clock.timers });
  const begun = await kiosk.visit.begin('nl');
  const receipt = begun.phase === 'none' ? '' : begun.receipt;
  kiosk.visit.opened('composition-menage');
  kiosk.visit.step('composition-menage', 1);
  kiosk.visit.step('composition-menage', 2);
  expect(existsSync(join(folder, 'visit-open'))).toBe(true);
  const ended = new Promise((resolve) => kiosk.visit.onEnded(resolve));
  await end(kiosk, clock);
  const news = await ended;
  const day = await kiosk.journal.day(DAY);
  await kiosk.close();
  if (!day.ok) throw new Error(day.code);
  return { news, day: day.value, wiped: kiosk.wiped.toSorted(), receipt };
}

describe('whatever ends a visit, everything on the one list is forgotten, and the journal has', () => {
  const all = { forgotten: LEFT_BEHIND.length, failed: 0, failures: [], left: CLEAN, journal: null };
  it('one record when the person is done', async () => {
    const { news, day, wiped } = await visited(({ visit }) => visit.end('done', null));
    expect(news).toEqual({ cause: 'done', ...all });
    expect(day).toMatchObject({
      assistances: [{ record: { outcome: 'to-finish', language: 'nl', stepsReached: 2 } }],
      interrupted: 0,
    });
    expect(wiped).toEqual(FORGOTTEN);
  });

  it('one record, abandoned, when the person walked away', async () => {
    const { news, day, wiped } = await visited((_, clock) => {
      const { seconds, warning } = Settings.parse({}).idle;
      clock.pass(seconds + warning);
    });
    expect(news).toEqual({ cause: 'idle', ...all });
    expect(day).toMatchObject({ assistances: [{ record: { outcome: 'abandoned' } }], interrupted: 0 });
    expect(wiped).toEqual(FORGOTTEN);
  });

  it('one record, abandoned, when the person took the card and walked away', async () => {
    const { day, wiped } = await visited(({ setCard }, clock) => {
      setCard({ state: 'present' });
      setCard({ state: 'no-card' });
      clock.pass(Settings.parse({}).idle.warning);
    });
    expect(day).toMatchObject({ assistances: [{ record: { outcome: 'abandoned' } }] });
    expect(wiped).toEqual([...FORGOTTEN, 'card', 'portal'].sort());
  });

  it('only a count when the page crashed', async () => {
    const { news, day, wiped } = await visited(({ visit }) => visit.end('crash', null));
    expect(news).toEqual({ cause: 'crash', ...all });
    expect(day).toEqual({ day: DAY, assistances: [], interrupted: 1 });
    expect(wiped).toEqual(FORGOTTEN);
  });

  it('one record when somebody of the place ended it', async () => {
    const { day } = await visited(({ visit }) => visit.end('staff', 'redirected'));
    expect(day).toMatchObject({ assistances: [{ record: { outcome: 'redirected' } }] });
  });

  it('and no file holds the receipt, nor any marker', async () => {
    const { receipt } = await visited(({ visit }) => visit.end('done', null));
    expect(readdirSync(folder)).toEqual(['journal.db']);
    expect(receipt).toMatch(/^.{4}-.{4}$/);
    const bytes = readFileSync(join(folder, 'journal.db'));
    expect(bytes.includes(receipt)).toBe(false);
    expect(bytes.includes(receipt.replace('-', ''))).toBe(false);
  });
});
