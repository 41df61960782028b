import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { printCopies } from '../health/machine.ts';
import { samplePdf } from '../papers/samples.ts';
import { openPrint } from './index.ts';
import { type CupsWorld, startCups } from './world.ts';

const INSTALL = join(import.meta.dirname, '../../../build/package/after-install.tpl');

let cups: CupsWorld;
beforeEach(async () => {
  cups = await startCups();
});
afterEach(() => cups.stop());

it('what the package tells the print service makes it keep no page and no list, and pages still come out', async () => {
  const command = /^\s*(cupsctl [^>\n]*)/m.exec(readFileSync(INSTALL, 'utf8'))?.[1]?.trim() ?? '';
  const conf = join(dirname(cups.server), 'etc/cupsd.conf');
  expect(printCopies(conf).status).toBe('warning');
  // Its tool reads the file of the machine that it is on.
  const env = { ...process.env, CUPS_SERVER: cups.server, CUPS_SERVERROOT: dirname(conf) };
  execFileSync('sh', ['-c', `/usr/sbin/${command}`], { env });
  expect(printCopies(conf)).toMatchObject({ status: 'good' });
  // It reads its settings anew.
  await vi.waitFor(() => expect(execFileSync('lpstat', ['-r'], { env, encoding: 'utf8' })).not.toMatch(/not running/));
  const print = openPrint({ printers: { kiosk: 'desk', desk: null }, server: cups.server });
  await vi.waitFor(
    async () => expect(await print.send(samplePdf('MARK-IN-A-SPOOL'), 'kiosk')).toEqual({ ok: true, value: undefined }),
    {
      timeout: 15_000,
    },
  );
  await vi.waitFor(() => expect(cups.spool()).toEqual([]), { timeout: 15_000 });
  expect(cups.everything().includes('MARK-IN-A-SPOOL')).toBe(false);
  expect(await print.forget()).toBe(1);
});
