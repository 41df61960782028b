import { expect } from '@playwright/test';
import type { Language } from '../../main/core/language.ts';
import type { PortalTrouble, PortalView } from '../../main/core/portal/view.ts';
import type { VisitView } from '../../main/core/visit/view.ts';
import type { Counter } from '../e2e/counter.ts';
import { type Kiosk, kioskOf } from '../e2e/pages/kiosk.ts';
import { paneOf } from '../e2e/pages/portal.ts';
import { tellPortal, tellVisit } from '../e2e/pages/portal-news.ts';
import type { Album } from './album.ts';

/** How somebody needs it. */
export interface How {
  name: string;
  says: string;
  language: Language;
  size?: 1 | 2 | 3 | 4;
  dark?: true;
  mirrored?: true;
}
const PROCEDURE = 'composition-menage';

/** From the poster to a step of the guide with the real site open beside it. */
async function openSite(counter: Counter, how: How, steps = 1): Promise<Kiosk> {
  const kiosk = await kioskOf(counter.app, how.language);
  const { page, w, press } = kiosk;
  if (how.mirrored) await page.evaluate(() => dispatchEvent(new Event('comptoir:mirror')));
  await kiosk.begin();
  if (how.dark) await press(w('tools.dark'));
  if (how.size && how.size > 1) {
    await press(w('tools.size'));
    await page.getByText(w(`tools.sizes.${how.size}`), { exact: true }).click();
    await press(w('move.close'));
  }
  await kiosk.openSheet(PROCEDURE);
  await page.locator('.sheet-go .btn-primary').click();
  for (let step = 1; step < steps; step++) await page.locator('.guide-next').click();
  await page.locator('.door-open, .guide-site').filter({ visible: true }).click();
  await expect(page.locator('.pane')).toBeVisible();
  await paneOf(counter.app, page).sees({ loading: false });
  return kiosk;
}

/** The guide and the site in three layouts, and the windows around them. */
export async function siteLikeThat(counter: Counter, album: Album, how: How, full: boolean): Promise<void> {
  const kiosk = await openSite(counter, how);
  const { page } = kiosk;
  const take = (name: string, caption: string) =>
    album.take(counter.app, page, `portal-${how.name}-${name}`, `${how.says}: ${caption}`);
  await take('beside', 'the guide and the real site');
  if (full) {
    for (const layout of ['above', 'alone'] as const) {
      const picture = page.getByRole('radio', { name: kiosk.w(`portal.layout.${layout}`) });
      if (await picture.isVisible()) {
        await picture.click();
        await take(layout, layout === 'above' ? 'the guide above the site' : 'the site, and a strip of the guide');
      }
    }
    if (await page.locator('.layout').first().isVisible()) await page.locator('.layout').first().click();
  }
  const known = await paneOf(counter.app, page).read();
  const tell = (change: Partial<PortalView & { phase: 'open' }>) => tellPortal(counter.app, page, known, change);
  await page.locator('.pane-tool', { hasText: kiosk.w('portal.bar.more') }).click();
  await take('help', 'what helps on the site');
  await page.keyboard.press('Escape');
  if (full) {
    await tell({ step: 2, site: { name: null, host: 'idp.iamfas.belgium.be', kind: 'login', holder: 'SPF BOSA' } });
    await page.locator('.pane-tool', { hasText: kiosk.w('portal.bar.more') }).click();
    await kiosk.press(kiosk.w('portal.itsme.title'));
    await take('itsme', 'itsme, with the phone');
    await page.keyboard.press('Escape');
    await page.locator('.pane-tool', { hasText: kiosk.w('portal.bar.leave') }).click();
    await take('leave', 'leaving the site');
    await page.keyboard.press('Escape');
    await tell({ says: { kind: 'ask', text: 'Voulez-vous vraiment quitter cette page ?', serial: 3 } });
    await take('says', 'what the page itself asks');
    await tell({ printing: true });
    await take('print', 'the page on paper');
    await tell({ shown: 'ringed', step: 2 });
    await take('ringed', 'show me where');
  }
  await tell({ trouble: 'down' });
  await take('down', 'the site does not answer');
  await tell({ certificate: { name: 'Nadia Peeters', host: 'certif.iamfas.belgium.be', valid: true } });
  await take('certificate', 'before the certificate of the card is sent');
  await tell({ refused: { why: 'look-alike', host: 'irisbox-irisnet.be', serial: 7 }, step: 2, stacked: 1 });
  await take('refused', 'a place that is not shown, a page on top, and the guide that follows');
  await tell({});
  await page.locator('.promise-end').click();
  await kiosk.end();
}

/** Why a site cannot be shown, one picture each. */
export async function siteTroubles(counter: Counter, album: Album, troubles: readonly PortalTrouble[]): Promise<void> {
  const kiosk = await openSite(counter, { name: 'trouble', says: '', language: 'fr' }, 2);
  const known = await paneOf(counter.app, kiosk.page).read();
  for (const trouble of troubles) {
    await tellPortal(counter.app, kiosk.page, known, { trouble });
    await album.take(counter.app, kiosk.page, `portal-trouble-${trouble}`, kiosk.w(`portal.trouble.${trouble}.title`));
  }
  await kiosk.end();
}

/** The last screen, and a card that was left: as main would tell it. */
export async function lastScreens(counter: Counter, album: Album): Promise<void> {
  const kiosk = await kioskOf(counter.app, 'fr');
  const tell = (view: VisitView) => tellVisit(counter.app, kiosk.page, view);
  await kiosk.begin();
  await tell({ phase: 'none', wiped: { files: 0, cookies: 0, signedOut: true }, kept: true });
  await album.take(counter.app, kiosk.page, 'end-01-receipt', 'A receipt of nothing: counted after the wipe');
  await tell({ phase: 'none', wiped: { files: 0, cookies: 0, signedOut: true }, cardLeft: true });
  await album.take(counter.app, kiosk.page, 'end-02-card', 'The card is still in the reader');
  await tell({ phase: 'none', wiped: { files: 2, cookies: 0, signedOut: false } });
  await album.take(counter.app, kiosk.page, 'end-03-left', 'Something could not be erased: it says so');
  await kiosk.page.reload();
  await expect(kiosk.page.locator('.attract-counter')).toBeVisible();
  await tell({ phase: 'none', cardLeft: true });
  await expect(kiosk.page.locator('.left')).toBeVisible();
  await album.take(
    counter.app,
    kiosk.page,
    'end-04-alarm',
    'Nobody can begin before the card is out: seen and said in every language',
  );
}
