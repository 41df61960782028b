import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeAuthority } from '../../native/sim/authority.ts';
import { makeCard } from '../../native/sim/card.ts';
import { makeFiles } from '../../native/sim/files.ts';
import { openMint } from '../../native/sim/mint.ts';
import { PEOPLE } from '../../native/sim/people.ts';
import { openWorld, type World } from '../../native/sim/world.ts';

const program = promisify(execFile);
let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Waits until the reader shows a card: `opensc-tool` fails before. */
const patient = { timeout: 8000, interval: 100 };
const ask = async (tool: string, ...args: string[]) => (await program(tool, args).catch((error) => error)).stdout as string; // a failure carries it too

describe('OpenSC, which knows real cards, is asked about the simulated one', () => {
  test.each([
    ['1.7', 'rsa-sha256', PEOPLE.nadia],
    ['1.8', 'ecdsa-sha384', PEOPLE.joris],
  ] as const)('applet %s: a Belgian eID, whose certificates come out to the byte', async (applet, signature, person) => {
    const authority = makeAuthority({ signature });
    await world.plug(makeCard({ applet, files: makeFiles(person, authority) }));
    await expect.poll(() => ask('opensc-tool', '--name'), patient).toBe('Belpic cards\n');
    expect(await ask('pkcs15-tool', '--read-certificate', '06')).toBe(authority.rootPem);
    const register = Buffer.from((await ask('pkcs15-tool', '--read-certificate', '05')).replace(/-.*-|\s/g, ''), 'base64');
    expect(register).toEqual(authority.registerDer);
  });

  test('another card is not taken for one', async () => {
    await world.plug(openMint().card('nadia', 'not-eid'));
    await expect.poll(() => ask('opensc-tool', '--atr'), patient).toContain('3b:65');
    expect(await ask('opensc-tool', '--name')).not.toContain('Belpic');
  });
});
