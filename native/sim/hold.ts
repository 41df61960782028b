import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another program that has the card in the first reader for itself alone: OpenSC's explorer, a real one. */
export interface Hold {
  release(): Promise<void>;
}

/** Takes the card that is in the reader, and resolves when it has it. Fails when there is no card, or somebody else holds it. */
export async function holdCard(): Promise<Hold> {
  const folder = mkdtempSync(join(tmpdir(), 'comptoir-hold-'));
  const config = join(folder, 'opensc.conf');
  writeFileSync(config, 'app default { reader_driver pcsc { connect_exclusive = true; } }');
  // It dies with this process, whatever ends it.
  const program = ['--pdeathsig', 'KILL', '--', 'opensc-explorer', '--reader', '0'];
  const other = spawn('setpriv', program, { env: { ...process.env, OPENSC_CONF: config }, stdio: ['pipe', 'pipe', 'ignore'] });
  const gone = new Promise<void>((resolve) => other.once('exit', () => resolve()));
  const has = new Promise<boolean>((resolve) => {
    let said = '';
    other.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (said.includes('[3F00]>')) resolve(true);
    });
  });
  const release = async () => {
    if (other.exitCode === null) other.stdin.end('quit\n');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  if (await Promise.race([has, gone.then(() => false)])) return { release };
  await release();
  throw new Error('no card to hold');
}
