import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inspectCard } from '../../main/services/card/index.ts';
import type { Applet } from '../../native/sim/applets.ts';
import { type Faults, withFaults } from '../../native/sim/faults.ts';
import { openRig, type Rig } from './rig.ts';

// The same promises as in removal.test.ts, through the real reader service and the real card process: a sample, or all when everything is run.

const FULL = process.env.COMPTOIR_FULL === '1';
/** Commands of a whole reading, about: later ones come to nothing, and the reading is whole. */
const COMMANDS: Record<'1.7' | '1.8' | 're-keyed' | '1.1', number> = { '1.1': 26, '1.7': 28, 're-keyed': 27, '1.8': 27 };
const SEED = 20_261_121;

/** The same few indices each time (linear congruence of the seed), all of them in a full run. */
function sample(applet: keyof typeof COMMANDS): number[] {
  const count = COMMANDS[applet];
  if (FULL) return Array.from({ length: count }, (_, at) => at);
  let state = SEED + count;
  return Array.from({ length: 3 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 1 + (state % (count - 1));
  });
}
const cases = (applets: (keyof typeof COMMANDS)[]) =>
  applets.flatMap((applet) => sample(applet).map((at) => [applet, at] as const));

/** The service asks this reader every 400 ms; a card that takes the place of a mute one sooner may never be seen. */
const SEEN_GONE_MS = 900;

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterEach(() => rig.clear());
afterAll(() => rig.close());

const inspect = () => inspectCard({ launch: rig.launch, now: () => new Date(2026, 10, 21, 12), waitMs: 9000 });
const put = (applet: Applet, faults: Faults) =>
  rig.world.plug(withFaults(rig.mint.card('nadia', undefined, { applet }), faults, () => rig.world.unplug()));
async function nextWorks() {
  rig.world.unplug();
  await sleep(SEEN_GONE_MS);
  await rig.world.plug(rig.mint.card('joris'));
  expect(await inspect()).toMatchObject({ mishap: null, identity: { givenNames: 'Joris' }, address: { zip: '1000' } });
}

test.each(cases(['1.1', '1.7', 're-keyed', '1.8']))(
  'applet %s taken out at command %i: nothing of it is told, and the next card works',
  async (applet, at) => {
    await put(applet, { removeAt: at });
    const report = await inspect();
    expect(report).toMatchObject({ identity: null, address: null, photo: null, mishap: 'card-removed' });
    await nextWorks();
  },
);

test.each(cases(['1.8']))(
  'applet %s mute at command %i: unreadable after the watchdog, and the next card works',
  async (applet, at) => {
    await put(applet, { muteAt: at });
    expect(await inspect()).toMatchObject({ kind: 'unreadable', identity: null, mishap: 'unreadable' });
    await nextWorks();
  },
);

test.each(cases(['1.7', '1.8']))('applet %s, a torn answer or a wrong word at command %i accuses nobody', async (applet, at) => {
  for (const faults of [{ torn: { at, bytes: 'half' } }, { wrongWord: { at, word: '6f00' } }] as const) {
    await put(applet, faults);
    expect(await inspect()).toMatchObject({ mishap: null, identity: { givenNames: 'Nadia Simone' } });
  }
});
