import { beforeEach, describe, expect, test } from 'vitest';
import { parseIdentity } from '../../../native/eid/identity.ts';
import { isFieldName, pick } from '../../../native/fields.ts';
import type { ReadResult } from '../../../native/messages.ts';
import { ONCE_FIELDS, type OnceField } from '../../core/portal/once.ts';
import { openCardOnce } from './card-once.ts';

let there: boolean;
let busy: boolean;
let sent: OnceField[][];
let once: ReturnType<typeof openCardOnce>;
beforeEach(() => {
  there = true;
  busy = false;
  sent = [];
  once = openCardOnce({ present: () => there, send: (fields) => (busy ? null : sent.push([...fields])) });
});
const soon = () => new Promise((resolve) => setTimeout(resolve));
const result = (id: number, fields: ReadResult['fields'], outcome: ReadResult['outcome'] = 'genuine'): ReadResult => ({
  kind: 'result',
  id,
  outcome,
  fields,
  expired: false,
  photo: null,
  figures: { identityMs: null, addressMs: null, verifiedMs: null, totalMs: 0, commands: 0 },
  inspection: null,
});

describe('a part of the card', () => {
  test('is not read before it was agreed to, each by itself', async () => {
    expect(await once.read(['street'], false)).toEqual({ ok: false, why: 'ask' });
    const read = once.read(['street'], true);
    await soon();
    once.onResult(result(1, { street: 'Rue A 1', town: 'Namur' }));
    expect(await read).toEqual({ ok: true, values: { street: 'Rue A 1' } });
    expect(await once.read(['street', 'town'], false)).toEqual({ ok: false, why: 'ask' });
    expect(sent).toEqual([['street']]);
  });

  test('is read once, and asks of the card only what is new', async () => {
    const first = once.read(['street'], true);
    await soon();
    once.onResult(result(1, { street: 'Rue A 1' }));
    await first;
    expect(await once.read(['street'], false)).toMatchObject({ ok: true });
    const second = once.read(['street', 'postcode'], true);
    await soon();
    once.onResult(result(2, { postcode: '5000' }));
    expect(await second).toEqual({ ok: true, values: { street: 'Rue A 1', postcode: '5000' } });
    expect(sent).toEqual([['street'], ['postcode']]);
  });

  test('that the card lacks is left out', async () => {
    const read = once.read(['birth-date'], true);
    await soon();
    once.onResult(result(1, {}));
    expect(await read).toEqual({ ok: true, values: {} });
  });

  test.each([
    ['not-genuine', 'not-genuine'],
    ['unreadable', 'unreadable'],
    ['not-active', 'unreadable'],
  ] as const)('of a card that is %s is not given', async (outcome, why) => {
    const read = once.read(['street'], true);
    await soon();
    once.onResult(result(1, { street: 'Rue A 1' }, outcome));
    expect(await read).toEqual({ ok: false, why });
  });

  test('waits for the read that the screen waits for, and is asked again when that came between', async () => {
    busy = true;
    const read = once.read(['street'], true);
    await soon();
    expect(sent).toEqual([]);
    busy = false;
    once.resume();
    expect(sent).toEqual([['street']]);
    once.resume();
    once.onResult(result(1, { street: 'old' }));
    once.onResult(result(2, { street: 'Rue A 1' }));
    expect(await read).toEqual({ ok: true, values: { street: 'Rue A 1' } });
  });

  test('goes with the card, with its consent; whoever waits is told', async () => {
    const first = once.read(['street'], true);
    await soon();
    once.onResult(result(1, { street: 'Rue A 1' }));
    await first;
    const waiting = once.read(['town'], true);
    const behind = once.read(['name'], true);
    await soon();
    once.drop();
    expect(await waiting).toEqual({ ok: false, why: 'gone' });
    // A yes that was said to the last card is no yes to this one.
    expect(await behind).toEqual({ ok: false, why: 'gone' });
    for (const field of ['street', 'town', 'name'] as const)
      expect(await once.read([field], false)).toEqual({ ok: false, why: 'ask' });
    expect(sent).toEqual([['street'], ['town']]);
  });

  test('is not there without a card', async () => {
    there = false;
    expect(await once.read(['street'], true)).toEqual({ ok: false, why: 'gone' });
    there = true;
    expect(await once.read(['street'], false)).toEqual({ ok: false, why: 'ask' });
  });
});

test('nothing that may be typed is, or holds, tag 6 of the identity file: the national number', () => {
  // Every tag of the file says its own number, so that each value tells where it comes from.
  const file = Buffer.concat(
    Array.from({ length: 0x1f }, (_, at) => at + 1).map((tag) => {
      const text = Buffer.from(tag === 12 ? '30 JUIL 1985' : `tag-${tag}`);
      return Buffer.concat([Buffer.from([tag, text.length]), text]);
    }),
  );
  const identity = parseIdentity(file);
  if (!identity.ok) throw new Error(identity.code);
  expect(identity.value.texts.nationalNumber).toBe('tag-6');
  const address = { street: 'street', postcode: 'postcode', municipality: 'town' };
  const given = pick({ identity: identity.value, address, picture: null, photo: null }, ONCE_FIELDS.filter(isFieldName));
  expect(given).toEqual({
    'first-name': 'tag-8',
    'given-names': 'tag-8',
    name: 'tag-7',
    'birth-date': '1985-07-30',
    street: 'street',
    postcode: 'postcode',
    town: 'town',
  });
});
