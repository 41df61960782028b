import { readFileSync } from 'node:fs';
import { type App, openApp } from '../app.ts';

/** The environment that the app was started with: a second start is to be like the first. */
function environmentOf({ electron }: App): Record<string, string> {
  const text = readFileSync(`/proc/${electron.process().pid}/environ`, 'utf8');
  const pairs = text.split('\0').filter((line) => line.includes('='));
  return Object.fromEntries(pairs.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

/** The power is cut, or the program ends as it should; then it starts again in the same folder. Gives the new one. */
export async function again(app: App, how: 'power cut' | 'quit'): Promise<App> {
  const { folder, electron } = app;
  const env = environmentOf(app);
  if (how === 'quit') await app.close({ keep: true });
  else {
    const gone = new Promise((resolve) => electron.process().once('exit', resolve));
    electron.process().kill('SIGKILL');
    await gone;
  }
  return openApp({ folder, env });
}
