import path from 'node:path';
import { foreground } from '../setup/exec.mjs';
import { setUp } from '../setup/index.mjs';
import { ROOT, toolNode } from '../setup/places.mjs';

/** The sites of the tests on this machine, for a browser of one's own, until Ctrl+C. On the Node of the tools: it reads TypeScript. */
export default async function sites() {
  await setUp({});
  return foreground(toolNode(), [path.join(ROOT, 'tests/portal/serve.ts')]);
}
