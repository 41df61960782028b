import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { questionOf } from '../../main/core/card/code.ts';
import { openCard } from '../../main/services/card/index.ts';
import { openCodeDesk } from '../../main/services/code/index.ts';
import { anchors } from '../../native/eid/trust.ts';
import type { Applet } from '../../native/sim/applets.ts';
import { type Faults, withFaults } from '../../native/sim/faults.ts';
import { openMint } from '../../native/sim/mint.ts';
import { atEach, openHand } from './hand.ts';

// Commands are counted from 0 since the card was put in: 0 is the first look.
const mint = openMint();
const roots = anchors(mint.roots);
const patient = { timeout: 20_000, interval: 5 };
const isVerify = ({ command }: { command: Buffer }) => command[1] === 0x20;

/** A test of the log-in with the right code, then, if the card failed, another one with the next card. */
async function logIn(applet: Applet, faults: Faults) {
  const hand = openHand(roots);
  const sim = mint.card('nadia', undefined, { applet });
  hand.insert(withFaults(sim, faults, hand.remove));
  const card = openCard({ launch: hand.launch, now: () => new Date(2026, 10, 21, 12) });
  const desk = openCodeDesk({
    card: card.code,
    shuffled: false,
    random: randomBytes,
    canLogIn: () => true,
    active: () => undefined,
  });
  const go = () => desk.go(questionOf(desk.view()));
  const run = async () => {
    const box: { outcome: string | null } = { outcome: null };
    void desk.start('try-login', 'fr').then(({ outcome }) => {
      box.outcome = outcome;
    });
    while (box.outcome === null) {
      const { phase } = desk.view();
      if (phase === 'entry') for (const digit of ['1', '2', '3', '4'] as const) desk.press(digit);
      if (phase !== 'busy') go();
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return box.outcome;
  };
  // The card was there first: what is known then is known of it.
  await card.known();
  const outcome = card.view().state === 'present' ? await run() : 'removed';
  return { hand, sim, card, desk, run, outcome };
}

async function commandsOf(applet: Applet): Promise<number> {
  const { sim, card, outcome } = await logIn(applet, {});
  expect(outcome).toBe('done');
  await card.close();
  return sim.inside.log.length;
}

describe.each(['1.7', '1.8'] as const)('applet %s, at every command of a log-in with its code', (applet) => {
  test.each(['removeAt', 'muteAt'] as const)('%s: no code goes twice, nobody waits, and the next card works', async (fault) => {
    await atEach(await commandsOf(applet), async (at) => {
      const made = await logIn(applet, { [fault]: at });
      const { hand, sim, card, run } = made;
      // LOG OFF is after the signature: the log-in is done, or its card is gone.
      expect([at, made.outcome]).toEqual([at, expect.stringMatching(/^(removed|done)$/)]);
      const seen = sim.inside.log.filter(isVerify).length;
      expect([at, seen <= 1]).toEqual([at, true]);
      hand.remove();
      await expect.poll(() => card.view().state, patient).toBe('no-card');
      const next = mint.card('joris');
      hand.insert(next);
      await expect.poll(() => card.view().state, patient).toBe('present');
      expect([at, await run()]).toEqual([at, 'done']);
      expect(next.inside.log.filter(isVerify)).toHaveLength(1);
      expect(sim.inside.log.filter(isVerify)).toHaveLength(seen);
      await card.close();
    });
  });
});
