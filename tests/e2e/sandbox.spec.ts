import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { openWorld, type World } from '../../native/sim/world.ts';
import { type OrdinaryUser, ordinaryUser } from '../fixtures/ordinary-user.ts';
import { ROOT } from './app.ts';
import { procedure, words } from './pages/words.ts';

// As on a counter: an ordinary user, and the operating system's sandbox on. No switch takes it away.

/** The project and Electron, by paths that anybody can enter. */
const APP = process.env.COMPTOIR_OPEN_APP ?? ROOT;
const ELECTRON = process.env.COMPTOIR_OPEN_ELECTRON ?? path.join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron');

let world: World;
let user: OrdinaryUser;
let app: ChildProcess;
let browser: Browser;
let folder: string;
test.beforeAll(async () => {
  world = await openWorld();
  user = ordinaryUser();
  folder = path.join(user.home, 'data');
  const [command = '', ...prefix] = user.prefix;
  const args = [...prefix, ELECTRON, APP, `--user-data-dir=${folder}`, '--remote-debugging-port=0'];
  app = spawn(command, args, { env: user.env, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  browser = await chromium.connectOverCDP(await listening(app));
});
test.afterAll(async () => {
  await browser?.close();
  const ended = new Promise((resolve) => app.once('exit', resolve));
  app.kill('SIGTERM');
  await ended;
  await world.close();
  user.leave();
});

/** Where the app's debugger listens, from what it says. */
function listening(process: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    process.once('exit', () => reject(new Error(`the app ended: ${said}`)));
  });
}

async function windowOf(seat: string): Promise<Page> {
  const find = () =>
    browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((page) => page.url().startsWith(`app://${seat}/`));
  await expect.poll(() => find() !== undefined).toBe(true);
  return find() as Page; // the poll has seen it
}

/** Every process of this app: its command line and what the kernel says of it. */
function processes(): { args: string; status: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return args.includes(folder) ? [{ args, status: readFileSync(`/proc/${pid}/status`, 'utf8') }] : [];
      } catch {
        return []; // gone while we looked
      }
    });
}

test('an ordinary user, the sandbox on: pages are filtered by the kernel, a visit is whole, and the health page says so', async () => {
  const kiosk = await windowOf('kiosk');
  const desk = await windowOf('console');
  const [attract, w, said] = [words('fr', 'attract'), words('fr', 'kiosk'), words('fr', 'console')];

  await kiosk.locator('.attract-counter').click();
  await kiosk.getByRole('button', { name: attract('name') }).click();
  await kiosk
    .getByRole('button', { name: procedure('fr', 'eid-pin-code').title })
    .first()
    .click();
  await expect(kiosk.locator('.promise-card')).toContainText(w('card.no-card.short'));
  const all = processes();
  const pages = all.filter(({ args }) => args.includes('--type=renderer'));
  expect(pages.length).toBeGreaterThanOrEqual(2);
  // Seccomp 2: a filter on system calls; NoNewPrivs: nothing it starts gains a right (proc(5)).
  for (const { status } of pages) {
    expect(status).toMatch(/^Seccomp:\s+2$/m);
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
  }
  for (const { args, status } of all) {
    expect(args).not.toMatch(/--no-sandbox|--disable-\S*sandbox/);
    expect(status).not.toMatch(/^Uid:\s+0\s/m);
  }

  await kiosk.getByRole('button', { name: w('promise.end') }).click();
  await kiosk.getByRole('button', { name: w('closing.end') }).click();
  await expect(desk.getByRole('row', { name: procedure('fr', 'eid-pin-code').title })).toBeVisible();
  await desk.getByRole('button', { name: said('nav.health') }).click();
  await expect(desk.locator('.check', { has: desk.getByRole('heading', { name: said('health.sandbox.name') }) })).toContainText(
    said('health.sandbox.good'),
  );
});
