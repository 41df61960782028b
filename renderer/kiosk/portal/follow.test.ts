import { describe, expect, test } from 'vitest';
import type { PortalView } from '../../../main/core/portal/view.ts';
import { type Action, reduce, START, type State } from '../state.ts';
import { followSays } from './follow.ts';

const ID = 'composition-menage';
const site = (step: number | null, more: Partial<PortalView & { phase: 'open' }> = {}): PortalView => ({
  phase: 'open',
  procedure: ID,
  site: { name: 'IRISbox', host: 'irisbox.irisnet.be', kind: 'portal', holder: null },
  loading: false,
  back: false,
  stacked: 0,
  trouble: null,
  refused: null,
  step,
  looks: 'known',
  shown: 'none',
  certificate: null,
  loggedIn: false,
  ...more,
});
const portal = (step: number | null): Action => ({ do: 'portal', view: site(step) });
const step = (n: number): Action => ({ do: 'step', id: ID, step: n - 1 });
const begun: Action[] = [{ do: 'open', id: ID }, { do: 'opened', id: ID, title: 'Ménage', of: 8 }, step(1)];
const walk = (...actions: Action[]): State => [...begun, ...actions].reduce(reduce, START);
const says = (state: State) => followSays(state.follow, state.portal, ID, state.progress?.at ?? 0, 8);
const shown = (state: State) => (state.screen.name === 'guide' ? state.screen.step + 1 : state.screen.name);

describe('guide and portal together', () => {
  test('the guide moves with the portal, and says so', () => {
    const state = walk(portal(1), portal(2), portal(3));
    expect(shown(state)).toBe(3);
    expect(says(state)).toEqual({ say: 'followed', n: 3 });
  });

  test('somebody who went elsewhere by hand is asked, never moved', () => {
    const state = walk(portal(1), step(4), portal(2));
    expect(shown(state)).toBe(4);
    expect(says(state)).toEqual({ say: 'offer', n: 2 });
  });

  test('once guide and portal meet again, the guide follows again', () => {
    const state = walk(portal(1), step(2), portal(2), portal(3));
    expect(shown(state)).toBe(3);
    const asked = walk(portal(1), step(4), portal(2), step(2), portal(3));
    expect(shown(asked)).toBe(3);
  });

  test('a portal where no hint matches moves nothing, and a step the sheet does not have neither', () => {
    const state = walk(portal(1), portal(2), portal(null), portal(12));
    expect(shown(state)).toBe(2);
    expect(says(state)).toBeNull();
  });

  test('the same news again does not take back a step of the citizen’s own', () => {
    const state = walk(portal(1), portal(2), step(3), portal(2), portal(2));
    expect(shown(state)).toBe(3);
  });

  test('the guide follows while another screen is in front, and is there when one comes back', () => {
    const state = walk(portal(1), { do: 'visitScreen', name: 'card' }, portal(2));
    expect(state.screen.name).toBe('card');
    expect(shown(reduce(state, { do: 'back' }))).toBe(2);
  });

  test('a window that is open stays open when the guide follows', () => {
    const state = walk(portal(1), { do: 'overlay', overlay: { name: 'person' } }, portal(2));
    expect(state.overlay).toEqual({ name: 'person' });
    expect(shown(state)).toBe(2);
  });

  test('a portal that closes leaves the guide where it is, and the choice of layout for the visit', () => {
    const state = walk({ do: 'layout', layout: 'above' }, portal(3), { do: 'portal', view: { phase: 'closed' } });
    expect(shown(state)).toBe(3);
    expect(says(state)).toBeNull();
    expect(state.layout).toBe('above');
  });

  test('the end of the visit forgets the portal', () => {
    const state = walk(portal(3), { do: 'ending' }, portal(4));
    expect(state.portal).toEqual({ phase: 'closed' });
  });
});
