import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './app.ts';

/** Named by the test runner, whichever Electron this is. */
const ELECTRON = process.env.COMPTOIR_ELECTRON ?? '';

/**
 * Starts an app of its own, without a debugger (with one, Chromium takes a page that hangs for a page that is looked at), hangs its
 * kiosk page, touches it, and waits for what the shell does about it.
 */
export async function hang(): Promise<{ hung: boolean; fresh: boolean }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-e2e-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const inside = path.join(import.meta.dirname, 'hang-inside.cjs');
  const app = spawn(ELECTRON, [...asRoot, '-r', inside, ROOT, `--user-data-dir=${folder}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  app.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise((resolve) => app.once('close', resolve));
  rmSync(folder, { recursive: true, force: true });
  return { hung: said.includes('HUNG'), fresh: said.includes('FRESH') };
}
