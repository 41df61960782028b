import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PinView, questionOf } from '../../main/core/card/code.ts';
import { type CodeDesk, openCodeDesk } from '../../main/services/code/index.ts';
import { makeCard } from '../../native/sim/card.ts';
import { makeFiles } from '../../native/sim/files.ts';
import { makeKeys } from '../../native/sim/keys.ts';
import { PEOPLE, type Persona } from '../../native/sim/people.ts';
import { openRig } from '../faults/rig.ts';

// A process of its own, started by code-marks.test.ts: everything that can be done with a card and its code, with marks as code and
// number. It tells its parent each message that the card process sent, and what the marks must not be found in besides.

const { MARK_PIN = '', MARK_NEXT = '', MARK_WRONG = '', MARK_NUMBER = '', APPLET } = process.env;
const applet = APPLET === '1.8' ? '1.8' : '1.7';

async function until(desk: CodeDesk, phase: PinView['phase']): Promise<PinView> {
  for (let i = 0; i < 1000; i++) {
    const view = desk.view();
    if (view.phase === phase) return view;
    if (view.phase === 'end') throw new Error(`ended with ${view.outcome} before ${phase}`);
    await sleep(10);
  }
  throw new Error(`no ${phase}`);
}

/** How much of a crash would be written to a file: of this process, and of the card process below it. */
function coreLimits(): Record<string, string> {
  const limits: Record<string, string> = {};
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const parent = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const isCard = parent === String(process.pid) && line.includes('native/process.ts');
      if (!isCard && pid !== String(process.pid)) continue;
      limits[isCard ? 'card' : 'main'] =
        /^Max core file size\s+(\S+)\s+(\S+)/m
          .exec(readFileSync(`/proc/${pid}/limits`, 'utf8'))
          ?.slice(1)
          .join(' ') ?? '';
    } catch {
      // Gone meanwhile.
    }
  }
  return limits;
}

try {
  // Where it is allowed: so that the limits found at the end were set by nobody but ourselves.
  execFileSync('prlimit', ['--pid', String(process.pid), '--core=1048576:1048576'], { stdio: 'ignore' });
} catch {
  // The limit was lowered for good before this.
}
const rig = await openRig();
const person: Persona = { ...PEOPLE.joris, applet, identity: { ...PEOPLE.joris.identity, 6: MARK_NUMBER } };
const keys = makeKeys(applet);
const sim = makeCard({ applet, files: makeFiles(person, rig.mint.authority(applet), keys), keys, pin: MARK_PIN });
await rig.world.plug(sim);
const { card, seen } = rig.open(() => {
  const port = rig.launch();
  port.onMessage((message) => process.send?.({ fromCard: message }));
  return port;
});
const views: PinView[] = [];
const desk = openCodeDesk({
  card: card.code,
  shuffled: true,
  random: randomBytes,
  canLogIn: () => true,
  active: () => undefined,
});
desk.onChange((view) => views.push(view));

while (card.view().state !== 'present') await sleep(10);
card.agree(['first-name', 'validity']);
while (card.view().state !== 'ready') await sleep(10);

const type = (code: string) => {
  for (const digit of code) desk.press(digit as '0'); // the marks are digits
  desk.go(questionOf(desk.view()));
};
const outcomes: string[] = [];
const finish = async (asked: Promise<{ outcome: string }>) => {
  await until(desk, 'end');
  desk.go(questionOf(desk.view()));
  outcomes.push((await asked).outcome);
};

let asked: Promise<{ outcome: string }> = desk.start('try', 'fr');
await until(desk, 'entry');
type(MARK_WRONG);
while (desk.view().phase === 'busy') await sleep(10);
type(MARK_PIN);
await finish(asked);

asked = desk.start('try-login', 'fr');
await until(desk, 'consent');
desk.go(questionOf(desk.view()));
type(MARK_PIN);
await finish(asked);

const how = applet === '1.8' ? ({ hash: 'sha384', scheme: 'ecdsa' } as const) : ({ hash: 'sha256', scheme: 'pss' } as const);
const digest = randomBytes(applet === '1.8' ? 48 : 32);
asked = desk.sign({ purpose: { kind: 'document', title: 'A paper' }, key: 'signature', digest, ...how }, 'fr');
await until(desk, 'consent');
desk.go(questionOf(desk.view()));
type(MARK_PIN);
await finish(asked);

asked = desk.start('change', 'fr');
await until(desk, 'entry');
type(MARK_PIN);
type(MARK_NEXT);
type(MARK_NEXT);
await finish(asked);

process.send?.({ outcomes, pin: sim.inside.pin, limits: coreLimits(), views, seen, commands: sim.inside.log.length });
desk.forget();
await rig.close();
process.disconnect?.();
