import { describe, expect, it, vi } from 'vitest';
import { contract, type RequestName } from '../../main/core/contract.ts';
import { done, mishap } from '../../main/core/mishap.ts';
import { WINDOWS, type WindowName } from '../../main/core/windows.ts';
import { type Handlers, news, serve } from '../../main/shell/serve.ts';

const names = (Object.keys(contract) as (keyof typeof contract)[]).filter(
  (name): name is RequestName => contract[name].kind === 'request',
);

/** Handlers that tell whether they were reached: the door must stop a stranger before that. */
function spies() {
  const reached: string[] = [];
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async () => {
        reached.push(name);
        return mishap('failed');
      },
    ]),
    // Every name of the contract is there: the list is made from it.
  ) as unknown as Handlers;
  return { reached, handlers };
}

const from = (window: WindowName, change: object = {}) => ({ window, mainFrame: true, origin: `app://${window}`, ...change });
const silent = () => {};

describe.each(names)('the door %s', (name) => {
  const line = contract[name];
  const seat = line.seats[0] as WindowName;

  it('is shut to a stranger, a frame inside a page, a foreign origin', async () => {
    const { reached, handlers } = spies();
    const strangers = [
      { window: null, mainFrame: true, origin: `app://${seat}` },
      from(seat, { mainFrame: false }),
      from(seat, { origin: 'https://example.be' }),
      from(seat, { origin: 'null' }),
      from(seat, { origin: '' }),
      from(seat, { origin: `app://${seat}.example.be` }),
    ];
    for (const stranger of strangers) {
      expect(await serve(handlers, stranger, name, undefined, silent)).toEqual(mishap('not-for-this-seat'));
    }
    expect(reached).toEqual([]);
  });

  it('is shut to every seat the contract does not name', async () => {
    const { reached, handlers } = spies();
    for (const other of WINDOWS.filter((w) => !(line.seats as readonly WindowName[]).includes(w))) {
      expect(await serve(handlers, from(other), name, undefined, silent)).toEqual(mishap('not-for-this-seat'));
    }
    expect(reached).toEqual([]);
  });

  it('refuses a wrong shape and a key too many', async () => {
    const { reached, handlers } = spies();
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const wrong of [null, 7, 'text', [], { surely: 'not a key of ours' }, { language: 'fr', id: 'a', more: 1 }, circle]) {
      expect(await serve(handlers, from(seat), name, wrong, silent)).toEqual(mishap('bad-request'));
    }
    expect(reached).toEqual([]);
  });

  it('refuses a heap of data by its size, before its shape is looked at', async () => {
    const { reached, handlers } = spies();
    const looked = vi.spyOn(line.input, 'safeParse');
    try {
      await serve(handlers, from(seat), name, 'x'.repeat(100), silent);
      expect(looked).toHaveBeenCalledTimes(1);
      expect(await serve(handlers, from(seat), name, 'x'.repeat(20_000), silent)).toEqual(mishap('bad-request'));
      expect(looked).toHaveBeenCalledTimes(1);
    } finally {
      looked.mockRestore();
    }
    expect(reached).toEqual([]);
  });
});

describe('the door', () => {
  it('does not know a name that is not in the contract, nor an event, nor a name of the prototype', async () => {
    const { handlers } = spies();
    for (const name of ['card.steal', 'visit.changed', 'toString', '__proto__', '', 7, null]) {
      expect(await serve(handlers, from('kiosk'), name, undefined, silent)).toEqual(mishap('bad-request'));
    }
  });

  it('turns an exception into a code and keeps its words inside', async () => {
    const { handlers } = spies();
    const told: unknown[] = [];
    const broken: Handlers = {
      ...handlers,
      'card.read': async () => {
        throw new Error('a secret of the inside');
      },
    };
    const answer = await serve(broken, from('kiosk'), 'card.read', undefined, (_name, error) => told.push(error));
    expect(answer).toEqual(mishap('failed'));
    expect(told).toHaveLength(1);
  });

  it('lets no answer out that the contract does not know', async () => {
    const { handlers } = spies();
    const leaky = {
      ...handlers,
      'card.read': async () => done({ state: 'present', nationalNumber: '1' }),
    } as unknown as Handlers;
    expect(await serve(leaky, from('kiosk'), 'card.read', undefined, silent)).toEqual(mishap('failed'));
  });

  it('tells no news of a shape the contract does not know', () => {
    expect(news('card.changed', { state: 'present' }).seats).toEqual(['kiosk']);
    // A wrong payload on purpose.
    expect(() => news('card.changed', { state: 'present', name: 'x' } as never)).toThrow();
  });

  it('lets a code be typed in the PIN window only, which may ask for nothing else', () => {
    const lines = Object.entries(contract);
    const pin = lines.filter(([, { seats }]) => (seats as readonly WindowName[]).includes('pin')).map(([name]) => name);
    expect(pin.toSorted()).toEqual(
      [
        'app.boot',
        'pin.back',
        'pin.changed',
        'pin.go',
        'pin.help',
        'pin.look',
        'pin.press',
        'pin.read',
        'visit.active',
      ].toSorted(),
    );
    for (const [name, { seats }] of lines) if (name.startsWith('pin.')) expect([name, seats]).toEqual([name, ['pin']]);
  });

  it('gives no digit of a code to any page', () => {
    const entry = {
      phase: 'entry',
      language: 'fr',
      does: 'try',
      field: 'current',
      digits: 4,
      enough: true,
      problem: null,
      triesLeft: null,
      pad: [1, 2, 3, 4, 5, 6, 7, 8, 9, 0],
    } as const;
    expect(news('pin.changed', { ...entry, pad: [...entry.pad] }).seats).toEqual(['pin']);
    // A wrong payload on purpose.
    expect(() => news('pin.changed', { ...entry, code: '1234' } as never)).toThrow();
  });

  it('opens the journal, the room and the health to staff only', () => {
    for (const name of [
      'journal.day',
      'journal.complete',
      'journal.changed',
      'room.read',
      'room.changed',
      'health.read',
      'call.answer',
    ] as const) {
      expect(contract[name].seats).not.toContain('kiosk');
      expect(contract[name].seats).not.toContain('paper');
    }
  });
});
