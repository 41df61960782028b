import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { type App, openApp } from './app.ts';
import { kioskOf } from './pages/kiosk.ts';
import { procedure, words } from './pages/words.ts';

// The disk fails, people are helped all the same: full, read-only, and a journal with damaged bytes. A small disk of its own.

const SHEET = 'eid-pin-code';
const said = words('fr', 'console');

let disk: string;
let running: App | null = null;
const open = async (): Promise<App> => {
  running = await openApp({ folder: disk });
  return running;
};
test.beforeEach(() => {
  disk = mkdtempSync(path.join(tmpdir(), 'comptoir-disk-'));
  // Only this run's own world sees the mount.
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=700', 'comptoir-test', disk]);
});
test.afterEach(async () => {
  await running?.close({ keep: true });
  running = null;
  execFileSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Takes every byte that is left. */
function fill(): void {
  const file = openSync(path.join(disk, 'filler'), 'a');
  for (let piece = 1024 * 1024; piece >= 1; ) {
    try {
      writeSync(file, Buffer.alloc(piece));
    } catch {
      piece = Math.floor(piece / 2);
    }
  }
  closeSync(file);
}
const makeRoom = () => rmSync(path.join(disk, 'filler'));

/** A whole visit, from the poster to erased, of somebody who read a sheet and began its guide. */
async function helped(app: App): Promise<void> {
  const kiosk = await kioskOf(app);
  await kiosk.begin();
  await kiosk.openSheet(SHEET);
  await kiosk.walkGuide(SHEET, 2);
  await kiosk.end();
}
/** What the console says of this part, in a sentence. */
async function healthSays(app: App, id: string, status: string, detail?: RegExp): Promise<void> {
  const desk = await app.window('console');
  await desk.getByRole('button', { name: said('nav.health') }).click();
  await desk.getByRole('button', { name: said('health.again') }).click();
  const check = desk.locator('.check', { has: desk.getByRole('heading', { name: said(`health.${id}.name`), exact: true }) });
  await expect(check).toContainText(said(`health.${id}.${status}`));
  if (detail) await expect(check).toContainText(detail);
}
const lines = async (app: App) => (await app.window('console')).getByRole('row', { name: procedure('fr', SHEET).title });

async function day(app: App): Promise<void> {
  await (await app.window('console')).getByRole('button', { name: said('nav.room') }).click();
}

test('the disk gets full in the middle of a visit: the visit ends well, the console says so, and the line arrives when there is room', async () => {
  const app = await open();
  await helped(app);
  await expect(await lines(app)).toHaveCount(1);
  const kiosk = await kioskOf(app);
  await kiosk.begin();
  await kiosk.openSheet(SHEET);
  fill();
  await kiosk.walkGuide(SHEET);
  await kiosk.heading(kiosk.w('closing.titleDone'));
  await kiosk.end();
  await helped(app);
  await healthSays(app, 'disk', 'bad');
  await healthSays(app, 'journal', 'warning', /kept=2/);
  await day(app);
  const desk = await app.window('console');
  await expect(desk.getByRole('alert').filter({ hasText: words('fr', 'mishaps')('journal-full.title') })).toBeVisible();
  await expect(await lines(app)).toHaveCount(1);

  makeRoom();
  await helped(app);
  await expect(await lines(app)).toHaveCount(4);
  await expect(desk.getByRole('alert').filter({ hasText: words('fr', 'mishaps')('journal-full.title') })).toHaveCount(0);
  await healthSays(app, 'journal', 'good');
});

test('the disk is full at start: the counter opens, helps, and writes when there is room', async () => {
  fill();
  const app = await open();
  await helped(app);
  await healthSays(app, 'disk', 'bad');
  makeRoom();
  await helped(app);
  await day(app);
  await expect(await lines(app)).toHaveCount(2);
});

test('the disk is read-only: the counter opens, helps, says so, and writes when it may', async () => {
  writeFileSync(path.join(disk, 'settings.json'), '{}');
  execFileSync('mount', ['-o', 'remount,ro', disk]);
  const app = await open();
  await helped(app);
  await healthSays(app, 'disk', 'bad');
  await healthSays(app, 'journal', 'bad', /journal-readonly kept=1/);
  await day(app);
  const desk = await app.window('console');
  await expect(desk.getByRole('alert').filter({ hasText: words('fr', 'mishaps')('journal-readonly.title') })).toBeVisible();
  execFileSync('mount', ['-o', 'remount,rw', disk]);
  await helped(app);
  await expect(await lines(app)).toHaveCount(2);
});

test('the journal is damaged at start: it is set aside, the console says so, and new lines are written', async () => {
  const before = await open();
  await helped(before);
  await expect(await lines(before)).toHaveCount(1);
  await before.close({ keep: true });
  const file = path.join(disk, 'journal.db');
  const bytes = readFileSync(file);
  for (let at = 100; at < bytes.length; at += 7) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(file, bytes);

  const app = await open();
  await helped(app);
  await expect((await lines(app)).first()).toBeVisible();
  await healthSays(app, 'journal', 'warning', /aside=/);
  const aside = readdirSync(disk).filter((name) => name.startsWith('journal-damaged') && name.endsWith('.db'));
  expect(aside).toHaveLength(1);
  expect(readFileSync(path.join(disk, aside[0] ?? '')).equals(bytes)).toBe(true);
});
