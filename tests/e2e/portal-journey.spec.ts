import { expect, test } from '@playwright/test';
import { type CupsWorld, startCups } from '../../main/services/print/world.ts';
import { CERTIFICATE_HOST } from '../portal/hosts.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { pinOf } from './pages/pin.ts';
import { openPortalCounter, type PortalCounter } from './pages/portal.ts';
import { openSite, touch } from './pages/site.ts';

// One person's whole way, and the next one's first steps, by the buttons of the kiosk and of the site and by nothing else. A simulated
// card; the reader service, NSS, the PKCS#11 module and the print service are real.

const PROCEDURE = 'composition-menage';
const NAME = 'Nadia Exemple';
const CODE = '739164';
const REFERENCE = 'DEM-2026-0001';

let counter: PortalCounter;
let cups: CupsWorld;
test.beforeAll(async () => {
  cups = await startCups();
  counter = await openPortalCounter({
    settings: { seats: ['kiosk'], printers: { kiosk: 'desk' } },
    env: { CUPS_SERVER: cups.server },
  });
});
test.afterAll(async () => {
  await counter.close();
  await cups.stop();
});

test('choose, card in, log in, fill, send, keep the document, print, end, card out; the next person is nobody and has nothing', async () => {
  test.setTimeout(120_000);
  const { app, world, mint, portal } = counter;
  const kiosk = await kioskOf(app, 'fr');
  const { page, w } = kiosk;
  await kiosk.begin();
  await world.plug(mint.card('nadia', undefined, { pin: CODE }));
  await kiosk.cardSays('present');
  const pane = await openSite(app, kiosk, PROCEDURE);
  const site = await pane.page();

  await test.step('log in', async () => {
    await touch(site, '#consent button[name=no]');
    await site.locator('#commune').selectOption('Schaerbeek');
    await touch(site, '#choose');
    await site.locator('#login').waitFor();
    await touch(site, '#login');
    await site.locator('#eid').waitFor();
    await touch(site, '#eid');
    const pin = await pinOf(app, 'fr');
    await pin.heading(pin.w('consent.title.login'));
    await pin.press(pin.w('consent.yes'));
    await pin.heading(pin.w('entry.title.current'));
    await pin.touch(CODE);
    await pin.press(pin.w('entry.ok'));
    await pin.closed();
    const question = page.getByRole('alertdialog');
    await expect(question).toContainText(NAME);
    await expect(question).toContainText(w('portal.certificate.title', { where: w('portal.certificate.state'), name: NAME }));
    await expect(question).toContainText(CERTIFICATE_HOST);
    expect(portal.record.certificates()).toEqual([]);
    await kiosk.press(w('portal.certificate.yes'));
    await expect(site.locator('.who')).toHaveText(NAME);
    await expect(page.locator('.site-line')).toContainText(w('portal.site.loggedIn'));
    expect(portal.record.logins).toMatchObject([{ who: NAME, means: 'eid' }]);
  });

  await test.step('fill and send', async () => {
    await touch(site, '#moving');
    await site.locator('#form').waitFor();
    await touch(site, '#street');
    await kiosk.press(w('portal.once.write.street'));
    await kiosk.press(w('portal.once.yes'));
    await expect(page.locator('.once')).toContainText(w('portal.once.said.typed'));
    await expect(site.locator('#street')).toHaveValue('Rue des Essais 12');
    for (const [field, text] of [
      ['given', 'Nadia'],
      ['name', 'Exemple'],
      ['mail', 'nadia@example.be'],
    ] as const) {
      await touch(site, `#${field}`);
      await site.keyboard.type(text);
    }
    for (const there of ['#password', '#form table', '#reference']) {
      await touch(site, '#next');
      await site.locator(there).waitFor();
    }
    await expect(site.locator('#reference')).toHaveText(REFERENCE);
    const sent = portal.record.forms.findLast(({ path }) => path === '/irisbox/moving');
    expect(sent?.fields).toMatchObject({ street: 'Rue des Essais 12', given: 'Nadia', mail: 'nadia@example.be' });
  });

  await test.step('keep the document, see it, print it', async () => {
    await touch(site, '#receipt');
    await expect(page.getByText(w('papers.arrived.text', { name: 'accuse-de-reception' }))).toBeVisible();
    await kiosk.press(w('papers.arrived.see'));
    await expect(page.locator('.viewer .unseen', { hasText: REFERENCE })).toHaveCount(1);
    await kiosk.press(w('paper.kiosk'));
    await expect(page.getByText(w('papers.printed.kiosk'))).toBeVisible();
    expect(cups.everything().includes(REFERENCE)).toBe(true);
    await kiosk.press(w('move.close'));
    await kiosk.press(w('move.back'));
    await expect(site.locator('#reference')).toHaveText(REFERENCE);
  });

  await test.step('end, receipt, card out', async () => {
    await page.locator('.promise-end').click();
    await page.locator('.closing-end').click();
    await expect(page.locator('.receipt-good')).toHaveCount(3);
    await expect(page.locator('.receipt')).toContainText(w('erased.kept'));
    await expect(page.locator('.erased')).toContainText(w('erased.cardLeft'));
    await kiosk.gone();
    const after = await app.window('kiosk');
    // Nobody begins with a stranger's card in the reader.
    await expect(after.locator('.left')).toBeVisible();
    world.unplug();
    await expect(after.locator('.attract-counter')).toBeVisible();
    await expect.poll(() => cups.spool()).toEqual([]);
  });

  await test.step('the next person', async () => {
    portal.record.clear();
    const next = await kioskOf(app, 'fr');
    await next.begin();
    const theirs = await openSite(app, next, PROCEDURE);
    const fresh = await theirs.page();
    // The cookies of the site are asked about anew, too.
    await touch(fresh, '#consent button[name=no]');
    await touch(fresh, '#choose');
    await fresh.locator('#login').waitFor();
    await touch(fresh, '#login');
    await expect(fresh.locator('#eid')).toBeVisible();
    await expect(fresh.locator('.who')).toHaveCount(0);
    await expect(next.page.locator('.site-line')).not.toContainText(next.w('portal.site.loggedIn'));
    expect([portal.record.logins, portal.record.certificates()]).toEqual([[], []]);
    const cookies = portal.record.requests.flatMap((one) => Object.keys(one.cookies));
    expect(cookies.filter((name) => /SESSION|SSO/.test(name))).toEqual([]);
    await papersOf(next);
    await expect(next.page.getByText(next.w('papers.none'))).toBeVisible();
    await next.press(next.w('move.back'));
    await next.end();
  });
});

/** The documents, from the bar above the site or, where that has no room for it, from its "help". */
async function papersOf({ page, w, press, heading }: Kiosk): Promise<void> {
  const button = page.locator('.pane-tool', { hasText: w('papers.short') });
  if (await button.isVisible()) await button.click();
  else {
    await press(w('portal.bar.more'));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: w('papers.title') })
      .click();
  }
  await heading(w('papers.title'));
}
