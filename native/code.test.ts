import { describe, expect, test } from 'vitest';
import { openCounter as counter, digits, mint, spends } from '../tests/fixtures/code-counter.ts';
import { bad } from './outcome.ts';

// Behind the PC/SC interface: faults at a chosen command, and what was sent, to the byte.

const isVerify = (command: Uint8Array) => command[1] === 0x20;

describe.each(['1.1', '1.7', 're-keyed', '1.8'] as const)('on applet %s', (applet) => {
  test('the state spends no try, sends no code, and says tries only where the card tells them', async () => {
    const card = mint.card('nadia', undefined, { applet, tries: 2 });
    const { ask } = counter(card);
    const told = await ask({ do: 'state', key: null });
    expect(told).toMatchObject({ outcome: 'done', triesLeft: applet === '1.8' ? 2 : null, keypad: false, publicKey: null });
    expect(spends(card)).toBe(0);
    expect(card.inside.triesLeft).toBe(2);
  });

  test('a test of the log-in key: the key folder before MSE, code, signature, log-off', async () => {
    const card = mint.card('nadia', undefined, { applet });
    const { ask, state } = counter(card);
    const known = await ask({ do: 'state', key: 'authentication' });
    expect(Buffer.from(known.publicKey ?? []).toString('hex')).toBe(
      card.inside.keys?.authentication?.publicKey.export({ type: 'spki', format: 'der' }).toString('hex'),
    );
    const before = card.inside.log.length;
    const how =
      applet === '1.8'
        ? { hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48).fill(7) }
        : { hash: 'sha256', scheme: 'pkcs1', digest: new Uint8Array(32) };
    const transactions = state.transactions;
    const signed = await ask({ do: 'sign', code: digits('1234'), key: 'authentication', ...how });
    expect(signed).toMatchObject({ outcome: 'done', publicKey: null });
    expect(signed.signature).toHaveLength(applet === '1.8' ? 96 : applet === '1.1' ? 128 : 256);
    // SELECT of the applet in one, all the rest in another.
    expect(state.transactions - transactions).toBe(2);
    expect(state.open).toBe(0);
    const sent = card.inside.log.slice(before).map(({ command }) => command.toString('hex'));
    const at = sent.findIndex((command) => command.startsWith('002241b6'));
    expect(sent[at - 1]).toBe('00a4080c043f00df00');
    expect(sent[at + 1]?.slice(0, 10)).toBe('0020000108');
    expect(sent[at + 2]?.slice(0, 8)).toBe('002a9e9a');
    expect(sent.at(-1)).toBe('80e60000');
    // What `state` judged is not read again between the typing and the code.
    expect(sent.filter((command) => command.startsWith('00b0'))).toEqual([]);
  });

  test('the code is changed', async () => {
    const card = mint.card('nadia', undefined, { applet });
    const { ask } = counter(card);
    expect(await ask({ do: 'change', code: digits('1234'), next: digits('13579') })).toMatchObject({ outcome: 'done' });
    expect(card.inside.pin).toBe('13579');
    expect(card.inside.log.at(-1)?.command.toString('hex')).toBe('80e60000');
  });
});

describe('nothing goes to a card', () => {
  test('that was not shown, or is not shown any more', async () => {
    const card = mint.card('joris');
    const { code, ask, unshown } = counter(card);
    expect(await unshown({ do: 'verify', code: digits('1234') })).toMatchObject({ outcome: 'gone', sent: false });
    await ask({ do: 'state', key: null });
    code.forget();
    expect(await unshown({ do: 'verify', code: digits('1234') })).toMatchObject({ outcome: 'gone', sent: false });
    expect(spends(card)).toBe(0);
  });

  test.each([
    ['for another insertion', { insertion: 6 }, 'gone'],
    ['with a code too short', { code: digits('123') }, 'refused'],
    ['with a code too long', { code: digits('1234567890123') }, 'refused'],
    ['with a code of letters', { code: digits('12ab') }, 'refused'],
    ['for a keypad that is not there', { code: null }, 'refused'],
    ['with half a change', { do: 'change', code: digits('1234'), next: null }, 'refused'],
    ['with half a change by keypad', { do: 'change', code: null, next: digits('1234') }, 'refused'],
  ])('%s', async (_name, work, outcome) => {
    const card = mint.card('joris');
    const { ask } = counter(card);
    expect(await ask({ do: 'verify', code: digits('1234'), ...work })).toMatchObject({ outcome, sent: false });
    expect(spends(card)).toBe(0);
  });

  test('when it was swapped between the typing and the asking', async () => {
    const card = mint.card('joris');
    const { ask, state } = counter(card);
    await ask({ do: 'state', key: null });
    // The monitor sees another card just as the first command runs.
    const { exchange } = card;
    card.exchange = (command) => {
      state.readers = [{ name: 'A', slot: 'card', insertion: 8 }];
      return exchange(command);
    };
    expect(await ask({ do: 'verify', code: digits('1234') })).toMatchObject({ outcome: 'gone' });
    expect(spends(card)).toBe(0);
  });

  test('that is another chip than the one shown, though nobody saw the swap', async () => {
    const [first, second] = [mint.card('joris'), mint.card('nadia')];
    const swapped = { ...first };
    const { ask } = counter(swapped);
    await ask({ do: 'state', key: null });
    swapped.exchange = second.exchange;
    for (const work of [{ do: 'verify' }, { do: 'change', next: digits('2468') }])
      expect(await ask({ ...work, code: digits('1234') })).toMatchObject({ outcome: 'gone' });
    expect([spends(first), spends(second)]).toEqual([0, 0]);
  });

  test('that nobody wants any more', async () => {
    const card = mint.card('joris');
    const { ask, code } = counter(card);
    await ask({ do: 'state', key: null });
    const asked = ask({ do: 'verify', code: digits('1234') });
    code.forget();
    expect(await asked).toMatchObject({ outcome: 'cancelled' });
    expect(spends(card)).toBe(0);
  });
});

describe('when the reader fails', () => {
  test.each(['failed', 'reset', 'no-service', 'busy'] as const)(
    'with "%s" under the code, the code is not sent again',
    async (mishap) => {
      const card = mint.card('joris');
      let verifies = 0;
      const { ask } = counter(card, { instead: (command) => (isVerify(command) && ++verifies ? bad(mishap) : undefined) });
      expect(await ask({ do: 'verify', code: digits('1234') })).toMatchObject({ outcome: 'unreadable', sent: true });
      expect(verifies).toBe(1);
    },
  );

  test('before the code, all is begun anew, and the code goes once', async () => {
    const card = mint.card('joris');
    const { ask } = counter(card, {
      instead: (command, connections) => (connections < 3 && command[1] === 0x22 ? bad('reset') : undefined),
    });
    const work = { do: 'sign', key: 'authentication', hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48).fill(7) };
    expect(await ask({ ...work, code: digits('1234') })).toMatchObject({ outcome: 'done' });
    expect(spends(card)).toBe(1);
  });

  test('all the time, the code was not sent, and it says so', async () => {
    const { ask } = counter(mint.card('joris'), { instead: (command) => (command[1] === 0x22 ? bad('reset') : undefined) });
    const work = { do: 'sign', key: 'authentication', hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48).fill(7) };
    expect(await ask({ ...work, code: digits('1234') })).toMatchObject({ outcome: 'unreadable', sent: false });
  });

  test('while only the state is asked, nobody has to wait for it', async () => {
    const card = mint.card('joris');
    const { ask, code } = counter(card, {
      instead(command) {
        if (command[1] === 0xe4) code.forget();
        return undefined;
      },
    });
    expect(await ask({ do: 'state', key: 'authentication' })).toMatchObject({ outcome: 'cancelled', sent: false });
    expect(card.inside.log.filter(({ command }) => command[1] === 0xb0)).toEqual([]);
  });

  test('after the code, nothing is begun anew', async () => {
    const card = mint.card('joris');
    const { ask } = counter(card, { instead: (command) => (command[1] === 0x2a ? bad('reset') : undefined) });
    const work = { do: 'sign', key: 'authentication', hash: 'sha384', scheme: 'ecdsa', digest: new Uint8Array(48).fill(7) };
    expect(await ask({ ...work, code: digits('1234') })).toMatchObject({ outcome: 'unreadable' });
    expect(spends(card)).toBe(1);
  });

  test('and the card is gone, it says so', async () => {
    const { ask, state } = counter(mint.card('joris'), {
      instead(command) {
        if (!isVerify(command)) return undefined;
        state.readers = [{ name: 'A', slot: 'empty', insertion: 7 }];
        return bad('removed');
      },
    });
    expect(await ask({ do: 'verify', code: digits('1234') })).toMatchObject({ outcome: 'gone' });
  });
});

test.each([
  ['right', '1234'],
  ['wrong', '0000'],
  ['impossible', '1'],
])('a %s code is overwritten in the message once it is answered', async (_name, text) => {
  const { ask } = counter(mint.card('joris'));
  const [code, next] = [digits(text), digits('97531')];
  await ask({ do: 'change', code, next });
  await expect.poll(() => [...code, ...next].every((byte) => byte === 0)).toBe(true);
});
