import path from 'node:path';
import { hasDisplay, openDisplay } from '../setup/display.mjs';
import { foreground } from '../setup/exec.mjs';
import { setUp } from '../setup/index.mjs';
import { ROOT } from '../setup/places.mjs';

/** Draws the PNG icons of the package from build/icons/comptoir.svg; they are kept in git. */
export default async function icons() {
  const blind = !hasDisplay();
  const runtime = await setUp({ lists: ['start', ...(blind ? ['display'] : [])], runtime: true });
  const display = blind ? await openDisplay() : null;
  const env = { ...process.env, ...display?.env };
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), path.join(ROOT, 'build/icons/draw.mjs')];
  try {
    return await foreground(runtime.binary, args, { env, stdio: ['ignore', 'inherit', 'ignore'] });
  } finally {
    display?.stop();
  }
}
