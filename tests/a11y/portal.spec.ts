import { expect, test } from '@playwright/test';
import { PORTAL_TROUBLES, type PortalView } from '../../main/core/portal/view.ts';
import { type Kiosk, kioskOf } from '../e2e/pages/kiosk.ts';
import { openPortalCounter, type PortalCounter, paneOf } from '../e2e/pages/portal.ts';
import { tellPortal, tellVisit } from '../e2e/pages/portal-news.ts';
import { axe, judge, LARGE, layout } from './judge.ts';
import { looks, sampleName } from './look.ts';
import { wear } from './wear.ts';

// The screens around the real site, for everybody: axe with the contrast of AAA, and the layout where it is tightest.

test.describe.configure({ timeout: 240_000 });

const PROCEDURE = 'composition-menage';

let counter: PortalCounter;
test.beforeAll(async () => {
  counter = await openPortalCounter({ settings: { seats: ['kiosk'], idle: { seconds: 240 } } });
});
test.afterAll(async () => counter.close());

/** From the poster to the guide with the site beside it. */
async function openSite(kiosk: Kiosk, steps = 2): Promise<PortalView> {
  await kiosk.openSheet(PROCEDURE);
  await kiosk.page.locator('.sheet-go .btn-primary').click();
  for (let step = 1; step < steps; step++) await kiosk.page.locator('.guide-next').click();
  await kiosk.page.locator('.door-open, .guide-site').filter({ visible: true }).click();
  await expect(kiosk.page.locator('.pane-slot')).toBeVisible();
  const pane = paneOf(counter.app, kiosk.page);
  await pane.sees({ loading: false });
  return pane.read();
}

for (const look of looks()) {
  const { language, size, theme } = look;
  test(`the guide and the real site in ${language}, text ${size}, ${theme} (${sampleName})`, async () => {
    const kiosk = await kioskOf(counter.app, language);
    const { page, w } = kiosk;
    const wrong: string[] = [];
    const seen = async (where: string) => wrong.push(...(await judge(kiosk, where)));
    await page.setViewportSize(LARGE);
    await kiosk.begin();
    await wear(kiosk, look);
    const known = await openSite(kiosk);
    const tell = (change: Partial<PortalView & { phase: 'open' }>) => tellPortal(counter.app, page, known, change);

    for (const layout of ['beside', 'above', 'alone'] as const) {
      const picture = page.getByRole('radio', { name: w(`portal.layout.${layout}`) });
      if (await picture.isVisible()) await picture.click();
      await seen(layout);
    }
    for (const [button, title] of [
      ['more', 'portal.help.title'],
      ['leave', 'portal.leave.title'],
    ] as const) {
      await page.locator('.pane-tool', { hasText: w(`portal.bar.${button}`) }).click();
      await kiosk.heading(w(title));
      await seen(button);
      await page.keyboard.press('Escape');
    }
    await tell({
      site: { name: null, host: 'certif.iamfas.belgium.be', kind: 'login', holder: 'SPF BOSA' },
      stacked: 1,
      loggedIn: true,
    });
    await seen('log-in place, a page on top');
    await tell({ step: 5, looks: 'known' });
    await seen('the site is elsewhere');
    await tell({ looks: 'different', step: null });
    await seen('the site looks different');
    await tell({ says: { kind: 'ask', text: 'Are you sure that you want to leave this page?', serial: 1 } });
    await seen('what the page asks');
    await tell({ printing: true });
    await seen('a print');
    await tell({ refused: { why: 'look-alike', host: 'irisbox-irisnet.be', serial: 1 } });
    await seen('refused');
    await tell({ certificate: { name: 'Nadia Peeters', host: 'certif.iamfas.belgium.be', valid: false } });
    await seen('certificate');
    const pictures = new Set<string>();
    for (const trouble of PORTAL_TROUBLES) {
      await tell({ trouble });
      await kiosk.heading(w(`portal.trouble.${trouble}.title`));
      pictures.add((await page.locator('.trouble svg.art').innerHTML()).replaceAll(/\s/g, ''));
      // The words differ, the screen does not: a few are judged on both screens.
      if (['offline', 'login-module', 'login-no-key'].includes(trouble)) await seen(trouble);
      else wrong.push(...(await layout(page)).map((line) => `${trouble}: ${line}`));
    }
    expect(pictures.size, 'a picture of its own for nearly each').toBeGreaterThan(PORTAL_TROUBLES.length - 2);
    await tell({});
    expect(wrong).toEqual([]);
    await kiosk.end();
  });
}

test('the last screen and the call for a card that was left', async () => {
  const kiosk = await kioskOf(counter.app);
  const { page } = kiosk;
  await page.setViewportSize(LARGE);
  await kiosk.begin();
  const wrong: string[] = [];
  const clean = { files: 0, cookies: 0, signedOut: true };
  for (const cardLeft of [false, true]) {
    await tellVisit(counter.app, page, { phase: 'none', wiped: clean, kept: true, ...(cardLeft && { cardLeft: true }) });
    await expect(page.locator('.receipt')).toBeVisible();
    wrong.push(...(await judge(kiosk, 'receipt')));
  }
  await page.reload();
  await expect(page.locator('.attract-counter')).toBeVisible();
  await tellVisit(counter.app, page, { phase: 'none', cardLeft: true });
  await expect(page.locator('.left')).toBeVisible();
  wrong.push(...(await axe(page)), ...(await layout(page)));
  expect(wrong).toEqual([]);
  await page.evaluate(() => window.comptoir.request('visit.end', { outcome: null }));
  await kiosk.gone();
});

test('the site is opened, entered and left by keyboard', async () => {
  const kiosk = await kioskOf(counter.app);
  const { page, w } = kiosk;
  await kiosk.begin();
  await openSite(kiosk, 1);
  const tabTo = async (name: string) => {
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent ?? '')).includes(name)) return;
    }
    throw new Error(`"${name}" is not reached with Tab`);
  };
  const inSite = () =>
    counter.app.electron.evaluate(
      ({ webContents }) => webContents.getFocusedWebContents()?.getURL().startsWith('https:') ?? false,
    );
  await tabTo(w('portal.enter'));
  await page.keyboard.press('Enter');
  await expect.poll(inSite).toBe(true);
  await counter.app.electron.evaluate(({ webContents }) =>
    webContents.getFocusedWebContents()?.sendInputEvent({ type: 'keyDown', keyCode: 'F6' }),
  );
  await expect.poll(inSite).toBe(false);

  // A window is in front: the site is away until it is closed, and the focus is where it was.
  await tabTo(w('portal.bar.leave'));
  await page.keyboard.press('Enter');
  await kiosk.heading(w('portal.leave.title'));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(w('portal.bar.leave'));
  await page.keyboard.press('Enter');
  await kiosk.heading(w('portal.leave.title'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: w('portal.leave.yes') })
    .click();
  await expect(page.locator('.leaf').filter({ visible: true })).toBeVisible();
  await kiosk.end();
});
