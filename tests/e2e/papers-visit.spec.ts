import { expect, test } from '@playwright/test';
import { LANGUAGES } from '../../main/core/language.ts';
import { samplePdf } from '../../main/services/papers/samples.ts';
import { SEED } from '../fixtures/sample.ts';
import { found } from './pages/found.ts';
import { kioskOf } from './pages/kiosk.ts';
import {
  besideSite,
  download,
  openPapersCounter,
  type PapersCounter,
  papersInMemory,
  papersOf,
  sendFromPhone,
} from './pages/papers.ts';

// A document's whole way through a visit: in from the site, a scanner, a phone; seen, printed, given back to the site; gone.

const MARK = 'MARK-ON-A-PHONE-4471';
/** The other languages in turn, from where the seed says; the main way is also gone in French. */
const others = LANGUAGES.filter((language) => language !== 'fr');
const drawn = (at: number) => others[(SEED + at) % others.length] ?? 'fr';

let counter: PapersCounter;
test.beforeAll(async () => {
  counter = await openPapersCounter();
});
test.afterAll(async () => counter?.close());

for (const language of ['fr', drawn(0)] as const)
  test(`a document of the site is seen large, printed, given back to the site, and gone at the end: ${language}, seed ${SEED}`, async () => {
    const { app, portal, cups } = counter;
    const kiosk = await kioskOf(app, language);
    const { page, w } = kiosk;
    const before = portal.record.uploads.length;
    await kiosk.begin();
    const { pane, go } = await besideSite(counter, kiosk, 'page');
    await download(kiosk, pane);
    await page.getByRole('button', { name: w('papers.viewOf', { name: 'attestation' }) }).click();
    await expect(page.locator('.viewer-page[data-drawn="1"]')).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('.viewer .unseen', { hasText: 'Document de test' })).toHaveCount(1);
    const inks = await page.locator('canvas.viewer-page').evaluate((it) => {
      const canvas = it as HTMLCanvasElement; // by its selector
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 100) dark += 1;
      return dark;
    });
    expect(inks).toBeGreaterThan(500);
    await kiosk.press(w('paper.kiosk'));
    await expect(page.getByText(w('papers.printed.kiosk'))).toBeVisible();
    await kiosk.press(w('move.close'));
    await kiosk.press(w('move.back'));

    const site = await go('upload');
    await site.locator('#go').click();
    await expect(page.getByRole('dialog', { name: w('papers.choose.title') })).toBeVisible();
    await page.locator('.choose-paper').click();
    await kiosk.press(w('papers.choose.give'));
    await expect.poll(() => site.locator('#go').evaluate((it) => (it as HTMLInputElement).files?.length)).toBe(1); // a file field
    await site.locator('#send').click();
    await expect.poll(() => portal.record.uploads.length).toBe(before + 1);
    expect(portal.record.uploads.at(-1)).toMatchObject({ name: 'document-1.pdf', type: 'application/pdf' });

    expect(papersInMemory().length).toBeGreaterThan(0);
    await page.locator('.promise-end').click();
    await expect(page.locator('.closing-end')).toBeVisible();
    await expect(page.locator('.closing-untaken')).toHaveCount(0);
    await kiosk.end();
    await expect.poll(() => papersInMemory().length).toBe(0);
    await expect.poll(() => cups.spool()).toEqual([]);
    const next = await kioskOf(app, language);
    expect((await papersOf(next)).list).toEqual([]);
  });

test('a document that nobody has taken is named before everything is erased, and printing it puts that right', async () => {
  const kiosk = await kioskOf(counter.app, 'fr');
  const { page, w } = kiosk;
  const end = page.locator('.closing-end');
  await kiosk.begin();
  const { pane } = await besideSite(counter, kiosk, 'page');
  await download(kiosk, pane);
  await kiosk.press(w('promise.end'));
  await expect(page.locator('.closing-untaken')).toContainText(w('closing.untaken.title_one'));
  await expect(page.locator('.closing-untaken')).toContainText('attestation');
  await expect(end).toHaveText(w('closing.untaken.end'));
  await kiosk.press(w('closing.untaken.take_one'));
  await page.getByRole('button', { name: w('papers.viewOf', { name: 'attestation' }) }).click();
  await kiosk.press(w('paper.kiosk'));
  await expect(page.getByText(w('papers.printed.kiosk'))).toBeVisible();
  await kiosk.press(w('move.close'));
  await kiosk.press(w('promise.end'));
  await expect(end).not.toHaveText(w('closing.untaken.end'));
  await expect(page.locator('.closing-untaken')).toHaveCount(0);
  await kiosk.end();
});

test('a sheet on the scanner becomes a document', async () => {
  const kiosk = await kioskOf(counter.app, drawn(1));
  const { page, w } = kiosk;
  await kiosk.begin();
  await expect.poll(async () => (await papersOf(kiosk)).scanner, { timeout: 20_000 }).toBe('ready');
  const scanned = await page.evaluate(() => window.comptoir.request('papers.scan', undefined));
  expect(scanned).toMatchObject({ ok: true, value: { kind: 'jpeg', from: 'scan' } });
  await kiosk.openSheet('composition-menage');
  await kiosk.press(w('promise.end'));
  await kiosk.press(w('papers.count', { n: 1 }));
  await page.getByRole('button', { name: w('papers.viewOf', { name: w('papers.nameless', { n: 1 }) }) }).click();
  await expect
    .poll(() => page.locator('img.viewer-page').evaluate((it) => (it as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(100); // by its selector
  await kiosk.press(w('move.close'));
  await kiosk.press(w('move.back'));
  await kiosk.end();
});

test('a photo from a phone comes once, and is found nowhere after the end', async () => {
  const began = Date.now();
  const { app } = counter;
  const kiosk = await kioskOf(app, drawn(2));
  const { page, w } = kiosk;
  await kiosk.begin();
  const { pane } = await besideSite(counter, kiosk, 'upload');
  const site = await pane.page();
  await site.locator('#go').click();
  await kiosk.press(w('papers.phone.ask'));
  await expect(page.getByRole('img', { name: w('papers.phone.qr') })).toBeVisible();
  const { phone } = await papersOf(kiosk);
  if (phone.state !== 'open') throw new Error(phone.state);
  expect(await sendFromPhone(phone.url, samplePdf(MARK))).toContain(w('papers.page.received'));
  await expect(page.getByText(w('papers.phone.received'))).toBeVisible();
  await expect(sendFromPhone(phone.url, samplePdf(MARK))).rejects.toThrow();
  await kiosk.press(w('move.close'));
  await expect(page.locator('.choose-paper')).toHaveCount(1);
  await kiosk.press(w('papers.choose.no'));
  await kiosk.end();
  await expect.poll(() => papersInMemory().length).toBe(0);
  const secret = phone.url.split('/').at(-1) ?? '';
  expect(app.said()).not.toContain(secret);
  for (const folder of [app.folder, '/dev/shm']) expect(found(folder, [MARK, secret], began), folder).toEqual([]);
});
