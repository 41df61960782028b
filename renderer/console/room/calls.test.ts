import { describe, expect, it } from 'vitest';
import type { KioskView } from '../../../main/core/visit/view.ts';
import { callsOf, inOrder, rings } from './calls.ts';

function kiosk(name: string, state: KioskView['call']['state'] = 'none', minutes = 0): KioskView {
  const reason = state === 'none' ? null : 'card';
  const call: KioskView['call'] = { state, reason };
  return { name, state: 'in-use', theme: null, call, minutes, reader: null, cardLeft: false, unwiped: false, wipedAt: null };
}

describe('the room', () => {
  it('puts who waits first, the longest wait at the top, the others by name', () => {
    const room = [kiosk('10'), kiosk('2'), kiosk('3', 'called', 1), kiosk('4', 'called', 5)];
    expect(inOrder(room, 'fr').map((one) => one.name)).toEqual(['4', '3', '2', '10']);
  });

  it('does not count a call that somebody has answered', () => {
    expect(callsOf([kiosk('1', 'coming', 3)])).toEqual([]);
  });
});

describe('the bell', () => {
  it('rings for a new call', () => {
    expect(rings([kiosk('1')], [kiosk('1', 'called')])).toBe(true);
  });

  it('rings when a second kiosk calls', () => {
    expect(rings([kiosk('1', 'called')], [kiosk('1', 'called'), kiosk('2', 'called')])).toBe(true);
  });

  it('stays silent while nothing changes', () => {
    expect(rings([kiosk('1', 'called', 2)], [kiosk('1', 'called', 2)])).toBe(false);
  });

  it('rings again for each minute without an answer', () => {
    expect(rings([kiosk('1', 'called', 2)], [kiosk('1', 'called', 3)])).toBe(true);
  });

  it('stops with the answer', () => {
    expect(rings([kiosk('1', 'called', 2)], [kiosk('1', 'coming', 3)])).toBe(false);
  });
});
