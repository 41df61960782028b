import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { DIGEST_FILE, digestOf } from '../../main/services/catalogue/digest.ts';
import { type App, openApp } from './app.ts';
import { kioskOf } from './pages/kiosk.ts';
import { words } from './pages/words.ts';

// No procedure of health or justice is packaged yet: one of ours becomes one for this test.

const ID = 'pension-estimation';
let catalogue: string;
let app: App;
test.beforeEach(async () => {
  catalogue = mkdtempSync(path.join(tmpdir(), 'comptoir-catalogue-'));
  cpSync(path.resolve(import.meta.dirname, '../../locales/procedures'), catalogue, { recursive: true });
  const file = path.join(catalogue, ID, 'procedure.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), theme: 'sante-handicap' }));
  writeFileSync(path.join(catalogue, DIGEST_FILE), JSON.stringify(digestOf(catalogue)));
  app = await openApp({ settings: { seats: ['kiosk', 'console'] }, env: { COMPTOIR_CATALOGUE: catalogue } });
});
test.afterEach(async () => {
  await app.close();
  rmSync(catalogue, { recursive: true, force: true });
});

test('of a visit about health the room sees "in use", the citizen is told what is counted, and the console has the theme only', async () => {
  const kiosk = await kioskOf(app, 'fr');
  const desk = await app.window('console');
  const said = words('fr', 'console');
  await kiosk.begin();
  await kiosk.openSheet(ID);
  await kiosk.walkGuide(ID, 2);
  await expect(desk.getByText(said('room.inUseNow')).first()).toBeVisible();
  await expect(desk.getByText(said('room.noTheme'))).toBeVisible();
  await expect(desk.locator('body')).not.toContainText(said('theme.sante-handicap'));

  await kiosk.page.locator('.promise-end').click();
  await expect(kiosk.page.getByText(kiosk.w('closing.countsTheme'))).toBeVisible();
  await expect(kiosk.page.getByText(kiosk.w('closing.countsText'))).toHaveCount(0);
  await kiosk.end();

  await expect(desk.getByText(said('theme.sante-handicap')).first()).toBeVisible();
  await expect(desk.getByText(said('journal.private_one', { count: '1' })).first()).toBeVisible();
  await expect(desk.getByRole('row')).toHaveCount(0);
  await desk.keyboard.press('Alt+2');
  await expect(desk.getByRole('heading', { name: said('journal.title') })).toBeVisible();
  await expect(desk.getByRole('heading', { level: 2 }).first()).toContainText(said('journal.count_one', { count: '1' }));
  await desk
    .locator('.segment')
    .filter({ hasText: said('journal.todo') })
    .click();
  await expect(desk.getByText(said('journal.emptyTodo'))).toBeVisible();
});
