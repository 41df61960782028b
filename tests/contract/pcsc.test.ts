import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SELECT_APPLET } from '../../native/eid/apdu.ts';
import { isInUse } from '../../native/pcsc/mini-in-use.ts';
import type { Connection, Pcsc, PcscView, Pulse } from '../../native/pcsc/pcsc.ts';
import { openPcsc } from '../../native/pcsc/pcsc-mini.ts';
import { ATR } from '../../native/sim/card.ts';
import { holdCard } from '../../native/sim/hold.ts';
import { type Mint, openMint } from '../../native/sim/mint.ts';
import { openWorld, type World } from '../../native/sim/world.ts';

/** Any other adapter (plan B: the C library called directly) must keep the same promises: add a line here. */
const ADAPTERS: [name: string, open: (options?: { pulse?: Pulse }) => Pcsc][] = [['pcsc-mini', openPcsc]];

const READER = 'Virtual PCD 00 00';
/** Writes down the limits that are announced, and 0 for each end. */
const into =
  (heard: (number | string)[]): Pulse =>
  (limit, wait) => {
    heard.push(wait === 'turn' ? wait : limit);
    return () => heard.push(0);
  };
const patient = { timeout: 8000, interval: 10 };

let world: World;
let mint: Mint;
beforeAll(async () => {
  mint = openMint();
  world = await openWorld();
});
afterAll(() => world.close());

describe.each(ADAPTERS)('PC/SC through %s', (_name, open) => {
  const opened: Pcsc[] = [];
  const openOne = (options?: { pulse?: Pulse }) => {
    const pcsc = open(options);
    opened.push(pcsc);
    return pcsc;
  };
  afterEach(async () => {
    for (const pcsc of opened.splice(0)) pcsc.close();
    world.unplug();
    await world.startService();
  });

  const slot = (pcsc: Pcsc) => {
    const view = pcsc.view();
    return view.service ? view.readers.find((reader) => reader.name === READER) : undefined;
  };
  const withCard = async (pcsc: Pcsc) => {
    await world.plug(mint.card('nadia'));
    await expect.poll(() => slot(pcsc)?.slot, patient).toBe('card');
  };
  const connect = async (pcsc: Pcsc): Promise<Connection> => {
    const connected = await pcsc.connect(READER);
    if (!connected.ok) throw new Error(connected.code);
    return connected.value;
  };

  test('names the readers and what is in them', async () => {
    const pcsc = openOne();
    await expect.poll(() => pcsc.view().service, patient).toBe(true);
    expect(pcsc.view()).toMatchObject({ readers: [{ name: READER, slot: 'empty' }, { slot: 'empty' }] });
  });

  test('tells of a service without readers', async () => {
    await world.startService({ readers: 0 });
    const pcsc = openOne();
    await expect.poll(() => pcsc.view(), patient).toEqual({ service: true, readers: [] });
  });

  test('tells each insertion from the next, and each change once', async () => {
    const pcsc = openOne();
    const told: PcscView[] = [];
    pcsc.onChange((view) => told.push(view));
    await withCard(pcsc);
    const first = slot(pcsc)?.insertion ?? 0;
    world.unplug();
    await expect.poll(() => slot(pcsc)?.slot, patient).toBe('empty');
    await withCard(pcsc);
    expect(slot(pcsc)?.insertion).toBeGreaterThan(first);
    const texts = told.map((view) => JSON.stringify(view));
    expect(texts.filter((text, i) => text === texts[i - 1])).toEqual([]);
  });

  test('connects, shows the true ATR, and carries commands both ways', async () => {
    const pcsc = openOne();
    await withCard(pcsc);
    const connection = await connect(pcsc);
    expect(Buffer.from(connection.atr).toString('hex')).toBe(ATR['1.7']);
    expect(connection.protocol).toBe('T=0');
    const answer = await connection.transmit(SELECT_APPLET);
    expect(answer.ok && Buffer.from(answer.value).toString('hex')).toBe('9000');
    await connection.disconnect();
  });

  test('sees a card that does not answer to power, and says so on connecting', async () => {
    const pcsc = openOne();
    await world.plug(mint.card('nadia', 'upside-down'));
    await expect.poll(() => slot(pcsc)?.slot, patient).toMatch(/card|mute/);
    expect(await pcsc.connect(READER)).toEqual({ ok: false, code: 'mute' });
  });

  test('says "removed" for an empty reader and for one that is not there', async () => {
    const pcsc = openOne();
    await expect.poll(() => slot(pcsc)?.slot, patient).toBe('empty');
    expect(await pcsc.connect(READER)).toEqual({ ok: false, code: 'removed' });
    expect(await pcsc.connect('No Such Reader')).toEqual({ ok: false, code: 'removed' });
  });

  test('says "removed" when the card goes before or during a command, and disconnects all the same', async () => {
    const pcsc = openOne();
    await world.plug(mint.card('nadia', 'mute'));
    await expect.poll(() => slot(pcsc)?.slot, patient).toBe('card');
    const connection = await connect(pcsc);
    const answer = connection.transmit(Buffer.from('00b0000000', 'hex'));
    setTimeout(() => world.unplug(), 100);
    expect(await answer).toEqual({ ok: false, code: 'removed' });
    await expect.poll(() => slot(pcsc)?.slot, patient).toBe('empty');
    expect((await connection.transmit(SELECT_APPLET)).ok).toBe(false);
    await connection.disconnect();
  });

  test('keeps other programs out of a transaction, and lets them in when it ends, even badly', async () => {
    const [one, other] = [openOne(), openOne()];
    await withCard(one);
    await expect.poll(() => slot(other)?.slot, patient).toBe('card');
    const [mine, theirs] = [await connect(one), await connect(other)];
    const order: string[] = [];
    const long = mine.transaction(async () => {
      order.push('mine begins');
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('mine ends');
      throw new Error('a bug');
    });
    await expect.poll(() => order.length, patient).toBe(1);
    const waiting = theirs.transaction(async () => order.push('theirs'));
    await expect(long).rejects.toThrow('a bug');
    expect(await waiting).toMatchObject({ ok: true });
    expect(order).toEqual(['mine begins', 'mine ends', 'theirs']);
    await mine.disconnect();
    await theirs.disconnect();
  });

  test('says "busy" while another program has the card for itself, and no more when it lets go', async () => {
    const pcsc = openOne();
    await withCard(pcsc);
    const other = await holdCard();
    expect(await pcsc.connect(READER)).toEqual({ ok: false, code: 'busy' });
    await other.release();
    await (await connect(pcsc)).disconnect();
  });

  test('takes a card its power in mid-transaction: who waited for a turn finds no rights on it, and all can connect again', async () => {
    const [one, other] = [openOne(), openOne()];
    await withCard(one);
    await expect.poll(() => slot(other)?.slot, patient).toBe('card');
    const [mine, theirs] = [await connect(one), await connect(other)];
    let waiting: Promise<unknown> = Promise.resolve();
    const done = await mine.transaction(async () => {
      expect((await mine.transmit(SELECT_APPLET)).ok).toBe(true);
      waiting = theirs.transaction(() => theirs.transmit(SELECT_APPLET));
      await mine.disconnect('reset');
      return 7;
    });
    expect(done).toEqual({ ok: true, value: 7 });
    expect(JSON.stringify(await waiting)).toContain('reset');
    await mine.disconnect();
    await theirs.disconnect();
    for (const pcsc of [one, other]) {
      const again = await connect(pcsc);
      expect((await again.transmit(SELECT_APPLET)).ok).toBe(true);
      await again.disconnect();
    }
  });

  test('passes on what the work of a transaction gives', async () => {
    const pcsc = openOne();
    await withCard(pcsc);
    const connection = await connect(pcsc);
    expect(await connection.transaction(async () => 7)).toEqual({ ok: true, value: 7 });
    await connection.disconnect();
  });

  test('asks the reader itself: one without keys names no feature, and refuses what it does not know', async () => {
    const pcsc = openOne();
    await withCard(pcsc);
    const connection = await connect(pcsc);
    const features = await connection.features();
    expect([features.has(6), features.has(7)]).toEqual([false, false]);
    expect((await connection.control(0x42330006, new Uint8Array(19), 1000)).ok).toBe(false);
    // Neither harms the connection.
    expect((await connection.transmit(SELECT_APPLET)).ok).toBe(true);
    await connection.disconnect();
  });

  test('announces as long as it is told for a person at a keypad', async () => {
    const pulses: (number | string)[] = [];
    const pcsc = openOne({ pulse: into(pulses) });
    await withCard(pcsc);
    const connection = await connect(pcsc);
    await connection.control(0x42330006, new Uint8Array(19), 75_000);
    expect(pulses.slice(-2)).toEqual([75_000, 0]);
    await connection.disconnect();
  });

  test('says "no-service" while there is none, and finds one that starts later', async () => {
    await world.stopService();
    const pcsc = openOne();
    const told: PcscView[] = [];
    pcsc.onChange((view) => told.push(view));
    await expect.poll(() => told[0], patient).toEqual({ service: false });
    expect(await pcsc.connect(READER)).toEqual({ ok: false, code: 'no-service' });
    await world.startService();
    await withCard(pcsc);
    await (await connect(pcsc)).disconnect();
  });

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'survives a service ended by %s and started again, with an open connection',
    async (signal) => {
      const pcsc = openOne();
      await withCard(pcsc);
      const connection = await connect(pcsc);
      await world.stopService(signal);
      await expect.poll(() => pcsc.view(), patient).toEqual({ service: false });
      expect(await connection.transmit(SELECT_APPLET)).toEqual({ ok: false, code: 'no-service' });
      await connection.disconnect();
      await world.startService();
      await withCard(pcsc);
      const again = await connect(pcsc);
      expect((await again.transmit(SELECT_APPLET)).ok).toBe(true);
      await again.disconnect();
    },
  );

  test('announces each call that may hang, and its end', async () => {
    const pulses: (number | string)[] = [];
    const pcsc = openOne({ pulse: into(pulses) });
    await world.plug(mint.card('nadia', 'mute'));
    await expect.poll(() => slot(pcsc)?.slot, patient).toBe('card');
    const connection = await connect(pcsc);
    expect(pulses.at(-1)).toBe(0);
    const stuck = connection.transmit(Buffer.from('00b0000000', 'hex'));
    expect(pulses.at(-1)).toBe(3000);
    world.unplug();
    await stuck;
    expect(pulses.at(-1)).toBe(0);
    expect(pulses.filter((limit) => limit === 0)).toHaveLength(pulses.length / 2);
  });

  test('announces what another program keeps waiting as its turn, not as a card that owes an answer', async () => {
    const other = openOne();
    await withCard(other);
    const theirs = await connect(other);
    let letGo: () => void = () => undefined;
    const held = theirs.transaction(() => new Promise<void>((resolve) => (letGo = resolve)));
    const pulses: (number | string)[] = [];
    const pcsc = openOne({ pulse: into(pulses) });
    await expect.poll(() => slot(pcsc)?.slot, patient).toBe('card');
    const connecting = pcsc.connect(READER);
    expect(pulses.at(-1)).toBe('turn');
    expect(await isInUse(READER)).toBe(true);
    letGo();
    await held;
    const connected = await connecting;
    await theirs.disconnect();
    if (!connected.ok) throw new Error(connected.code);
    await connected.value.transaction(async () => expect(pulses.slice(-2)).toEqual(['turn', 0]));
    await connected.value.disconnect();
    expect(await isInUse(READER)).toBe(false);
    expect(await isInUse('no such reader')).toBe(false);
  });

  test('is silent after its end', async () => {
    const pcsc = openOne();
    await expect.poll(() => pcsc.view().service, patient).toBe(true);
    const told: PcscView[] = [];
    pcsc.onChange((view) => told.push(view));
    pcsc.close();
    const witness = openOne();
    await withCard(witness);
    expect(told).toEqual([]);
  });
});
