import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { makePdf } from '../portal/pdf.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { besideSite, download, openPapersCounter, type PapersCounter, papersInMemory } from './pages/papers.ts';
import { type PluggedStick, plugStick } from './pages/stick.ts';
import { words } from './pages/words.ts';

// What a citizen takes along on a USB stick of their own. The stick is a file system that is really mounted, where a desktop mounts one.

const PDF = makePdf(['Attestation', 'Document de test']);

let counter: PapersCounter;
let stick: PluggedStick | null = null;
test.beforeAll(async () => {
  counter = await openPapersCounter();
});
test.afterAll(async () => counter?.close());
test.afterEach(() => {
  stick?.pull();
  stick = null;
});

/** Beside the site, with one document of it, before the window of the stick. */
async function withDocument(): Promise<Kiosk> {
  const kiosk = await kioskOf(counter.app);
  await kiosk.begin();
  const { pane } = await besideSite(counter, kiosk, 'page');
  await download(kiosk, pane);
  await kiosk.press(kiosk.w('papers.stick.ask'));
  return kiosk;
}
const copyButton = ({ page, w }: Kiosk) => page.getByRole('button', { name: w('papers.stick.go'), exact: true });
/** The stick is seen under its label, and the copy is begun. */
async function copyTo(kiosk: Kiosk, label: string): Promise<void> {
  await expect(kiosk.page.getByText(kiosk.w('papers.stick.there', { name: label }))).toBeVisible();
  await copyButton(kiosk).click();
}
/** Plain words, in a window that can be left. */
async function saysFailed({ page, press, w }: Kiosk): Promise<void> {
  const mishap = words('fr', 'mishaps');
  const said = page.locator('.paper-said[data-state="failed"]');
  await expect(said).toHaveText(`${mishap('stick-failed.title')} ${mishap('stick-failed.next')}`);
  await press(w('move.close'));
}

test('a document lies on the stick, whole, before the citizen is told to take it, and in no memory after the end', async () => {
  const kiosk = await withDocument();
  const { page, w } = kiosk;
  await expect(page.getByText(w('papers.stick.put'))).toBeVisible();
  await expect(copyButton(kiosk)).toBeDisabled();
  stick = plugStick('CLE DE NADIA');
  writeFileSync(path.join(stick.at, 'attestation.pdf'), 'of Nadia');
  await copyTo(kiosk, 'CLE DE NADIA');
  await expect(page.getByText(w('papers.stick.done_one', { count: 1 }))).toBeVisible();
  expect(readdirSync(stick.at).sort()).toEqual(['attestation-2.pdf', 'attestation.pdf']);
  expect(readFileSync(path.join(stick.at, 'attestation-2.pdf')).equals(PDF)).toBe(true);
  expect(readFileSync(path.join(stick.at, 'attestation.pdf'), 'utf8')).toBe('of Nadia');

  await kiosk.press(w('move.close'));
  expect(papersInMemory().length).toBeGreaterThan(0);
  await kiosk.end();
  await expect.poll(() => papersInMemory().length).toBe(0);

  // A stick that stayed in is the last visitor's: the next one does not get at it, nor is it named to them.
  const next = await withDocument();
  await next.page.waitForTimeout(2_000);
  await expect(next.page.getByText(w('papers.stick.put'))).toBeVisible();
  await expect(copyButton(next)).toBeDisabled();
  await next.press(w('move.close'));
  await next.end();
});

test('a stick that is pulled, full or protected is told of in plain words, and holds no half document', async () => {
  const kiosk = await withDocument();
  const { page, press, w } = kiosk;
  stick = plugStick('PARTIE');
  await expect(page.getByText(w('papers.stick.there', { name: 'PARTIE' }))).toBeVisible();
  stick.pull();
  await expect(page.getByText(w('papers.stick.put'))).toBeVisible();
  await expect(copyButton(kiosk)).toBeDisabled();

  stick = plugStick('PLEINE', '64k');
  // To the last byte.
  try {
    for (let n = 0; ; n++) writeFileSync(path.join(stick.at, `photo-${n}.jpg`), Buffer.alloc(4096));
  } catch {}
  const before = readdirSync(stick.at).sort();
  await copyTo(kiosk, 'PLEINE');
  await saysFailed(kiosk);
  expect(readdirSync(stick.at).sort()).toEqual(before);
  stick.pull();

  stick = plugStick('PROTEGEE');
  stick.protect();
  await press(w('papers.stick.ask'));
  await copyTo(kiosk, 'PROTEGEE');
  await saysFailed(kiosk);
  expect(readdirSync(stick.at)).toEqual([]);

  // A full stick keeps nobody from another one.
  stick.pull();
  stick = plugStick('AUTRE');
  await press(w('papers.stick.ask'));
  await copyTo(kiosk, 'AUTRE');
  await expect(page.getByText(w('papers.stick.done_one', { count: 1 }))).toBeVisible();
  expect(readdirSync(stick.at)).toEqual(['attestation.pdf']);
  // Nothing of ours holds it any more.
  stick.eject();
  await press(w('move.close'));
  await kiosk.end();
});
