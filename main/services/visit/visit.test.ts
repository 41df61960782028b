import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CardView } from '../../core/card/view.ts';
import type { Assistance } from '../../core/journal/record.ts';
import { Receipt } from '../../core/journal/record.ts';
import { done, mishap } from '../../core/mishap.ts';
import { Settings } from '../../core/settings.ts';
import { LEFT_BEHIND } from '../../core/visit/forget.ts';
import type { VisitView } from '../../core/visit/view.ts';
import { openCatalogue } from '../catalogue/index.ts';
import { closedJournal } from '../journal/index.ts';
import { standingClock } from './clock.ts';
import type { VisitOptions } from './index.ts';
import { openVisit } from './index.ts';

const catalogue = openCatalogue({ folder: join(import.meta.dirname, '../../../locales/procedures'), region: 'bruxelles' });
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A kiosk whose window, card and journal write down what they are asked; the catalogue and the marker are the real ones. */
async function kiosk(changes: Partial<VisitOptions> = {}) {
  const clock = standingClock();
  const forgotten: string[] = [];
  const written: { record: Assistance; receipt: string | null }[] = [];
  let interrupted = 0;
  let cardView: CardView = { state: 'no-card' };
  let cardChanged = (_: CardView) => {};
  const note = (id: string) => () => void forgotten.push(id);
  const visit = await openVisit({
    settings: Settings.parse({ idle: { seconds: 60, warning: 20 }, place: { kiosk: 'A' } }),
    catalogue,
    journal: {
      ...closedJournal('failed'),
      add: async (record, receipt) => {
        written.push({ record, receipt });
        return done('0'.repeat(26));
      },
      interrupted: async (count) => {
        interrupted += count;
        return done(undefined);
      },
      settle: async () => void forgotten.push('settled'),
    },
    card: {
      view: () => cardView,
      onChange: (listener) => {
        cardChanged = listener;
        return () => {};
      },
      forget: note('card'),
    },
    print: { forget: async () => void forgotten.push('print-spool') },
    now: () => new Date(2026, 10, 21, 14, 5),
    random: (bytes) => new Uint8Array(bytes).fill(10),
    folder,
    timers: clock.timers,
    forget: {
      paper: note('paper'),
      screen: note('screen'),
      'page-storage': note('page-storage'),
      clipboard: note('clipboard'),
      temp: note('temp'),
      downloads: note('downloads'),
    },
    ...changes,
  });
  const views: VisitView[] = [];
  visit.onChange((view) => views.push(view));
  return {
    visit,
    clock,
    forgotten,
    written,
    views,
    marker: () => existsSync(join(folder, 'visit-open')),
    interrupted: () => interrupted,
    setCard: (view: CardView) => {
      cardView = view;
      cardChanged(view);
    },
  };
}

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
    expect(await ended).toEqual({ cause: 'idle', forgotten: LEFT_BEHIND.length, failed: 0, failures: [], journal: null });
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
    expect(shown).toEqual(['card', 'paper', 'screen', 'page-storage', 'clipboard', 'temp', 'downloads', 'settled']);
    expect(forgotten).toContain('print-spool');
    expect(marker()).toBe(false);
  });

  it('goes on forgetting when one step fails and another never answers', async () => {
    const { clock, visit, forgotten } = await kiosk({
      forget: {
        paper: () => {
          throw new Error('no');
        },
        screen: () => new Promise(() => {}),
        'page-storage': () => {},
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
        paper: () => {},
        screen: () => new Promise<void>((resolve) => (wiped = resolve)),
        'page-storage': () => {},
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
    expect(marker()).toBe(false);
    await visit.end('done', null);
    expect(written).toEqual([]);
  });

  it.each([
    [[], null, 'info-only', 0],
    [[0], null, 'info-only', 0],
    [[1, 2, 1], null, 'to-finish', 2],
    [[99], null, 'done', 99],
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
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'visit-open'), '1\n');
    const { interrupted, forgotten, marker } = await kiosk();
    expect(interrupted()).toBe(1);
    expect(forgotten).toContain('temp');
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

describe('a card taken', () => {
  it('forgets the card at once and waits behind "Continue or finish?"', async () => {
    const { visit, setCard, forgotten, clock } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'present' });
    setCard({ state: 'no-card' });
    expect(forgotten).toEqual(['card']);
    expect(visit.view()).toMatchObject({ phase: 'card-taken', secondsLeft: 20 });
    clock.pass(15);
    visit.active();
    clock.pass(15);
    expect(visit.view()).toMatchObject({ phase: 'card-taken', secondsLeft: 5 });
    expect(visit.continueVisit()).toMatchObject({ phase: 'running', secondsLeft: null });
  });

  it('ends by itself when nobody answers', async () => {
    const { visit, setCard, clock } = await kiosk();
    setCard({ state: 'ready', facts: {} });
    await visit.begin('fr');
    setCard({ state: 'no-card' });
    const ended = new Promise((resolve) => visit.onEnded(resolve));
    clock.pass(20);
    expect(await ended).toMatchObject({ cause: 'idle' });
  });

  it('means nothing when no card was there, and is not seen in a reader that cannot tell', async () => {
    const { visit, setCard } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'no-reader' });
    setCard({ state: 'no-card' });
    expect(visit.view().phase).toBe('running');
    setCard({ state: 'present' });
    setCard({ state: 'no-service' });
    expect(visit.view().phase).toBe('running');
    setCard({ state: 'no-card' });
    expect(visit.view().phase).toBe('card-taken');
  });
});

describe('the room', () => {
  it('sees a theme, minutes and the call, and nothing of health or rights', async () => {
    const { visit, clock } = await kiosk();
    expect(visit.kiosk()).toEqual({
      name: 'A',
      state: 'free',
      theme: null,
      call: { state: 'none', reason: null },
      minutes: 0,
      wipedAt: null,
    });
    await visit.begin('fr');
    visit.opened('pension-estimation');
    for (let i = 0; i < 3; i++) {
      clock.pass(50);
      visit.active();
    }
    expect(visit.kiosk()).toMatchObject({ state: 'in-use', theme: 'pension-social', minutes: 2 });
    await visit.end('done', null);
    expect(visit.kiosk()).toMatchObject({ state: 'free', theme: null, wipedAt: '14:05' });
  });

  it('sees a call, answers it, and the end of the visit drops it', async () => {
    const { visit } = await kiosk();
    const calls: unknown[] = [];
    visit.onCall((call) => calls.push(call));
    await visit.begin('fr');
    expect(visit.callPerson('card')).toEqual({ state: 'called', reason: 'card' });
    visit.answerCall('B');
    expect(visit.call().state).toBe('called');
    visit.answerCall('A');
    expect(visit.kiosk().call).toEqual({ state: 'coming', reason: 'card' });
    await visit.end('done', null);
    expect(visit.call()).toEqual({ state: 'none', reason: null });
    expect(calls.length).toBeGreaterThanOrEqual(3);
  });

  it('hears a call made before any visit, until it is taken back or grows old', async () => {
    const { visit, clock } = await kiosk();
    visit.callPerson('other');
    clock.pass(14 * 60);
    expect(visit.kiosk()).toMatchObject({ state: 'free', call: { state: 'called' }, minutes: 14 });
    clock.pass(60);
    expect(visit.call().state).toBe('none');
    visit.callPerson('other');
    expect(visit.cancelCall().state).toBe('none');
  });
});
