import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { attend } from './attend.ts';
import { anchors } from './eid/trust.ts';
import type { Report } from './messages.ts';
import { good } from './outcome.ts';
import type { Pcsc, PcscView, Reader } from './pcsc/pcsc.ts';
import { ATR } from './sim/card.ts';
import { connectDirect } from './sim/direct.ts';
import { openMint } from './sim/mint.ts';

// Readers named by hand, one event at a time, and a card that takes its time: orders of events that no real service can be made to keep.

const COMMAND_MS = 15;
const mint = openMint();
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function counter(leavePresent: boolean) {
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
      const direct = connectDirect(mint.card('nadia'));
      return good({
        ...direct,
        async transmit(command) {
          sent.push(Buffer.from(command).toString('hex'));
          await sleep(COMMAND_MS);
          return direct.transmit(command);
        },
      });
    },
    close: () => undefined,
  };
  const desk = attend({ pcsc, roots: anchors(mint.roots), leavePresent, tell: (report) => reports.push(report) });
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
  await expect.poll(last).toMatchObject({ state: 'present', insertion: 2, reader: 'B', atr: ATR['1.7'].toUpperCase() });
});

test('a read that is not wanted any more sends the card no further command', async () => {
  const { desk, name, reports, sent, last } = counter(false);
  name(CARD);
  await expect.poll(last).toMatchObject({ state: 'present' });
  const looked = sent.length;
  const read = (id: number) =>
    desk.read({ kind: 'read', id, fields: ['first-name'], parts: [], verdicts: false, today: '2026-11-21' });
  read(1);
  await expect.poll(() => sent.length).toBeGreaterThan(looked + 2);
  desk.forget();
  const atForget = sent.length;
  await sleep(COMMAND_MS * 20);
  expect(sent).toHaveLength(atForget);
  expect(reports.filter((report) => report.kind === 'result')).toEqual([]);
  // The next one is not behind the rest of that one.
  read(2);
  await expect.poll(last, { timeout: 9000 }).toMatchObject({ kind: 'result', id: 2, outcome: 'genuine' });
});
