import path from 'node:path';
import { foreground } from '../setup/exec.mjs';
import { setUp } from '../setup/index.mjs';
import { OUT, toolNode } from '../setup/places.mjs';
import { inScene } from '../setup/scene.mjs';

/**
 * The command line of Comptoir, in plain Node. stdout is the command's own.
 * `demo` is of this folder only: it plays a visit in the real app with a simulated card, which no package contains.
 */
export default async function comptoir(args) {
  if (args[0] === 'demo') return inScene('demo', args.slice(1));
  await setUp({ build: 'test' });
  return foreground(toolNode(), [path.join(OUT, 'main/cli.js'), ...args]);
}
