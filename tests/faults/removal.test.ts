import { describe, expect, test } from 'vitest';
import type { CardView } from '../../main/core/card/view.ts';
import { type CardReport, type CardService, inspectCard, openCard } from '../../main/services/card/index.ts';
import { anchors } from '../../native/eid/trust.ts';
import { APPLETS, type Applet } from '../../native/sim/applets.ts';
import type { SimCard } from '../../native/sim/card.ts';
import { type Faults, withFaults } from '../../native/sim/faults.ts';
import { openMint } from '../../native/sim/mint.ts';
import { atEach, openHand } from './hand.ts';
import { overheard } from './rig.ts';

// Commands are counted from 0 since the card was put in: 0 is the first look, 1 the SELECT of the read.
const mint = openMint();
const roots = anchors(mint.roots);
const now = () => new Date(2026, 10, 21, 12);
const patient = { timeout: 20_000, interval: 5 };
const VISITOR: CardView = { state: 'ready', facts: { firstName: 'Nadia', validUntil: '2030-02-03' } };
/** Every index in every run; every kind of wrong word when everything is run. */
const WORDS =
  process.env.COMPTOIR_FULL === '1'
    ? ['6a82', '6b00', '6986', '6d00', '6f00', '6700', '6c05', '6110', '9000']
    : ['6a82', '6d00', '6c05'];
const first = (applet: Applet) => mint.card('nadia', undefined, { applet });
const next = mint.card('joris');
const NEXT: CardView = { state: 'ready', facts: { firstName: 'Joris', validUntil: '2034-05-14' } };

/** One inspection of a card with faults, then one of the next person's card in the same reader. */
async function inspectTwice(card: SimCard, faults: Faults): Promise<[CardReport, CardReport]> {
  const hand = openHand(roots);
  hand.insert(withFaults(card, faults, hand.remove));
  const one = await inspectCard({ launch: hand.launch, now, waitMs: 0 });
  hand.insert(next);
  return [one, await inspectCard({ launch: hand.launch, now, waitMs: 0 })];
}
/** How many commands a whole inspection takes. */
async function commandsOf(applet: Applet): Promise<number> {
  const hand = openHand(roots);
  const ears = overheard(first(applet));
  hand.insert(ears);
  expect((await inspectCard({ launch: hand.launch, now, waitMs: 0 })).mishap).toBeNull();
  return ears.commands.length;
}
const expectNext = (report: CardReport) =>
  expect(report).toMatchObject({
    mishap: null,
    identity: { surname: 'Voorbeeld', givenNames: 'Joris' },
    address: { zip: '1000' },
  });
const expectNothing = ({ identity, address, photo, verdict }: CardReport) =>
  expect([identity, address, photo, ...Object.values(verdict)]).toEqual(Array(8).fill(null));

describe.each(APPLETS)('applet %s, at every command of a whole reading', (applet) => {
  test('taken out: "removed", nothing of it is told, and the next card works', async () => {
    const count = await commandsOf(applet);
    await atEach(count, async (at) => {
      const [one, two] = await inspectTwice(first(applet), { removeAt: at });
      expectNothing(one);
      expect([at, one.mishap]).toEqual([at, at === 0 ? 'no-card' : 'card-removed']);
      expectNext(two);
    });
  });

  test('mute: "unreadable", nothing of it is told, and the next card works', async () => {
    await atEach(await commandsOf(applet), async (at) => {
      const [one, two] = await inspectTwice(first(applet), { muteAt: at });
      expectNothing(one);
      expect([at, one.kind, one.mishap]).toEqual([at, 'unreadable', 'unreadable']);
      expectNext(two);
    });
  });

  test.each(WORDS)('one wrong word %s: read all the same, and nobody accused', async (word) => {
    const whole = await inspectCard({ ...sitting(first(applet)), now, waitMs: 0 });
    await atEach(await commandsOf(applet), async (at) => {
      const [one] = await inspectTwice(first(applet), { wrongWord: { at, word } });
      const { identity, address, photo, verdict, mishap } = one;
      expect([at, mishap]).toEqual([at, null]);
      const { identity: who, address: where, photo: face, verdict: verdicts } = whole;
      expect([at, { identity, address, photo, verdict }]).toEqual([
        at,
        { identity: who, address: where, photo: face, verdict: verdicts },
      ]);
    });
  });

  test.each([0, 1, 'half'] as const)('an answer torn to %s: read all the same, and nobody accused', async (bytes) => {
    const whole = await inspectCard({ ...sitting(first(applet)), now, waitMs: 0 });
    await atEach(await commandsOf(applet), async (at) => {
      const [one] = await inspectTwice(first(applet), { torn: { at, bytes } });
      expect([at, one.mishap, one.verdict]).toEqual([at, null, whole.verdict]);
      expect([one.identity, one.address, one.photo]).toEqual([whole.identity, whole.address, whole.photo]);
    });
  });
});

function sitting(card: SimCard) {
  const hand = openHand(roots);
  hand.insert(card);
  return { launch: hand.launch };
}

describe.each(APPLETS)('applet %s, at every command of a visit', (applet) => {
  const visit = async (faults: Faults) => {
    const hand = openHand(roots);
    const seen: CardView[] = [];
    const card: CardService = openCard({ launch: hand.launch, now });
    card.onChange((view) => seen.push(view));
    await card.known();
    card.agree(['first-name', 'validity']);
    hand.insert(withFaults(first(applet), faults, hand.remove));
    return { hand, card, seen };
  };
  const nextWorks = async ({ hand, card, seen }: Awaited<ReturnType<typeof visit>>) => {
    hand.remove();
    await expect.poll(() => card.view().state, patient).toBe('no-card');
    const before = seen.length;
    hand.insert(next);
    await expect.poll(() => card.view().state, patient).toMatch(/present|checking|ready/);
    card.agree(['first-name', 'validity']);
    await expect.poll(() => card.view(), patient).toEqual(NEXT);
    expect(JSON.stringify(seen.slice(before))).not.toContain('Nadia');
    await card.close();
  };
  const commandsOfVisit = async () => {
    const { card, hand } = await visit({});
    await expect.poll(() => card.view(), patient).toEqual(VISITOR);
    await card.close();
    const ears = overheard(first(applet));
    hand.insert(ears);
    const again = openCard({ launch: hand.launch, now });
    again.agree(['first-name', 'validity']);
    await expect.poll(() => again.view(), patient).toEqual(VISITOR);
    await again.close();
    return ears.commands.length;
  };

  test('taken out: no card, nothing of it was shown, and the next visitor sees only their own', async () => {
    await atEach(await commandsOfVisit(), async (at) => {
      const now = await visit({ removeAt: at });
      await expect.poll(() => [now.card.view().state, now.seen.length > 0 || at === 0], patient).toEqual(['no-card', true]);
      expect(JSON.stringify(now.seen)).not.toContain('Nadia');
      await nextWorks(now);
    });
  });

  test('mute: unreadable, the process is ended and the card left alone; the next visitor is served', async () => {
    await atEach(await commandsOfVisit(), async (at) => {
      const now = await visit({ muteAt: at });
      await expect.poll(() => now.card.view().state, patient).toBe('unreadable');
      await expect.poll(() => now.hand.started, patient).toBe(2);
      expect(JSON.stringify(now.seen)).not.toContain('Nadia');
      await nextWorks(now);
    });
  });
});
