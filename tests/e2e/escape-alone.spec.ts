import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { openMint } from '../../native/sim/mint.ts';
import { makeCatalogue } from '../portal/catalogue.ts';
import { trust } from '../portal/trust.ts';
import { USUAL_PORTALS } from '../portal/usual.ts';
import { openPortalWorld } from '../portal/world.ts';
import { ROOT } from './app.ts';
import { drawnWindows } from './pages/trial.ts';

// What drives the other tests answers a page's questions itself, and keeps our script out of frames. Here nobody drives.

/** A trick, and what it comes to: what its page can say, whether the citizen is asked to print, or told what the page says. */
const TRICKS: Readonly<Record<string, Record<string, unknown>>> = {
  'print-srcdoc': { said: 'after', printing: true, says: null },
  'print-frame': { said: 'after', printing: true, says: null },
  'print-command': { said: 'after', printing: true, says: null },
  'print-window': { printing: true, says: null },
  alert: { said: 'held up', printing: false, says: 'tell' },
  confirm: { said: 'held up', printing: false, says: 'ask' },
  prompt: { printing: false },
  'alert-storm': { said: 'held up', printing: false, says: 'tell' },
  'pip-video': { said: 'refused', printing: false, says: null },
  files: { printing: false, says: null },
  upload: { printing: false, says: null },
};

test('no window of the system opens, for a question, a print or a film, also where nothing but the citizen drives the page', async () => {
  const mint = openMint();
  const portal = await openPortalWorld(mint);
  const catalogue = makeCatalogue(USUAL_PORTALS);
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-e2e-'));
  trust(path.join(folder, 'home'), portal.ca);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const inside = path.join(import.meta.dirname, 'escape-inside.cjs');
  const app = spawn(process.env.COMPTOIR_ELECTRON ?? '', [...asRoot, '-r', inside, ROOT, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      COMPTOIR_PORTAL_HOSTS: portal.rules,
      COMPTOIR_CATALOGUE: catalogue.folder,
      ESCAPE_TRICKS: Object.keys(TRICKS).join(' '),
    },
  });
  const windows: Record<string, number> = {};
  const came: { trick: string }[] = [];
  app.stdout.setEncoding('utf8').on('data', (text: string) => {
    const look = /^LOOK (\S+)$/m.exec(text)?.[1];
    if (look) windows[look] = drawnWindows().length;
    for (const [, line] of text.matchAll(/^CAME (.*)$/gm)) came.push(JSON.parse(line ?? ''));
  });
  await new Promise((resolve) => app.once('close', resolve));
  await portal.close();
  catalogue.remove();
  rmSync(folder, { recursive: true, force: true });
  expect(Object.keys(windows)).toEqual(Object.keys(TRICKS));
  expect(came.map(({ trick }) => trick)).toEqual(Object.keys(TRICKS));
  for (const one of came) expect(one).toMatchObject(TRICKS[one.trick] ?? {});
  // Kiosk, console, and what every Electron puts on a screen: the same number for each.
  expect(new Set(Object.values(windows)).size).toBe(1);
});
