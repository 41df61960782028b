import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { LANGUAGES } from '../../main/core/language.ts';
import { type App, openApp } from './app.ts';
import { kioskOf } from './pages/kiosk.ts';
import { words } from './pages/words.ts';

// settings.json as people leave it: broken, misspelt, out of range, not there; and the seats one machine may open.

let folder: string;
let app: App | null = null;
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'comptoir-e2e-'));
});
test.afterEach(async () => {
  await app?.close();
  app = null;
  rmSync(folder, { recursive: true, force: true });
});

/** Which seats have a window. */
const seats = (of: App) =>
  of.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => new URL(window.webContents.getURL()).host)
      .sort(),
  );

const BROKEN: { name: string; text: string; rows: [key: string, found: string, allowed: string][] }[] = [
  {
    name: 'broken JSON',
    text: '{\n  "locked": false,\n  "seats": ["kiosk", "console",\n}\n',
    rows: [['settings.json:4', '}', 'JSON']],
  },
  {
    name: 'an unknown key, a wrong type and a number out of range, all at once',
    text: JSON.stringify({ seats: ['kiosk', 'console'], colour: 'red', idle: { seconds: 5 }, place: { name: 7 } }),
    rows: [
      ['colour', '"colour"', '{ seats, place, languages, staffLanguage, idle, readers, pin, printers, papers, journal, locked }'],
      ['idle.seconds', '5', 'integer 20..1800'],
      ['place.name', '7', 'string ..80'],
    ],
  },
];

for (const { name, text, rows } of BROKEN) {
  test(`${name}: only the kiosk opens, sends citizens to a person in every language and shows the IT person what is wrong`, async () => {
    app = await openApp({ folder, settings: text });
    const page = await app.window('kiosk');
    for (const language of LANGUAGES) {
      const said = words(language, 'setup');
      await expect(page.locator(`h1 [lang=${language}]`)).toContainText(said('title'));
      await expect(page.locator(`h1 [lang=${language}]`)).toContainText(said('next'));
    }
    for (const [key, found, allowed] of rows) {
      const row = page.getByRole('row', { name: key });
      await expect(row.getByRole('rowheader')).toHaveText(key);
      await expect(row.getByRole('cell')).toHaveText([found, allowed]);
    }
    await expect(page.getByRole('row')).toHaveCount(rows.length + 1);
    // Nothing can be begun, and no console ever opened.
    await page.mouse.click(400, 300);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.locator('h1')).toBeVisible();
    expect(await seats(app)).toEqual(['kiosk']);
    expect(readFileSync(path.join(folder, 'settings.json'), 'utf8')).toBe(text);
  });
}

test('a kiosk that was locked stays locked when its file has a slip; corrected, it is a kiosk again', async () => {
  const file = path.join(folder, 'settings.json');
  app = await openApp({ folder, settings: '{ "locked": true, "seats": ["kiosk"], }' });
  await expect((await app.window('kiosk')).getByRole('rowheader', { name: 'settings.json:1' })).toBeVisible();
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isKiosk()))).toEqual([
    true,
  ]);
  await app.close({ keep: true });
  writeFileSync(file, '{ "seats": ["kiosk"], "languages": ["nl", "de"] }');
  app = await openApp({ folder });
  const kiosk = await kioskOf(app, 'nl');
  await kiosk.begin();
  await expect(kiosk.page.locator('.tools [lang=fr]')).toHaveCount(0);
  await kiosk.press(words('nl', 'attract')('name'));
  await expect(kiosk.page.getByRole('dialog').getByRole('listitem')).toHaveText(['Nederlands', 'Deutsch']);
});

test('no file: kiosk and console, with every default', async () => {
  app = await openApp({ folder });
  const kiosk = await kioskOf(app, 'fr');
  await app.window('console');
  expect(await seats(app)).toEqual(['console', 'kiosk']);
  await kiosk.begin();
  await kiosk.heading(kiosk.w('home.hello'));
});

test('one seat alone: kiosk, console or phone, each works', async () => {
  app = await openApp({ folder, settings: { seats: ['phone'], staffLanguage: 'nl' } });
  const phone = await app.window('phone');
  await phone.getByRole('button', { name: words('nl', 'phone')('call.start') }).click();
  await expect(phone.getByRole('timer')).toBeVisible();
  expect(await seats(app)).toEqual(['phone']);
  await app.close({ keep: true });

  app = await openApp({ folder, settings: { seats: ['console'], staffLanguage: 'de' } });
  const desk = await app.window('console');
  await expect(desk.getByText(words('de', 'console')('journal.emptyToday'))).toBeVisible();
  await desk.getByRole('button', { name: words('de', 'console')('nav.health') }).click();
  await expect(desk.getByRole('heading', { name: words('de', 'console')('health.settings.name') })).toBeVisible();
  expect(await seats(app)).toEqual(['console']);
  await app.close({ keep: true });

  app = await openApp({ folder, settings: { seats: ['kiosk'] } });
  const kiosk = await kioskOf(app, 'en');
  await kiosk.begin();
  await kiosk.openSheet('pension-estimation');
  await kiosk.end();
  expect(await seats(app)).toEqual(['kiosk']);
});

test('on one screen the window of the citizen lies in front of the console, which opens after it', async () => {
  app = await openApp({ folder, settings: { seats: ['kiosk', 'console'] } });
  await Promise.all([app.window('kiosk'), app.window('console')]);
  const ids = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(
      (window) => [window.getNativeWindowHandle().readUInt32LE(0), new URL(window.webContents.getURL()).host] as const,
    ),
  );
  const named = new Map(ids);
  const stack = () => {
    const list = execFileSync('xprop', ['-root', '_NET_CLIENT_LIST_STACKING'], { encoding: 'utf8' });
    return (list.match(/0x[0-9a-f]+/g) ?? []).flatMap((id) => named.get(Number(id)) ?? []);
  };
  await expect.poll(stack).toEqual(['console', 'kiosk']);
  // Whoever starts Comptoir again gets the console, too.
  await app.electron.evaluate(({ app: electron }) => void electron.emit('second-instance'));
  await expect.poll(stack).toEqual(['kiosk', 'console']);
});
