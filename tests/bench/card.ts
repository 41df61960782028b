import { openRig } from '../faults/rig.ts';
import { median } from './measure.ts';

/**
 * From a card put in to the view told, and out again; from the reader service back to the view told; and a read, in commands and ms,
 * at the speed of real cards. JSON lines. The virtual reader is asked every 400 ms by pcscd, as real ones without interrupts are:
 * that is most of what insert and remove take.
 */
const RUNS = 9;
const rig = await openRig();
const { card } = rig.open();
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const spread = (of: number[]) => ({
  runs: of.length,
  ms: Math.round(median(of)),
  range: [Math.round(Math.min(...of)), Math.round(Math.max(...of))],
});

/** Milliseconds from doing it until the view says so. */
async function until(state: string, act: () => unknown): Promise<number> {
  const began = performance.now();
  await act();
  while (card.view().state !== state) await sleep(1);
  return performance.now() - began;
}

const times: Record<'insert' | 'remove' | 'serviceGone' | 'serviceBack', number[]> = {
  insert: [],
  remove: [],
  serviceGone: [],
  serviceBack: [],
};
await card.known();
for (let run = 0; run < RUNS; run++) {
  // Steps of no round length, so that every phase of the driver's question is met.
  await sleep(170 + run * 53);
  times.insert.push(await until('present', () => rig.world.plug(rig.mint.card('joris'))));
  await sleep(210 + run * 47);
  times.remove.push(await until('no-card', () => rig.world.unplug()));
}
for (let run = 0; run < RUNS; run++) {
  times.serviceGone.push(await until('no-service', () => rig.world.stopService()));
  await sleep(300 + run * 31);
  times.serviceBack.push(await until('no-card', () => rig.world.startService()));
}
for (const [what, list] of Object.entries(times)) console.log(JSON.stringify({ bench: 'card', what, ...spread(list) }));

/** 12 time units a byte in both directions, 4 ms an exchange, 3 ms in the card. */
const model = (bitsPerSecond: number) => (sent: number, received: number) => 7 + ((sent + received) * 12_000) / bitsPerSecond;
for (const [applet, name, speed] of [
  ['1.7', 'nadia', 43_011],
  ['1.8', 'joris', 250_000],
] as const) {
  const reads: number[] = [];
  for (let run = 0; run < 5; run++) {
    await rig.world.plug(rig.mint.card(name), { delay: model(speed) });
    while (card.view().state !== 'present') await sleep(1);
    reads.push(await until('ready', () => card.agree(['first-name', 'validity'])));
    card.forget();
    rig.world.unplug();
    while (card.view().state !== 'no-card') await sleep(1);
  }
  console.log(JSON.stringify({ bench: 'card', what: 'greeting', applet, bitsPerSecond: speed, ...spread(reads) }));
}
await rig.clear();

const { inspectCard } = await import('../../main/services/card/index.ts');
for (const [applet, name, speed] of [
  ['1.7', 'nadia', 43_011],
  ['1.8', 'joris', 250_000],
] as const) {
  await rig.world.plug(rig.mint.card(name), { delay: model(speed) });
  const { timing } = await inspectCard({ launch: rig.launch, now: () => new Date(2026, 10, 21), waitMs: 5000 });
  console.log(JSON.stringify({ bench: 'card', what: 'whole card, verified', applet, bitsPerSecond: speed, ...timing }));
  await rig.clear();
}
await rig.close();
