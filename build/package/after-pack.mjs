import { rmSync } from 'node:fs';
import path from 'node:path';

/** Called by electron-builder with the packed folder: takes out what a development runtime carries and a package must not. */
export default function afterPack({ appOutDir }) {
  for (const name of ['resources/default_app.asar', 'version', '.complete']) rmSync(path.join(appOutDir, name), { force: true });
}
