import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { PapersView } from '../../main/core/papers/view.ts';
import { samplePdf } from '../../main/services/papers/samples.ts';
import { type CupsWorld, startCups } from '../../main/services/print/world.ts';
import { found } from './pages/found.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { openPane, openPortalCounter, type PortalCounter } from './pages/portal.ts';

// A document's whole way through a visit: in from the site, a scanner, a phone; seen, printed, given back to the site; gone.

const MARK = 'MARK-ON-A-PHONE-4471';
const SITE = 'https://irisbox.irisnet.be/irisbox/tricks/';

let counter: PortalCounter;
let cups: CupsWorld;
let sane: string;
test.beforeEach(async () => {
  sane = mkdtempSync(path.join(tmpdir(), 'sane-'));
  writeFileSync(path.join(sane, 'dll.conf'), 'test\n');
  cups = await startCups();
  counter = await openPortalCounter({
    service: false,
    settings: { printers: { kiosk: 'desk' }, papers: { phone: { address: '127.0.0.1', port: 8443 } } },
    env: { CUPS_SERVER: cups.server, SANE_CONFIG_DIR: sane },
  });
});
test.afterEach(async () => {
  await counter.close();
  await cups.stop();
  rmSync(sane, { recursive: true, force: true });
});

const inMemory = () =>
  readdirSync('/dev/shm', { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.parentPath.includes('comptoir-papers-'),
  );
const papersOf = async ({ page }: Kiosk) => {
  const answer = await page.evaluate(() => window.comptoir.request('papers.read', undefined));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value as PapersView; // the contract's own shape
};

test('a document of the site is seen large, printed, given back to the site, and gone at the end', async () => {
  const { app, portal } = counter;
  const kiosk = await kioskOf(app);
  const { page, w } = kiosk;
  await kiosk.begin();
  await kiosk.openSheet('composition-menage');
  await kiosk.walkGuide('composition-menage', 1);
  const pane = await openPane(app, 'composition-menage');
  const site = await pane.page();
  await site.goto(`${SITE}page`, { waitUntil: 'commit' });
  await site.evaluate(() => void location.assign('/irisbox/tricks/download?kind=pdf&inline=1'));
  await expect(page.getByText(w('papers.arrived.text', { name: 'attestation' }))).toBeVisible();

  await kiosk.press(w('papers.arrived.see'));
  await kiosk.heading(w('papers.title'));
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

  await site.goto(`${SITE}upload`, { waitUntil: 'commit' });
  await site.locator('#go').click();
  await expect(page.getByRole('dialog', { name: w('papers.choose.title') })).toBeVisible();
  await page.locator('.choose-paper').click();
  await kiosk.press(w('papers.choose.give'));
  await expect.poll(() => site.locator('#go').evaluate((it) => (it as HTMLInputElement).files?.length)).toBe(1); // a file field
  await site.locator('#send').click();
  await expect.poll(() => portal.record.uploads.length).toBe(1);
  expect(portal.record.uploads[0]).toMatchObject({ name: 'document-1.pdf', type: 'application/pdf' });

  expect(inMemory().length).toBeGreaterThan(0);
  await kiosk.end();
  await expect.poll(() => inMemory().length).toBe(0);
  await expect.poll(() => cups.spool()).toEqual([]);
  const next = await kioskOf(app);
  expect((await papersOf(next)).list).toEqual([]);
});

test('a sheet on the scanner becomes a document', async () => {
  const kiosk = await kioskOf(counter.app);
  const { page, w } = kiosk;
  await kiosk.begin();
  await page.evaluate(() => window.comptoir.request('visit.read', undefined));
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
});

test('a photo from a phone comes once, and is found nowhere after the end', async () => {
  const began = Date.now();
  const { app } = counter;
  const kiosk = await kioskOf(app);
  const { page, w } = kiosk;
  await kiosk.begin();
  await kiosk.openSheet('composition-menage');
  await kiosk.walkGuide('composition-menage', 1);
  const pane = await openPane(app, 'composition-menage');
  const site = await pane.page();
  await site.goto(`${SITE}upload`, { waitUntil: 'commit' });
  await site.locator('#go').click();
  await kiosk.press(w('papers.phone.ask'));
  await expect(page.getByRole('img', { name: w('papers.phone.qr') })).toBeVisible();
  const { phone } = await papersOf(kiosk);
  if (phone.state !== 'open') throw new Error(phone.state);
  expect(await send(phone.url, samplePdf(MARK))).toContain(w('papers.page.received'));
  await expect(page.getByText(w('papers.phone.received'))).toBeVisible();
  await expect(send(phone.url, samplePdf(MARK))).rejects.toThrow();
  await kiosk.press(w('move.close'));
  await expect(page.locator('.choose-paper')).toHaveCount(1);
  await kiosk.press(w('papers.choose.no'));
  await kiosk.end();
  await expect.poll(() => inMemory().length).toBe(0);
  const secret = phone.url.split('/').at(-1) ?? '';
  expect(app.said()).not.toContain(secret);
  for (const folder of [app.folder, '/dev/shm']) expect(found(folder, [MARK, secret], began), folder).toEqual([]);
});

function send(url: string, pdf: Buffer): Promise<string> {
  const body = Buffer.concat([
    Buffer.from('--B\r\nContent-Disposition: form-data; name="paper"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n'),
    pdf,
    Buffer.from('\r\n--B--\r\n'),
  ]);
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=B', 'Content-Length': body.length };
    const request = https.request(url, { method: 'POST', headers, rejectUnauthorized: false, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve(text));
    });
    request.on('error', reject);
    request.end(body);
  });
}
