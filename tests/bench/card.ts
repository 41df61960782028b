import { contactSpeed } from '../../native/sim/faults.ts';
import { openRig } from '../faults/rig.ts';
import { median } from './measure.ts';
import { benchReads } from './measure-card.ts';

/**
 * A whole card read and verified at the speed of real contacts and of an instant card, beside the least that the bytes allow; from a
 * card put in to the view told, and out again; from the reader service back to the view told. JSON lines, medians. The virtual reader is
 * asked every 400 ms by pcscd, as real ones without interrupts are: that is most of what insert and remove take.
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

for (const [applet, name] of [
  ['1.7', 'nadia'],
  ['1.8', 'joris'],
] as const) {
  const reads: number[] = [];
  for (let run = 0; run < 5; run++) {
    await rig.world.plug(rig.mint.card(name), { faults: contactSpeed(applet) });
    while (card.view().state !== 'present') await sleep(1);
    reads.push(await until('ready', () => card.agree(['first-name', 'validity'])));
    card.forget();
    rig.world.unplug();
    while (card.view().state !== 'no-card') await sleep(1);
  }
  console.log(JSON.stringify({ bench: 'card', what: 'greeting', applet, ...spread(reads) }));
}
await rig.clear();

for (const applet of ['1.7', 're-keyed', '1.8'] as const) await benchReads(rig, applet);
await rig.close();
