// Starts `electron [-r module] [switches] <folder or file> [arguments]`, as Electron's own default app does.
// For the fallback runtime, which comes without one; development and tests only.
import fs from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preload = [];
let target = null;
const rest = process.argv.slice(1);
while (rest.length > 0 && target === null) {
  const word = rest.shift();
  if (word === '-r' || word === '--require') preload.push(rest.shift());
  else if (!word.startsWith('-')) target = path.resolve(word);
}

// Playwright hands its loader over with -r; Node's own way to preload is not public.
if (preload.length > 0) Module._preloadModules(preload);
if (target === null) {
  console.error('usage: electron [-r module] path/to/app');
  app.exit(2);
} else {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const manifest = path.join(target, 'package.json');
  if (fs.existsSync(manifest)) {
    const about = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    if (about.version) app.setVersion(about.version);
    app.name = about.productName || about.name || app.name;
    app.setDesktopName(about.desktopName || `${app.name}.desktop`);
    app.setAppPath(target);
  } else {
    app.setAppPath(path.dirname(target));
  }
  try {
    const entry = createRequire(path.join(path.dirname(target), 'x.js')).resolve(target);
    // Awaited at top level, so that the app's own top level runs before `ready`.
    await import(pathToFileURL(entry).href);
  } catch (error) {
    console.error(`Cannot start ${target}`);
    console.error(error);
    app.exit(1);
  }
}
