import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { PapersView } from '../../../main/core/papers/view.ts';
import { type CupsWorld, startCups } from '../../../main/services/print/world.ts';
import type { Kiosk } from './kiosk.ts';
import { openPane, openPortalCounter, type Pane, type PortalCounter } from './portal.ts';

const PROCEDURE = 'composition-menage';

/** A counter where documents may come by every way: from the site, the scanner that SANE has for tests, and a phone. */
export interface PapersCounter extends PortalCounter {
  cups: CupsWorld;
  /** Or mends it. */
  breakScanner(on?: boolean): void;
}

/** `service`: with the service of the cards, too. */
export async function openPapersCounter(settings: object = {}, service = false): Promise<PapersCounter> {
  const sane = mkdtempSync(path.join(tmpdir(), 'sane-'));
  writeFileSync(path.join(sane, 'dll.conf'), 'test\n');
  const breakScanner = (on = true) =>
    writeFileSync(path.join(sane, 'test.conf'), `number_of_devices ${on ? 0 : 1}\ntest-picture "Color pattern"\n`);
  breakScanner(false);
  const cups = await startCups();
  const counter = await openPortalCounter({
    service,
    settings: { printers: { kiosk: 'desk' }, papers: { phone: { address: '127.0.0.1', port: 8443 } }, ...settings },
    env: { CUPS_SERVER: cups.server, SANE_CONFIG_DIR: sane },
  });
  return {
    ...counter,
    cups,
    breakScanner,
    async close() {
      await counter.close();
      await cups.stop();
      rmSync(sane, { recursive: true, force: true });
    },
  };
}

/** What the kiosk knows of the visit's documents. */
export async function papersOf({ page }: Pick<Kiosk, 'page'>): Promise<PapersView> {
  const answer = await page.evaluate(() => window.comptoir.request('papers.read', undefined));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value as PapersView; // the contract's own shape
}

/** Files of documents that lie in this machine's memory. */
export const papersInMemory = () =>
  readdirSync('/dev/shm', { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.parentPath.includes('comptoir-papers-'),
  );

interface BesideSite {
  pane: Pane;
  /** To another trick. */
  go(trick: string): Promise<Page>;
}

/** From home to the guide with the site beside it, at its first page or one of its tricks. */
export async function besideSite({ app }: PortalCounter, kiosk: Kiosk, trick?: string): Promise<BesideSite> {
  await kiosk.openSheet(PROCEDURE);
  // Its words are shorter where there is little room.
  await kiosk.page.locator('.sheet-go .btn-primary').click();
  await expect(kiosk.page.locator('.leaf').filter({ visible: true })).toBeVisible();
  const pane = await openPane(app, PROCEDURE);
  const go = async (to: string) => {
    const site = await pane.page();
    await site.goto(`https://irisbox.irisnet.be/irisbox/tricks/${to}`, { waitUntil: 'commit' });
    return site;
  };
  if (trick !== undefined) await go(trick);
  return { pane, go };
}

/** The site sends `attestation.pdf`: the citizen has a look at it, and is among their documents after that. */
export async function download(kiosk: Kiosk, pane: Pane): Promise<void> {
  const { page, w } = kiosk;
  const site = await pane.page();
  await site.evaluate(() => void location.assign('/irisbox/tricks/download?kind=pdf&inline=1'));
  await expect(page.getByText(w('papers.arrived.text', { name: 'attestation' }))).toBeVisible();
  await kiosk.press(w('papers.arrived.see'));
  await kiosk.heading('attestation');
  await kiosk.press(w('move.close'));
  await kiosk.heading(w('papers.title'));
}

/** A phone sends a document to the page at `url`; what the page answers. */
export function sendFromPhone(url: string, pdf: Buffer, name = 'a.pdf'): Promise<string> {
  const body = Buffer.concat([
    Buffer.from(
      `--B\r\nContent-Disposition: form-data; name="paper"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
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
