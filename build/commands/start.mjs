import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hasDisplay, openDisplay } from '../setup/display.mjs';
import { setUp } from '../setup/index.mjs';
import { ROOT, SCREENS } from '../setup/places.mjs';
import { runtimeEnv } from '../setup/runtime.mjs';
import { say } from '../setup/say.mjs';

/** Opens Comptoir from this folder. Without a display: under Xvfb, with a picture of each window in build/screens. */
export default async function start(args) {
  const once = args.includes('--once');
  const rest = args.filter((word) => word !== '--once');
  const blind = process.platform === 'linux' && !hasDisplay();
  const runtime = await setUp({ lists: ['start', ...(blind ? ['display'] : [])], runtime: true, build: 'test' });
  if (runtime.kind === 'fallback')
    say(`Electron ${runtime.electron}, a stand-in, is used: good for trying and testing, never shipped.`);
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  if (asRoot) say('You are root: Chromium runs without its sandbox (development only; the packaged app refuses this).');
  const display = blind ? await openDisplay() : null;
  const env = { ...runtimeEnv(runtime), ...display?.env };
  if (display) {
    rmSync(SCREENS, { recursive: true, force: true });
    mkdirSync(SCREENS, { recursive: true });
    env.COMPTOIR_SCREENS = SCREENS;
    say(
      `There is no display: Comptoir opens under Xvfb. A picture of each window will be in ${path.relative(process.cwd(), SCREENS) || '.'}.`,
    );
  }
  // A machine without display has no session bus either; Chromium would tell so a dozen times.
  const flags = [...(asRoot ? ['--no-sandbox'] : []), ...(blind ? ['--log-level=3'] : [])];
  // Without root's right to lock memory, as for an ordinary user (services/login/memory.ts says why).
  const [program, ...first] = asRoot ? ['setpriv', '--bounding-set=-ipc_lock', '--', runtime.binary] : [runtime.binary];
  const app = spawn(program, [...first, ...flags, ROOT, ...rest], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.kill(signal));
  const ended = new Promise((resolve) => app.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' ? 0 : 1))));
  if (display) pictures(app, once);
  const code = await ended;
  display?.stop();
  return code;
}

/** Says when all pictures are there (no new one for two seconds); with `once`, ends the app then. */
function pictures(app, once) {
  let count = 0;
  let still = 0;
  const timer = setInterval(() => {
    const files = existsSync(SCREENS) ? readdirSync(SCREENS).filter((name) => name.endsWith('.png')) : [];
    still = files.length > 0 && files.length === count ? still + 1 : 0;
    count = files.length;
    if (still < 8) return;
    clearInterval(timer);
    say(`Pictures: ${files.map((name) => path.relative(process.cwd(), path.join(SCREENS, name))).join(', ')}`);
    if (once) app.kill('SIGTERM');
    else say('Comptoir goes on running. Ctrl+C ends it.');
  }, 250);
  app.on('exit', () => clearInterval(timer));
}
