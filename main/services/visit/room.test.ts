import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRig } from './rig.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'visit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const kiosk = () => openRig(folder);

describe('a card taken', () => {
  it('forgets the card at once and waits behind "Continue or finish?"', async () => {
    const { visit, setCard, forgotten, clock } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'present' });
    setCard({ state: 'no-card' });
    expect(forgotten).toEqual(['portal', 'card']);
    expect(visit.view()).toMatchObject({ phase: 'card-taken', secondsLeft: 20 });
    clock.pass(15);
    visit.active();
    clock.pass(15);
    expect(visit.view()).toMatchObject({ phase: 'card-taken', secondsLeft: 5 });
    expect(visit.continueVisit()).toMatchObject({ phase: 'running', secondsLeft: null });
  });

  it('asks nothing when it was no eID: the screen itself says to take it out', async () => {
    const { visit, setCard, forgotten } = await kiosk();
    await visit.begin('fr');
    setCard({ state: 'not-eid' });
    setCard({ state: 'no-card' });
    expect(forgotten).toEqual([]);
    expect(visit.view()).toMatchObject({ phase: 'running' });
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
      reader: null,
      cardLeft: false,
      unwiped: false,
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
    expect(visit.kiosk()).toMatchObject({ state: 'free', theme: null, wipedAt: 14 });
  });

  it('sees a reader in trouble with the line for the IT person, and nothing of a card that works', async () => {
    const { visit, setCard } = await kiosk();
    for (const state of ['no-service', 'no-reader', 'busy', 'unreadable', 'not-active', 'not-genuine'] as const) {
      setCard({ state });
      expect(visit.kiosk().reader).toEqual({ state, technical: 'reader=test' });
    }
    for (const view of [{ state: 'no-card' }, { state: 'bank-card' }, { state: 'ready', facts: { firstName: 'X' } }] as const) {
      setCard(view);
      expect(visit.kiosk().reader).toBeNull();
    }
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
