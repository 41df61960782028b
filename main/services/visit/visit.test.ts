import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Receipt } from '../../core/journal/record.ts';
import { done, mishap } from '../../core/mishap.ts';
import { LEFT_BEHIND } from '../../core/visit/forget.ts';
import { closedJournal } from '../journal/index.ts';
import type { VisitOptions } from './index.ts';
import { CLEAN, openRig } from './rig.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const kiosk = (changes: Partial<VisitOptions> = {}) => openRig(folder, changes);

describe('a visit', () => {
  it('begins with a receipt, counted, and without a countdown', async () => {
    const { visit, marker } = await kiosk();
    expect(visit.view()).toEqual({ phase: 'none' });
    const view = await visit.begin('nl');
    expect(view).toMatchObject({ phase: 'running', counted: true, secondsLeft: null });
    expect(view.phase !== 'none' && Receipt.safeParse(view.receipt).success).toBe(true);
    expect(marker()).toBe(true);
  });

  it('warns, counts every second down, and ends as abandoned', async () => {
    const { visit, clock, views, written } = await kiosk();
    await visit.begin('fr');
    visit.opened('composition-menage');
    visit.step('composition-menage', 2);
    clock.pass(60);
    expect(visit.view()).toMatchObject({ phase: 'idle-warning', secondsLeft: 20 });
    clock.pass(19);
    expect(views.filter((v) => v.phase === 'idle-warning').map((v) => v.phase !== 'none' && v.secondsLeft)).toEqual(
      Array.from({ length: 20 }, (_, i) => 20 - i),
    );
    const ended = new Promise((resolve) => visit.onEnded(resolve));
    clock.pass(1);
    expect(visit.view()).toEqual({ phase: 'none' });
    expect(await ended).toEqual({
      cause: 'idle',
      forgotten: LEFT_BEHIND.length,
      failed: 0,
      failures: [],
      left: CLEAN,
      journal: null,
    });
    expect(written[0]?.record).toMatchObject({ outcome: 'abandoned', stepsReached: 2, duration: 'under-5', hour: 14 });
  });

  it('is extended by an act as often as wanted', async () => {
    const { visit, clock } = await kiosk();
    await visit.begin('fr');
    for (let i = 0; i < 50; i++) {
      clock.pass(70);
      expect(visit.view().phase).toBe('idle-warning');
      visit.active();
      expect(visit.view().phase).toBe('running');
    }
  });

  it('forgets everything on the list, in its order, before the marker goes', async () => {
    const { visit, forgotten, marker } = await kiosk();
    await visit.begin('fr');
    await visit.end('done', null);
    const shown = forgotten.filter((id) => id !== 'print-spool');
    expect(shown).toEqual([
      'code',
      'portal',
      'card',
      'paper',
      'papers',
      'clipboard',
      'temp',
      'downloads',
      'settled',
      'screen',
      'page-storage',
    ]);
    expect(forgotten).toContain('print-spool');
    expect(marker()).toBe(false);
  });

  it('goes on forgetting when one step fails and another never answers', async () => {
    const { clock, visit, forgotten } = await kiosk({
      forget: {
        portal: () => {},
        paper: () => {
          throw new Error('no');
        },
        screen: () => new Promise(() => {}),
        'page-storage': () => {},
        papers: () => {},
        clipboard: () => {},
        temp: () => {},
        downloads: () => void forgotten.push('downloads'),
      },
    });
    await visit.begin('fr');
    const ended = visit.end('done', null);
    await new Promise((resolve) => setTimeout(resolve, 10));
    clock.pass(6);
    expect(await ended).toMatchObject({ failed: 2, failures: ['paper', 'screen'], forgotten: LEFT_BEHIND.length - 2 });
    expect(forgotten).toContain('downloads');
  });

  it('lets the next person begin while the last page is still printing, but not before the rest is forgotten', async () => {
    let printed = () => {};
    let wiped = () => {};
    const { visit } = await kiosk({
      print: { forget: () => new Promise<void>((resolve) => (printed = resolve)) },
      forget: {
        portal: () => {},
        paper: () => {},
        screen: () => new Promise<void>((resolve) => (wiped = resolve)),
        'page-storage': () => {},
        papers: () => {},
        clipboard: () => {},
        temp: () => {},
        downloads: () => {},
      },
    });
    await visit.begin('fr');
    let over = false;
    const ended = visit.end('done', null).then(() => (over = true));
    let begun = false;
    const next = visit.begin('de').then(() => (begun = true));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(begun).toBe(false);
    wiped();
    await next;
    expect(over).toBe(false);
    printed();
    await ended;
    expect(visit.view().phase).toBe('running');
  });

  it('writes no record when no sheet was opened, and none after "do not count me"', async () => {
    const { visit, written, marker } = await kiosk();
    await visit.begin('fr');
    await visit.end('done', null);
    await visit.begin('fr');
    visit.opened('eid-pin-code');
    expect(visit.count(false)).toMatchObject({ counted: false });
    expect(visit.paper()?.receipt).toBe(null);
    await visit.end('done', null);
    expect(written).toEqual([]);
    expect(marker()).toBe(false);
  });

  it.each([
    [[], null, 'info-only', 0],
    [[0], null, 'info-only', 0],
    [[1, 2, 1], null, 'to-finish', 2],
    [[8], null, 'done', 8],
    [[9], null, 'done', 8],
    [[99], null, 'done', 8],
    [[1], 'blocked', 'blocked', 1],
  ] as const)('with steps %j and %s said, the outcome is %s', async (steps, said, outcome, reached) => {
    const { visit, written } = await kiosk();
    const view = await visit.begin('fr');
    visit.opened('pension-estimation');
    for (const step of steps) visit.step('pension-estimation', step);
    visit.otherWay('phone');
    await visit.end('done', said);
    expect(written).toMatchObject([{ record: { outcome, stepsReached: reached, otherWay: 'phone' } }]);
    expect(written[0]?.receipt).toBe(view.phase === 'none' ? '' : view.receipt);
  });

  it('keeps of a crash only a count, and not even that of a person who said no', async () => {
    const { visit, written, interrupted } = await kiosk();
    await visit.begin('fr');
    visit.opened('eid-pin-code');
    await visit.end('crash', null);
    expect([written.length, interrupted()]).toEqual([0, 1]);
    await visit.begin('fr');
    visit.count(false);
    await visit.end('crash', null);
    expect(interrupted()).toBe(1);
  });

  it('counts a power cut at the next start, by the same path', async () => {
    writeFileSync(join(folder, 'visit-open'), '1\n');
    const { interrupted, forgotten, marker } = await kiosk();
    expect(interrupted()).toBe(1);
    expect(forgotten).toContain('temp');
    expect(marker()).toBe(false);
  });

  it('wipes after a power cut also for a person who is not counted', async () => {
    const first = await kiosk();
    await first.visit.begin('fr');
    first.visit.count(false);
    const { interrupted, forgotten, marker } = await kiosk();
    expect(interrupted()).toBe(0);
    expect(forgotten).toContain('temp');
    expect(forgotten).toContain('print-spool');
    expect(marker()).toBe(false);
  });

  it('keeps the marker of a power cut until the journal took the count', async () => {
    writeFileSync(join(folder, 'visit-open'), '1\n');
    let full = true;
    let counted = 0;
    const { visit, marker } = await kiosk({
      journal: {
        ...closedJournal('failed'),
        settle: async () => {},
        interrupted: async (count) => {
          if (full) return mishap('journal-full');
          counted += count;
          return done(undefined);
        },
      },
    });
    expect(marker()).toBe(true);
    full = false;
    await visit.begin('fr');
    await visit.end('done', null);
    expect([counted, marker()]).toEqual([1, false]);
  });

  it('goes on when the disk does not take the marker', async () => {
    const { visit } = await kiosk({ folder: join(folder, 'not-there') });
    expect((await visit.begin('fr')).phase).toBe('running');
    expect((await visit.end('done', null)).failed).toBe(0);
  });

  it('takes an impatient second begin for the same visit', async () => {
    const { visit } = await kiosk();
    const first = await visit.begin('fr');
    expect(await visit.begin('de')).toEqual(first);
    visit.opened('eid-pin-code');
    expect(visit.paper()?.language).toBe('de');
  });

  it('says so when there is no visit or no such procedure', async () => {
    const { visit } = await kiosk();
    expect(visit.opened('eid-pin-code')).toEqual({ ok: false, code: 'no-visit' });
    await visit.begin('fr');
    expect(visit.step('no-such-thing', 1)).toEqual({ ok: false, code: 'no-such-procedure' });
    expect(visit.paper()).toBe(null);
  });

  it('counts a visit under way as interrupted when the program ends', async () => {
    const { visit, interrupted } = await kiosk();
    await visit.begin('fr');
    await visit.close();
    expect(interrupted()).toBe(1);
  });
});
