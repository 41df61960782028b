import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openMint } from '../../native/sim/mint.ts';
import { makeCatalogue } from './catalogue.ts';
import { USUAL_PORTALS } from './usual.ts';
import { openPortalWorld } from './world.ts';

// `node build/run.mjs sites`: the portals of the tests for whoever wants to see them in a browser. Ctrl+C ends it.

const world = await openPortalWorld(openMint());
const catalogue = makeCatalogue(USUAL_PORTALS);
const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-portal-'));
const ca = path.join(folder, 'ca.pem');
writeFileSync(ca, world.ca);
const lines = {
  COMPTOIR_PORTAL_HOSTS: world.rules,
  COMPTOIR_CATALOGUE: catalogue.folder,
  'To trust it': `certutil -d sql:<HOME>/.pki/nssdb -A -t C,, -n portal -i ${ca}`,
  'To see them': `chromium --user-data-dir=<HOME>/sites --host-resolver-rules="$COMPTOIR_PORTAL_HOSTS" https://irisbox.irisnet.be/`,
  'A tour': 'https://irisbox.irisnet.be/  https://mypension.be/  https://irisbox.irisnet.be/irisbox/tricks/',
};
for (const [name, value] of Object.entries(lines)) process.stdout.write(`${name}: ${value}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    await world.close();
    catalogue.remove();
    rmSync(folder, { recursive: true, force: true });
  });
