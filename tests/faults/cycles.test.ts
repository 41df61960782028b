import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CardView } from '../../main/core/card/view.ts';
import { launchChild } from '../../main/services/card/index.ts';
import type { PersonaName } from '../../native/sim/people.ts';
import { openRig, type Rig } from './rig.ts';
import { childrenOf, type Weight, weigh } from './weigh.ts';

// A card in and out, read each time: 1,000 times with COMPTOIR_FULL=1 (`npm run test:full`, about 15 minutes), 14 times otherwise.
const CYCLES = process.env.COMPTOIR_FULL === '1' ? 1000 : 14;
/** Until caches are warm. */
const WARM = CYCLES === 1000 ? 100 : 6;
/**
 * What may be more at the end than after warming up, in bytes, with all garbage collected. Buffers: nothing; what one card says is
 * 2 kB and more, so keeping one answer in two cards shows. Objects: a look at each card is remembered, 1.4 kB; twice that, and 256 kB
 * for code that is compiled late. Threads, open files and processes: not one.
 */
const MOST_BUFFERS = 1024;
const MOST_OBJECTS = 256 * 1024 + 3 * 1024 * (CYCLES - WARM);
/** The process as a whole, in KiB: what neither of the two above counts (certificates, the reader library). */
const MOST_OWN = 12 * 1024;
const CAST: readonly PersonaName[] = ['nadia', 'joris', 'rik', 'mary', 'lou'];

/** Runs in the card process: on SIGUSR2 it collects its garbage and writes what is left. */
const SCALE = `import fs from 'node:fs';
globalThis.__TEST_BUILD__ = true;
process.on('SIGUSR2', () => {
  gc();
  setTimeout(() => { gc(); fs.writeFileSync(process.env.COMPTOIR_SCALE, JSON.stringify(process.memoryUsage())); }, 50);
});`;

let rig: Rig;
let folder: string;
beforeAll(async () => {
  rig = await openRig();
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-cycles-'));
});
afterAll(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

test(
  `${CYCLES} cards put in, read and taken leave nothing in the card process`,
  async () => {
    const [roots, scale] = [path.join(folder, 'roots.pem'), path.join(folder, 'scale.json')];
    writeFileSync(roots, rig.mint.roots);
    const { card, ports } = rig.open(
      launchChild(path.resolve(import.meta.dirname, '../../native/process.ts'), {
        execArgv: ['--expose-gc', '--import', `data:text/javascript,${encodeURIComponent(SCALE)}`],
        env: { COMPTOIR_TRUST_ROOTS: roots, COMPTOIR_SCALE: scale },
      }),
    );
    const reaches = (...states: CardView['state'][]) =>
      expect.poll(() => states.includes(card.view().state), { timeout: 15_000, interval: 5 }).toBe(true);
    await card.known();
    const [pid = 0] = childrenOf(process.pid, 'native/process');
    const collected = async (): Promise<Weight & { heapUsed: number; arrayBuffers: number }> => {
      rmSync(scale, { force: true });
      process.kill(pid, 'SIGUSR2');
      await expect.poll(() => existsSync(scale) && readFileSync(scale, 'utf8').endsWith('}')).toBe(true);
      return { ...weigh(pid), ...JSON.parse(readFileSync(scale, 'utf8')) };
    };
    const cycle = async (name: PersonaName) => {
      await rig.world.plug(rig.mint.card(name));
      await reaches('present');
      card.agree(['first-name', 'validity']);
      await reaches('ready', 'expired');
      rig.world.unplug();
      await reaches('no-card');
    };
    const cycles = async (count: number) => {
      for (let i = 0; i < count; i++) await cycle(CAST[i % CAST.length] ?? 'nadia');
      return collected();
    };
    const before = await cycles(WARM);
    const after = await cycles(CYCLES - WARM);
    expect(ports).toHaveLength(1);
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(MOST_BUFFERS);
    expect(after.heapUsed - before.heapUsed).toBeLessThan(MOST_OBJECTS);
    expect(after.own - before.own).toBeLessThan(MOST_OWN);
    expect(after.threads).toBeLessThanOrEqual(before.threads);
    expect(after.handles).toEqual(before.handles);
    expect(after.children).toBe(0);
  },
  CYCLES * 5000,
);
