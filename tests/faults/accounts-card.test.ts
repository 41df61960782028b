import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AskCard, whatToSign } from '../../main/services/accounts/index.ts';
import { got, MANAGER, rigAccounts, started } from '../../main/services/accounts/rig.ts';
import type { CardService } from '../../main/services/card/index.ts';
import { openRig, type Rig } from './rig.ts';

// Signing in with one's own card: the accounts, the card process, the real reader service, a simulated card.

let rig: Rig;
let folder: string;
beforeAll(async () => {
  rig = await openRig();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accounts-card-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await rig.clear();
});
afterAll(() => rig.close());

/** As the console will do it, with the code typed at once. */
const askCard =
  ({ code }: CardService, digits = '1234'): AskCard =>
  async (challenge) => {
    const { publicKey } = await code.state('authentication', false);
    const what = publicKey && whatToSign(publicKey, challenge);
    if (!what) return null;
    const { signature } = await code.sign({ ...what, code: Buffer.from(digits), language: 'fr' });
    return signature && { publicKey, signature };
  };
const open = async () => {
  const { card } = rig.open();
  await expect.poll(() => card.view().state, { timeout: 12_000, interval: 10 }).toBe('present');
  return card;
};

describe.each(['1.1', '1.7', '1.8'] as const)('a card of applet %s', (applet) => {
  it('signs its holder in, and nothing of it is kept', async () => {
    const sim = rig.mint.card('nadia', undefined, { applet });
    await rig.world.plug(sim);
    const accounts = rigAccounts(folder, { askCard: askCard(await open()) });
    const { token } = await started(accounts);
    expect(got(await accounts.accounts.enrolCard(token, { password: MANAGER.password }))).toMatchObject({ card: true });
    expect(got(await accounts.accounts.signInByCard('console'))).toMatchObject({ outcome: 'in' });
    const kept = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'latin1'))
      .join();
    expect(kept).not.toMatch(/nadia|850730|BEGIN|MII/i);
  });
});

it('another card, a wrong code or a card of no Belgian root signs nobody in', async () => {
  const own = rig.mint.card('nadia', undefined, { applet: '1.8' });
  await rig.world.plug(own);
  const first = await open();
  const accounts = rigAccounts(folder, { askCard: askCard(first) });
  const { token } = await started(accounts);
  got(await accounts.accounts.enrolCard(token, { password: MANAGER.password }));
  expect(got(await accounts.again({ askCard: askCard(first, '9999') }).accounts.signInByCard('console'))).toEqual({
    outcome: 'no-proof',
  });
  for (const [other, outcome] of [
    [rig.mint.card('joris', undefined, { applet: '1.8' }), 'wrong'],
    [rig.mint.card('nadia', 'unknown-root', { applet: '1.8' }), 'no-proof'],
  ] as const) {
    await rig.clear();
    await rig.world.plug(other);
    const { accounts: there } = accounts.again({ askCard: askCard(await open()) });
    expect(got(await there.signInByCard('console'))).toMatchObject({ outcome });
  }
});
