import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { CardView } from '../../core/card/view.ts';
import type { VisitOptions } from './index.ts';
import { CLEAN, openRig } from './rig.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const kiosk = (changes: Partial<VisitOptions> = {}) => openRig(folder, changes);
const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('a card left in the reader', () => {
  it.each(['done', 'idle', 'staff', 'crash'] as const)('after an end by %s nobody begins until it is out', async (cause) => {
    const { visit, setCard, views } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'present' });
    await visit.end(cause, null);
    expect(visit.view()).toEqual({ phase: 'none', cardLeft: true });
    expect(visit.kiosk()).toMatchObject({ state: 'free', cardLeft: true });
    expect(await visit.begin('nl')).toEqual({ phase: 'none', cardLeft: true });
    setCard({ state: 'no-card' });
    expect(views.at(-1)).toEqual({ phase: 'none' });
    expect(visit.kiosk().cardLeft).toBe(false);
    expect((await visit.begin('nl')).phase).toBe('running');
  });

  it('holds up the counter for no longer than its reader can see it', async () => {
    for (const gone of ['no-reader', 'no-service'] as const) {
      const { visit, setCard } = await kiosk();
      await visit.begin('fr');
      setCard({ state: 'present' });
      await visit.end('done', null);
      setCard({ state: gone });
      expect(visit.view()).toEqual({ phase: 'none' });
      setCard({ state: 'present' });
      expect(visit.view()).toEqual({ phase: 'none', cardLeft: true });
      setCard({ state: gone });
      expect((await visit.begin('fr')).phase).toBe('running');
      await visit.close();
    }
  });

  it('does not lock a counter whose reader was lost during the visit', async () => {
    const { visit, setCard } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'present' });
    setCard({ state: 'no-reader' });
    await visit.end('done', null);
    expect(visit.view()).toEqual({ phase: 'none' });
  });

  it('is no alarm when it is no eID: nobody is logged in with a bank card', async () => {
    const { visit, setCard } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'bank-card' });
    await visit.end('done', null);
    expect(visit.view()).toEqual({ phase: 'none' });
  });

  it('is taken out without a question when it could not be read from the first, and with one when it once could', async () => {
    const { visit, setCard } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'unreadable' });
    setCard({ state: 'no-card' });
    expect(visit.view()).toMatchObject({ phase: 'running' });
    setCard({ state: 'present' });
    setCard({ state: 'unreadable' });
    setCard({ state: 'no-card' });
    expect(visit.view()).toMatchObject({ phase: 'card-taken' });
    visit.continueVisit();
    setCard({ state: 'unreadable' });
    setCard({ state: 'present' });
    setCard({ state: 'no-card' });
    expect(visit.view()).toMatchObject({ phase: 'card-taken' });
    visit.continueVisit();
    // In the reader at the end it is a card that was left, whoever's.
    setCard({ state: 'unreadable' });
    await visit.end('done', null);
    expect(visit.view()).toEqual({ phase: 'none', cardLeft: true });
  });

  it('is known after a power cut, and after a power cut while it was waited for', async () => {
    writeFileSync(join(folder, 'visit-open'), '1');
    let view: CardView = { state: 'no-card' };
    let change = (_: CardView) => {};
    let known = () => {};
    const card: VisitOptions['card'] = {
      view: () => view,
      technical: () => '',
      forget: () => {},
      onChange(listener) {
        change = listener;
        return () => {};
      },
      known: () => new Promise((resolve) => (known = resolve)),
    };
    for (const _ of ['first start', 'second start']) {
      view = { state: 'no-card' };
      const { visit, interrupted } = await kiosk({ card });
      view = { state: 'present' };
      change(view);
      known();
      await soon();
      expect(visit.view()).toEqual({ phase: 'none', cardLeft: true });
      expect(interrupted()).toBeLessThanOrEqual(1);
      expect(existsSync(join(folder, 'visit-open'))).toBe(true);
    }
    const { visit, interrupted } = await kiosk({ card });
    known();
    await soon();
    view = { state: 'no-card' };
    change(view);
    expect(visit.view()).toEqual({ phase: 'none' });
    expect(interrupted()).toBe(0);
    expect(existsSync(join(folder, 'visit-open'))).toBe(false);
  });

  it('is remembered by the next start when the program ends meanwhile', async () => {
    const { visit, setCard, marker } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'present' });
    await visit.end('done', null);
    await visit.close();
    expect(marker()).toBe(true);
  });
});

test('a visit that begins while the reader is gone knows of no card: nobody took one when it comes back empty', async () => {
  const { visit, setCard } = await kiosk();
  await visit.begin('fr');
  setCard({ state: 'present' });
  setCard({ state: 'no-service' });
  await visit.end('done', null);
  await visit.begin('nl');
  setCard({ state: 'no-card' });
  expect(visit.view().phase).toBe('running');
  setCard({ state: 'present' });
  setCard({ state: 'no-card' });
  expect(visit.view().phase).toBe('card-taken');
});

describe('what is left after a visit', () => {
  it('is counted when all but the window is gone, and shown in it until it is read', async () => {
    const order: string[] = [];
    const { visit, clock, views, forgotten } = await kiosk({
      receipt: {
        count: async () => {
          order.push(...forgotten.filter((id) => id !== 'print-spool'));
          return CLEAN;
        },
        stays: 4_000,
      },
    });
    await visit.begin('fr');
    const ended = visit.end('done', null);
    await soon();
    expect(order).toEqual(['code', 'portal', 'card', 'paper', 'papers', 'clipboard', 'temp', 'downloads', 'settled']);
    expect(visit.view()).toEqual({ phase: 'none', wiped: CLEAN, kept: false });
    expect(forgotten).not.toContain('screen');
    clock.pass(3);
    await soon();
    expect(forgotten).not.toContain('screen');
    clock.pass(1);
    expect(await ended).toMatchObject({ left: CLEAN, failed: 0 });
    expect(forgotten).toContain('screen');
    expect(views.at(-1)).toEqual({ phase: 'none' });
    expect(visit.kiosk().unwiped).toBe(false);
  });

  it.each([true, false])('is said with whether the journal keeps a line of it: counted %j', async (counted) => {
    const { visit } = await kiosk({ receipt: { count: async () => CLEAN, stays: 4_000 } });
    await visit.begin('fr');
    visit.opened('pension-estimation');
    visit.count(counted);
    const ended = visit.end('done', null);
    await soon();
    expect(visit.view()).toMatchObject({ phase: 'none', kept: counted });
    visit.goOn();
    await ended;
  });

  it.each(['goOn', 'begin'] as const)('is put away by a touch (%s): the next person does not wait', async (how) => {
    const { visit, forgotten } = await kiosk({ receipt: { count: async () => CLEAN, stays: 4_000 } });
    await visit.begin('fr');
    const ended = visit.end('idle', null);
    await soon();
    expect(forgotten).not.toContain('screen');
    if (how === 'goOn') visit.goOn();
    else expect((await visit.begin('fr')).phase).toBe('running');
    await ended;
    expect(forgotten).toContain('screen');
  });

  it.each(['crash', 'staff', 'power'] as const)('is shown to nobody after an end by %s', async (cause) => {
    const { visit, views } = await kiosk({ receipt: { count: async () => CLEAN, stays: 4_000 } });
    await visit.begin('fr');
    expect(await visit.end(cause, null)).toMatchObject({ left: CLEAN });
    expect(views.some((view) => view.phase === 'none' && view.wiped)).toBe(false);
  });

  it.each([[{ ...CLEAN, files: 1 }], [{ ...CLEAN, cookies: 2 }], [{ ...CLEAN, signedOut: false }]])(
    'is said as it is, to the citizen and to the room: %o',
    async (left) => {
      const { visit, views } = await kiosk({ receipt: { count: async () => left, stays: 4_000 } });
      await visit.begin('fr');
      const ended = visit.end('done', null);
      await soon();
      visit.goOn();
      expect(await ended).toMatchObject({ left });
      expect(views).toContainEqual({ phase: 'none', wiped: left, kept: false });
      expect(visit.kiosk().unwiped).toBe(true);
      await visit.begin('fr');
      expect(visit.kiosk().unwiped).toBe(true);
    },
  );

  it('shows nothing that was not counted, and tells the room so', async () => {
    const { visit, clock, views } = await kiosk({ receipt: { count: () => new Promise(() => {}), stays: 4_000 } });
    await visit.begin('fr');
    const ended = visit.end('done', null);
    await soon();
    clock.pass(6);
    expect(await ended).toMatchObject({ left: null });
    expect(views.some((view) => view.phase === 'none' && view.wiped)).toBe(false);
    expect(visit.kiosk().unwiped).toBe(true);
  });
});
