import { expect, type Page, test } from '@playwright/test';
import type { Refusal } from '../../main/core/portal/view.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { openPortalCounter, type PortalCounter, paneOf } from './pages/portal.ts';

// What the citizen reads, once for each kind of refusal, on the real screen: what it is, what to do instead, and a button that puts it away.

const TRICKS = 'https://irisbox.irisnet.be/irisbox/tricks/';

let counter: PortalCounter;
let kiosk: Kiosk;
let page: Page;
test.beforeAll(async () => {
  counter = await openPortalCounter({ service: false, settings: { seats: ['kiosk'] } });
  kiosk = await kioskOf(counter.app, 'nl');
  await kiosk.begin();
  await kiosk.openSheet('composition-menage');
  await kiosk.press(kiosk.w('sheet.start'));
  await kiosk.page.evaluate(() => window.comptoir.request('portal.open', { procedure: 'composition-menage' }));
  const pane = paneOf(counter.app, kiosk.page);
  page = await pane.page();
  await pane.sees({ loading: false });
});
test.afterAll(async () => counter.close());

const link = (to: string) => ['link', { to }] as const;
/** A trick that comes to it. The last one leaves five pages behind. */
const WAYS: Readonly<Record<Refusal, readonly [trick: string, query: Record<string, string>]>> = {
  'other-site': link('https://evil.example/'),
  'other-part': link('/admin/secret'),
  'not-secure': link('http://irisbox.irisnet.be/irisbox/home'),
  'look-alike': link('https://irisbox-irisnet.be/'),
  'odd-address': link('https://irisbox.irisnet.be:8443/irisbox/home'),
  'other-program': link('zoommtg://evil.example/join'),
  mail: link('mailto:somebody@example.be'),
  phone: link('tel:+3225551234'),
  file: link('smb://evil.example/share'),
  download: link('/irisbox/tricks/download?kind=exe'),
  permission: ['geolocation', {}],
  'not-here': ['basic', {}],
  'too-many-pages': ['chain', { n: '12' }],
};

test('the site is asked in the language of the citizen; its scripts see that of the program', async () => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  const program = await counter.app.electron.evaluate(({ app }) => app.getLocale());
  expect(await page.evaluate(() => navigator.language)).toBe(program);
});

for (const [why, [trick, query]] of Object.entries(WAYS)) {
  test(`what is refused as "${why}" is said in plain words, and put away by a touch`, async () => {
    await page.goto(`${TRICKS}${trick}?${new URLSearchParams(query)}`, { timeout: 2_000 }).catch(() => {});
    if (trick !== 'basic' && trick !== 'chain') await page.locator('#go').click({ noWaitAfter: true });
    const strip = kiosk.page.locator('.pane-refused');
    await expect(strip).toContainText(kiosk.w(`portal.refused.${why}.title`));
    await expect(strip).toContainText(kiosk.w(`portal.refused.${why}.next`));
    await strip.getByRole('button', { name: kiosk.w('portal.understood'), exact: true }).click();
    await expect(strip).toHaveCount(0);
  });
}
