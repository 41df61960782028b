import { execFileSync } from 'node:child_process';
import { inspectCard } from '../../main/services/card/index.ts';
import { openChannel } from '../../native/eid/channel.ts';
import { examine } from '../../native/eid/examine.ts';
import { anchors } from '../../native/eid/trust.ts';
import { APPLET_FACTS, type Applet } from '../../native/sim/applets.ts';
import { connectDirect } from '../../native/sim/direct.ts';
import { contactSpeed, type Faults } from '../../native/sim/faults.ts';
import { makeFiles } from '../../native/sim/files.ts';
import { makeKeys } from '../../native/sim/keys.ts';
import { type Limit, limits } from '../../native/sim/limit.ts';
import { PEOPLE } from '../../native/sim/people.ts';
import type { Rig } from '../faults/rig.ts';
import { median } from './measure.ts';

const RUNS = 7;

/**
 * What others needed on a model like this one (12 time units a byte, 4 ms an exchange, 3 to 8 ms in the card); measured elsewhere, once.
 * Milliseconds to identity, and to identity, address and photo without certificates; Fedict's middleware is no package of Debian.
 */
const QUOTED = {
  '1.7': { identityMs: 450, allMs: 1750, commands: 27 },
  '1.8': { identityMs: 460, allMs: 1040, commands: 30 },
} as const;

/** Reads one card whole, again and again, instantly and at contact speed, and prints a line for each with its limits. */
export async function benchReads(rig: Rig, applet: Applet): Promise<void> {
  const least = limits(makeFiles({ ...PEOPLE.nadia, applet }, rig.mint.authority(applet), makeKeys(applet)), applet);
  await printOwn(rig, applet);
  await print(rig, applet, 'instant', {}, null);
  await print(rig, applet, 'contacts', contactSpeed(applet), least);
  const quoted = applet === '1.8' ? QUOTED['1.8'] : QUOTED['1.7'];
  if (applet !== 're-keyed') console.log(JSON.stringify({ bench: 'card', what: 'eid-mw', applet, ...here(), quoted }));
}

async function print(rig: Rig, applet: Applet, speed: string, faults: Faults, least: ReturnType<typeof limits> | null) {
  const stages = { identity: [] as number[], verified: [] as number[], all: [] as number[] };
  let commands = 0;
  for (let run = 0; run < RUNS; run++) {
    const card = rig.mint.card('nadia', undefined, { applet });
    await rig.world.plug(card, { faults });
    const report = await inspectCard({ launch: rig.launch, now: () => new Date(2026, 10, 21), waitMs: 8000 });
    const { identityMs, verifiedMs, totalMs, apdus } = report.timing;
    if (report.mishap !== null || identityMs === null || verifiedMs === null || totalMs === null)
      throw new Error(`the card of applet ${applet} was not read: ${report.mishap}`);
    stages.identity.push(identityMs);
    stages.verified.push(verifiedMs);
    stages.all.push(totalMs);
    commands = apdus;
    await rig.clear();
  }
  const of = (stage: keyof typeof stages, limit: Limit | undefined) => {
    const ms = median(stages[stage]);
    const ratios = limit && {
      ...{ limitMs: round(limit.modelMs), ofLimit: round(ms / limit.modelMs, 100) },
      ...{ bytesMs: round(limit.bytesMs), ofBytes: round(ms / limit.bytesMs, 100), fewest: limit.commands },
    };
    return { ms: round(ms), range: [round(Math.min(...stages[stage])), round(Math.max(...stages[stage]))], ...ratios };
  };
  const { signature } = APPLET_FACTS[applet];
  console.log(
    JSON.stringify({
      ...{ bench: 'card', what: 'whole card, verified', applet, signature, speed, runs: RUNS, commands },
      ...{ identity: of('identity', least?.identity), verified: of('verified', least?.verified), all: of('all', least?.all) },
    }),
  );
}

/** What Comptoir itself takes, without reader, service or second process: reading, parsing, verifying an instant card in memory. */
async function printOwn(rig: Rig, applet: Applet) {
  const roots = anchors(rig.mint.roots);
  const times: number[] = [];
  for (let run = 0; run < 3 * RUNS; run++) {
    const channel = openChannel(connectDirect(rig.mint.card('nadia', undefined, { applet })));
    const began = performance.now();
    const done = await examine(channel, { parts: ['address', 'photo'], roots, today: '2026-11-21' });
    times.push(performance.now() - began);
    if (!done.ok || !done.value.person) throw new Error('not genuine');
  }
  const range = [round(Math.min(...times)), round(Math.max(...times))];
  console.log(
    JSON.stringify({ bench: 'card', what: 'own work, no reader', applet, runs: times.length, ms: round(median(times)), range }),
  );
}

/** Whether the peer can be measured in this run: only where somebody has installed it. */
function here(): { installed: boolean } {
  try {
    return { installed: /Installed: (?!\(none\))/.test(execFileSync('apt-cache', ['policy', 'eid-mw'], { encoding: 'utf8' })) };
  } catch {
    return { installed: false };
  }
}

const round = (value: number, by = 10) => Math.round(value * by) / by;
