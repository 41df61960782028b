import { expect } from '@playwright/test';
import type { PaperLine, PapersView } from '../../../main/core/papers/view.ts';
import { makePdf } from '../../portal/pdf.ts';
import type { Kiosk } from './kiosk.ts';
import { besideSite, type PapersCounter, papersOf, sendFromPhone } from './papers.ts';
import { tellPapers } from './portal-news.ts';
import { plugStick } from './stick.ts';
import { words } from './words.ts';

/** What is on screen, by a name of its own, and in words. */
export type Seen = (name: string, says: string) => Promise<void>;

const id = (n: number) => n.toString(16).padStart(32, '0');
const LONG = 'Attestation de composition de ménage et de résidence principale';
/** Documents that are only told of. */
const MORE: PaperLine[] = [
  { id: id(1), name: LONG, kind: 'pdf', bytes: 184_000, from: 'portal' },
  { id: id(2), name: '', kind: 'png', bytes: 24_600_000, from: 'folder' },
];

/** Every screen and window of the visit's documents, in one walk. A visit of its own: it begins at home and ends before "I am done". */
export async function papersWalk(counter: PapersCounter, kiosk: Kiosk, seen: Seen): Promise<void> {
  const { app } = counter;
  const { page, w, press, heading } = kiosk;
  const mishap = words(kiosk.language, 'mishaps');
  const tell = async (change: Partial<PapersView>) => tellPapers(app, page, { ...(await papersOf(kiosk)), ...change });
  /** Its words are shorter where there is little room. */
  const act = (key: string) => page.locator('.frame-go .btn', { hasText: w(key) }).click();
  const close = () => press(w('move.close'));
  const { pane } = await besideSite(counter, kiosk);

  await tell({ coming: 1 });
  await seen('coming', 'a document comes from the site');
  await tell({});
  // Where there is little room the way to them is among what helps.
  const tool = page.locator('.pane-tool', { hasText: w('papers.short') });
  if (await tool.isVisible()) await tool.click();
  else {
    await page.locator('.pane-tool', { hasText: w('portal.bar.more') }).click();
    await press(w('papers.title'));
  }
  await heading(w('papers.title'));
  await seen('none', 'no document yet');

  await act('papers.phone.ask');
  await expect(page.getByRole('img', { name: w('papers.phone.qr') })).toBeVisible();
  await seen('phone', 'the square for a phone');
  const { phone } = await papersOf(kiosk);
  if (phone.state !== 'open') throw new Error(phone.state);
  await tell({ phone: { ...phone, ownCertificate: false, refused: 'kind' } });
  await seen('phone-refused', 'what the phone sent is no document');
  await tell({ phone: { state: 'late' } });
  await seen('phone-late', 'nobody sent anything in time');
  const lines = [w('papers.title'), 'Nadia Peeters', 'Rue des Tilleuls 12', '1030 Schaerbeek'];
  await sendFromPhone(phone.url, makePdf(lines, undefined, 3), 'Nadia.pdf');
  await expect(page.getByText(w('papers.phone.received'))).toBeVisible();
  await seen('phone-received', 'the document has come from the phone');
  await close();

  await act('papers.scan.ask');
  await heading(w('papers.scan.title'));
  await seen('scan', 'before a scan');
  await tell({ scanner: 'busy' });
  await seen('scan-busy', 'the scanner works');
  await tell({});
  await page
    .getByRole('dialog')
    .getByRole('button', { name: w('papers.scan.go'), exact: true })
    .click();
  await expect(page.getByText(w('papers.scan.done'))).toBeVisible({ timeout: 20_000 });
  await seen('scan-done', 'the sheet is scanned');
  counter.breakScanner();
  await press(w('papers.scan.more'));
  await expect(page.getByText(mishap('scan-failed.title'))).toBeVisible({ timeout: 20_000 });
  await seen('scan-failed', 'the scanner failed');
  counter.breakScanner(false);
  await close();

  const { list } = await papersOf(kiosk);
  const all = [...list, ...MORE];
  await tell({ list: all });
  await seen('list', 'the documents of the visit');
  await page.getByRole('button', { name: w('papers.viewOf', { name: LONG }) }).click();
  await expect(page.getByText(w('papers.viewer.broken'))).toBeVisible();
  await seen('viewer-broken', 'a document that cannot be shown');
  await close();
  await tell({});
  await page.getByRole('button', { name: w('papers.removeOf', { name: 'Nadia' }) }).click();
  await heading(w('papers.removeAsk.title'));
  await seen('remove', 'asked before one is put away');
  await press(w('papers.removeAsk.no'));

  await page.getByRole('button', { name: w('papers.viewOf', { name: 'Nadia' }) }).click();
  await expect(page.locator('.viewer-page[data-drawn="1"]')).toBeVisible({ timeout: 20_000 });
  await seen('viewer', 'a document, as wide as the screen');
  await press(w('papers.viewer.smaller'));
  await seen('viewer-whole', 'a document, the whole page');
  await press(w('paper.kiosk'));
  await expect(page.getByText(w('papers.printed.kiosk'))).toBeVisible();
  await seen('viewer-printed', 'a document that is printed');
  await close();
  await page.getByRole('button', { name: w('papers.viewOf', { name: w('papers.nameless', { n: 2 }) }) }).click();
  await expect(page.locator('img.viewer-page')).toBeVisible();
  await seen('viewer-picture', 'a picture from the scanner');
  await close();

  await act('papers.stick.ask');
  await seen('stick', 'before the stick is in');
  const stick = plugStick('CLE DE NADIA');
  try {
    await expect(page.getByText(w('papers.stick.there', { name: 'CLE DE NADIA' }))).toBeVisible();
    await seen('stick-there', 'the stick is in');
    await press(w('papers.stick.go'));
    await expect(page.getByText(w('papers.stick.done_other', { count: 2 }))).toBeVisible();
    await seen('stick-done', 'all is on the stick, and it may be taken');
    await close();
    stick.protect();
    await act('papers.stick.ask');
    await press(w('papers.stick.go'));
    await expect(page.getByText(mishap('stick-failed.title'))).toBeVisible();
    await seen('stick-failed', 'a stick that takes nothing');
    await close();
  } finally {
    stick.pull();
  }
  // News of it would put away what is only told of.
  await expect.poll(async () => (await papersOf(kiosk)).stick).toBeNull();

  await press(w('move.back'));
  const chooser = { serial: 900, host: 'irisbox.irisnet.be', many: true, fitting: all.map((one) => one.id) };
  await tell({ chooser: { ...chooser, fitting: [] } });
  await heading(w('papers.choose.title'));
  await seen('choose-none', 'the site asks for a document, and there is none');
  await tell({ list: all, chooser: { ...chooser, serial: 901 } });
  await page.locator('.choose-paper').first().click();
  await seen('choose', 'which document the site gets');
  await tell({});
  const site = await pane.page();
  await site.evaluate(() => void location.assign('/irisbox/tricks/download?kind=pdf'));
  await expect(page.getByText(w('papers.arrived.text', { name: 'attestation' }))).toBeVisible();
  await seen('arrived', 'a document has come from the site');
}
