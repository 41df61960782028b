import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { type OrdinaryUser, ordinaryUser } from '../fixtures/ordinary-user.ts';

// The packaged app, driven through its windows. The variant made by `npm run package -- --testable`
// differs from what ships in one fuse: Playwright needs --inspect.
const APP = process.env.COMPTOIR_OPEN_APP ?? path.resolve(import.meta.dirname, '../..');
const BINARY = path.join(APP, 'build/dist/testable/linux-unpacked/comptoir');

let user: OrdinaryUser;
let folder: string;
let app: ElectronApplication;

test.beforeAll(async () => {
  user = ordinaryUser();
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-drive-'));
  chmodSync(folder, 0o755);
  // Playwright starts one program; the package refuses root, so that program becomes the user first.
  const launcher = path.join(folder, 'comptoir');
  writeFileSync(launcher, `#!/bin/sh\nexec ${user.prefix.join(' ')} ${BINARY} "$@"\n`, { mode: 0o755 });
  app = await _electron.launch({ executablePath: launcher, env: user.env, cwd: '/', chromiumSandbox: true });
});
test.afterAll(async () => {
  await app.close();
  user.leave();
  rmSync(folder, { recursive: true, force: true });
});

async function window(name: string): Promise<Page> {
  await expect.poll(() => app.windows().some((page) => page.url().startsWith(`app://${name}/`)), { timeout: 20_000 }).toBe(true);
  const page = app.windows().find((one) => one.url().startsWith(`app://${name}/`));
  if (!page) throw new Error(`${name} closed while we looked`);
  return page;
}

test('it is the package, as an ordinary user, in its sandbox', async () => {
  const is = await app.evaluate(({ app: self }) => ({
    packaged: self.isPackaged,
    name: self.getName(),
    uid: process.getuid?.(),
  }));
  expect(is).toMatchObject({ packaged: true, name: 'Comptoir' });
  expect(is.uid).not.toBe(0);
});

test('a citizen goes from the attract screen to the home screen in Dutch', async () => {
  const kiosk = await window('kiosk');
  await kiosk.getByText('Raak het').first().click();
  await kiosk.getByRole('button', { name: 'Nederlands' }).first().click();
  await expect(kiosk.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(kiosk.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the journal is on the disk of this user, and the console shows the day', async () => {
  const console = await window('console');
  await expect(console.getByRole('navigation').first()).toBeVisible();
  await expect.poll(() => existsSync(path.join(user.home, '.config/Comptoir'))).toBe(true);
});
