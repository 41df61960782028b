import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardView } from '../../main/core/card/view.ts';
import type { PersonaName } from '../../native/sim/people.ts';
import { openRig, type Rig } from './rig.ts';
import { childrenOf, type Weight, weigh } from './weigh.ts';

// A card in and out, read each time: 1,000 times with COMPTOIR_FULL=1 (`npm run test:full`, about 20 minutes), 14 times otherwise.
const CYCLES = process.env.COMPTOIR_FULL === '1' ? 1000 : 14;
/** Until caches are warm and the heap has its size. */
const WARM = CYCLES === 1000 ? 100 : 6;
/**
 * Growth of the memory the card process has for itself, between the least of the first tenth after warming up and the least of the last.
 * Over 900 cycles 12 MiB are 14 kB a cycle: less than the files of one card with the texts made of them, so keeping them shows. A few
 * cycles can only show what is gross. Threads, handles and processes may not grow by a single one in either.
 */
const MOST_KIB = 12 * 1024;
const CAST: readonly PersonaName[] = ['nadia', 'joris', 'rik', 'mary', 'lou'];

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.close());

test(
  `${CYCLES} cards put in, read and taken leave nothing in the card process`,
  async () => {
    const { card, ports } = rig.open();
    const reaches = (...states: CardView['state'][]) =>
      expect.poll(() => states.includes(card.view().state), { timeout: 15_000, interval: 5 }).toBe(true);
    await card.known();
    const [pid = 0] = childrenOf(process.pid, 'native/process');
    const weights: Weight[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      await rig.world.plug(rig.mint.card(CAST[cycle % CAST.length] ?? 'nadia'));
      await reaches('present');
      card.agree(['first-name', 'validity']);
      await reaches('ready', 'expired');
      rig.world.unplug();
      await reaches('no-card');
      weights.push(weigh(pid));
    }
    expect(ports).toHaveLength(1);
    const after = weights.slice(WARM);
    const tenth = Math.max(4, Math.floor(after.length / 10));
    const least = (of: Weight[], what: 'own' | 'threads') => Math.min(...of.map((weight) => weight[what]));
    const [first, last] = [after.slice(0, tenth), after.slice(-tenth)];
    const growth = least(last, 'own') - least(first, 'own');
    expect(growth).toBeLessThan(MOST_KIB);
    expect(least(last, 'threads')).toBeLessThanOrEqual(least(first, 'threads'));
    const handles = (of: Weight[]) => Math.min(...of.map((weight) => weight.handles.length));
    expect(handles(last)).toBeLessThanOrEqual(handles(first));
    expect(new Set(after.map(({ children }) => children))).toEqual(new Set([0]));
  },
  CYCLES * 5000,
);
