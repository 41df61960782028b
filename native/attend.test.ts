import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { attend } from './attend.ts';
import { anchors } from './eid/trust.ts';
import type { Report } from './messages.ts';
import { good } from './outcome.ts';
import type { Pcsc, PcscView, Reader } from './pcsc/pcsc.ts';
import { ATR, type SimCard } from './sim/card.ts';
import { connectDirect } from './sim/direct.ts';
import { openMint } from './sim/mint.ts';

// Readers named by hand, one event at a time, and a card that takes its time: orders of events that no real service can be made to keep.

const COMMAND_MS = 15;
const patient = { timeout: 9000, interval: 20 };
const mint = openMint();
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const BLANK = { atr: Buffer.alloc(0), reset: () => undefined, exchange: () => Buffer.from('6f00', 'hex') };

function counter(
  leavePresent: boolean,
  options: { only?: string; never?: string[]; cards?: Record<string, SimCard>; hold?: { until?: Promise<void> } } = {},
) {
  let view: PcscView = { service: true, readers: [] };
  let tellChange: (view: PcscView) => void = () => undefined;
  const reports: Report[] = [];
  const touched: string[] = [];
  const sent: string[] = [];
  const pcsc: Pcsc = {
    view: () => view,
    onChange(listener) {
      tellChange = listener;
      return () => undefined;
    },
    async connect(name) {
      touched.push(name);
      const direct = connectDirect(options.cards ? (options.cards[name] ?? BLANK) : mint.card('nadia'));
      return good({
        ...direct,
        async transaction(work) {
          await options.hold?.until;
          return direct.transaction(work);
        },
        async transmit(command) {
          sent.push(Buffer.from(command).toString('hex'));
          await sleep(COMMAND_MS);
          return direct.transmit(command);
        },
      });
    },
    close: () => undefined,
  };
  const { only = null, never = [] } = options;
  const desk = attend({ pcsc, roots: anchors(mint.roots), leavePresent, only, never, tell: (report) => reports.push(report) });
  ends.push(desk.close);
  const name = (...readers: Reader[]) => {
    view = { service: true, readers };
    tellChange(view);
  };
  return { desk, name, reports, touched, sent, last: () => reports.at(-1) };
}

const EMPTY: Reader = { name: 'A', slot: 'empty', insertion: 0 };
const CARD: Reader = { name: 'B', slot: 'card', insertion: 1 };

test('a card that hung the last process is left alone in whichever reader it is, until it is taken out', async () => {
  const { name, touched, last } = counter(true);
  name(EMPTY);
  await sleep(50);
  name(EMPTY, CARD);
  await sleep(700);
  expect(touched).toEqual([]);
  expect(last()).toEqual({
    ...{ kind: 'state', state: 'unreadable', insertion: 1, technical: 'reader="B" code=mute', reader: 'B', atr: null },
  });
  name(EMPTY, { ...CARD, slot: 'empty' });
  name(EMPTY, { ...CARD, insertion: 2 });
  await expect.poll(last, patient).toMatchObject({ state: 'present', insertion: 2, reader: 'B', atr: ATR['1.7'].toUpperCase() });
});

test('a read that is not wanted any more sends the card no further command', async () => {
  const { desk, name, reports, sent, last } = counter(false);
  name(CARD);
  await expect.poll(last, patient).toMatchObject({ state: 'present' });
  const looked = sent.length;
  const read = (id: number) =>
    desk.read({ kind: 'read', id, fields: ['first-name'], parts: [], verdicts: false, today: '2026-11-21' });
  read(1);
  await expect.poll(() => sent.length, patient).toBeGreaterThan(looked + 2);
  desk.forget();
  const atForget = sent.length;
  await sleep(COMMAND_MS * 20);
  expect(sent).toHaveLength(atForget);
  expect(reports.filter((report) => report.kind === 'result')).toEqual([]);
  // The next one is not behind the rest of that one.
  read(2);
  await expect.poll(last, patient).toMatchObject({ kind: 'result', id: 2, outcome: 'genuine' });
});

const FIRST: Reader = { name: 'Desk Reader 00 00', slot: 'card', insertion: 1 };
const SECOND: Reader = { name: 'Kiosk Reader 01 00', slot: 'card', insertion: 2 };

test('with a card in each reader, an eID comes before a bank card, and what is wrong with it before another card', async () => {
  const cards = { [FIRST.name]: mint.card('nadia', 'bank'), [SECOND.name]: mint.card('nadia') };
  const { name, last } = counter(false, { cards });
  name(FIRST, SECOND);
  await expect.poll(last, patient).toMatchObject({ state: 'present', insertion: 2, reader: SECOND.name });
  name(FIRST);
  await expect
    .poll(last, patient)
    .toMatchObject({ state: 'bank-card', technical: `reader="${FIRST.name}" atr=${bankAtr} code=6A82` });
  name(FIRST, { ...SECOND, slot: 'mute', insertion: 3 });
  await expect.poll(last, patient).toMatchObject({ state: 'unreadable', insertion: 3 });
});
const bankAtr = Buffer.from(mint.card('nadia', 'bank').atr).toString('hex').toUpperCase();

test('a seat looks into the reader it names, and into none that belongs to another seat', async () => {
  const cards = { [FIRST.name]: mint.card('nadia'), [SECOND.name]: mint.card('joris') };
  const own = counter(false, { cards, only: 'Kiosk Reader' });
  own.name(FIRST, SECOND);
  await expect.poll(own.last, patient).toMatchObject({ state: 'present', insertion: 2 });
  expect(own.touched).not.toContain(FIRST.name);
  own.name(FIRST);
  await expect.poll(own.last, patient).toMatchObject({ state: 'no-reader', reader: null });

  const others = counter(false, { cards, never: ['Kiosk Reader'] });
  others.name(SECOND);
  await expect.poll(others.last, patient).toMatchObject({ state: 'no-reader' });
  others.name(FIRST, SECOND);
  await expect.poll(others.last, patient).toMatchObject({ state: 'present', insertion: 1 });
  expect(others.touched).not.toContain(SECOND.name);
});

/** Another program takes the card between its coming in and our read. */
async function takenBeforeRead() {
  let letGo: () => void = () => undefined;
  const hold: { until?: Promise<void> } = {};
  const { desk, name, reports, last } = counter(false, { hold });
  name(CARD);
  await expect.poll(last, patient).toMatchObject({ state: 'present' });
  hold.until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  desk.read({ kind: 'read', id: 1, fields: ['first-name'], parts: [], verdicts: false, today: '2026-11-21' });
  await expect.poll(last, patient).toMatchObject({ state: 'busy', insertion: 1 });
  return { desk, reports, last, letGo: () => letGo() };
}

test('a card that another program takes before the read is busy meanwhile, and there again when it is let go', async () => {
  const { desk, reports, last, letGo } = await takenBeforeRead();
  letGo();
  await expect.poll(last, patient).toMatchObject({ state: 'present', insertion: 1 });
  expect(reports.filter((report) => report.kind === 'result')).toEqual([]);
  desk.read({ kind: 'read', id: 2, fields: ['first-name'], parts: [], verdicts: false, today: '2026-11-21' });
  await expect.poll(last, patient).toMatchObject({ kind: 'result', id: 2, outcome: 'genuine' });
});

test('a card that another program holds when the visit ends is there again when it is let go', async () => {
  const { desk, reports, last, letGo } = await takenBeforeRead();
  desk.forget();
  letGo();
  await expect.poll(last, patient).toMatchObject({ state: 'present', insertion: 1 });
  expect(reports.filter((report) => report.kind === 'result')).toEqual([]);
});
