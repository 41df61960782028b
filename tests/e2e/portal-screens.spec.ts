import { execFileSync } from 'node:child_process';
import { expect, type Page, test } from '@playwright/test';
import type { PortalTrouble } from '../../main/core/portal/view.ts';
import { type CupsWorld, startCups } from '../../main/services/print/world.ts';
import { USUAL_PORTALS } from '../portal/usual.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { openPortalCounter, type Pane, type PortalCounter } from './pages/portal.ts';
import { tellPortal } from './pages/portal-news.ts';
import { openSite, touch } from './pages/site.ts';
import { drawnWindows } from './pages/trial.ts';
import { procedure } from './pages/words.ts';

// What stands around the site, and in its place when it cannot be shown: read and touched on the screen.

const PROCEDURE = 'composition-menage';
const SITE = 'https://irisbox.irisnet.be';
/** Allowed to this procedure, and nowhere to be found. */
const LOST = 'lost.irisnet.be';
const { steps } = procedure('fr', PROCEDURE);

let counter: PortalCounter;
let cups: CupsWorld;
let kiosk: Kiosk;
let pane: Pane;
test.beforeAll(async () => {
  cups = await startCups();
  const { [PROCEDURE]: usual, ...others } = USUAL_PORTALS;
  counter = await openPortalCounter({
    service: false,
    settings: { seats: ['kiosk'], printers: { kiosk: 'desk' } },
    env: { CUPS_SERVER: cups.server, COMPTOIR_PORTAL_PATIENCE: '5000' },
    portals: { ...others, [PROCEDURE]: { ...usual, places: [...(usual?.places ?? []), { host: LOST, path: '/' }] } },
  });
});
test.afterAll(async () => {
  await counter.close();
  await cups.stop();
});
test.beforeEach(async () => {
  counter.portal.behave({ trouble: 'none' });
  kiosk = await kioskOf(counter.app, 'fr');
  await kiosk.begin();
  pane = await openSite(counter.app, kiosk, PROCEDURE);
});
test.afterEach(async () => kiosk.end());

/** Goes there as somebody does who follows a link. */
const follow = (page: Page, to: string) => page.evaluate((where) => location.assign(where), to);

/** A screen of ours in the place of the site, in the words of this trouble, with every other way at hand. */
async function says(trouble: PortalTrouble): Promise<void> {
  const { page, w, heading, press } = kiosk;
  await heading(w(`portal.trouble.${trouble}.title`));
  await expect(page.getByText(w(`portal.trouble.${trouble}.text`))).toBeVisible();
  const screen = page.locator('.trouble');
  for (const way of ['counter', 'phone', 'post'] as const) {
    await screen.getByRole('button', { name: w(`ways.${way}`), exact: true }).click();
    await heading(w(`ways.${way}`));
    await press(w('move.close'));
  }
  await expect(screen.getByRole('button', { name: w('promise.personShort') })).toBeVisible();
  await expect(screen.getByRole('button', { name: w('portal.trouble.paper') })).toBeVisible();
  // The guide is still there.
  await heading(steps[0]?.do ?? '');
  await expect.poll(visible).toBe(false);
}
/** The page of the site is of a colour that nothing of ours has. */
const paint = async () =>
  (await pane.page()).evaluate(() => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: '* { background: #f0f !important }' }));
  });
/** Whether that colour is on the screen itself: no window or page knows what lies above it. */
const visible = () =>
  counter.app.electron.evaluate(async ({ desktopCapturer }) => {
    const [screen] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: { width: 640, height: 400 } });
    const bytes = screen?.thumbnail.toBitmap() ?? Buffer.alloc(0);
    if (bytes.length === 0) throw new Error('no picture of the screen');
    let coloured = 0;
    for (let at = 0; at < bytes.length; at += 4)
      if ((bytes[at] ?? 0) > 240 && (bytes[at + 1] ?? 255) < 15 && (bytes[at + 2] ?? 0) > 240) coloured += 1;
    return coloured > 5_000;
  });
const back = async () => {
  await pane.sees({ trouble: null, loading: false });
  await paint();
  await expect.poll(visible).toBe(true);
};

test('a site that does not answer is told when the patience for it is over, and comes when it is tried again', async () => {
  await paint();
  await expect.poll(visible).toBe(true);
  counter.portal.behave({ trouble: 'hang' });
  await follow(await pane.page(), `${SITE}/irisbox/start`);
  await says('down');
  counter.portal.behave({ trouble: 'none' });
  await kiosk.press(kiosk.w('portal.trouble.again'));
  await back();
  expect((await pane.page()).url()).toBe(`${SITE}/irisbox/start`);
});

test('a name that nobody knows: without a network it is Internet that is away, with one it is the page', async () => {
  await follow(await pane.page(), `https://${LOST}/`);
  await says('offline');
  await expect(kiosk.page.locator('.trouble').getByRole('button', { name: kiosk.w('portal.trouble.again') })).toBeVisible();
  const ip = (words: string) => execFileSync('ip', words.split(' '));
  ip('link add journey0 type veth peer name journey1');
  try {
    for (const name of ['journey0', 'journey1']) ip(`link set ${name} up`);
    ip('addr add 192.0.2.1/24 dev journey0');
    await kiosk.press(kiosk.w('portal.trouble.again'));
    await says('not-found');
  } finally {
    ip('link del journey0');
  }
  await kiosk.page
    .locator('.trouble')
    .getByRole('button', { name: kiosk.w('portal.bar.home') })
    .click();
  await back();
  expect((await pane.page()).url()).toBe(`${SITE}/irisbox/home`);
});

test('a site nobody is sure of is not called official, and a person comes first', async () => {
  const { page, w } = kiosk;
  const line = page.locator('.site-line');
  await expect(line).toContainText('IRISbox');
  const known = await pane.read();
  await tellPortal(counter.app, page, known, { trouble: 'certificate' });
  await says('certificate');
  await expect(line).toContainText(w('portal.site.unsure'));
  await expect(line).not.toContainText('IRISbox');
  await expect(page.locator('.trouble-go .btn-primary')).toHaveText(w('promise.personShort'));
  await tellPortal(counter.app, page, known, {});
});

test('"hide" takes the site away with all else, and what it asks meanwhile waits; then all is as it was', async () => {
  const { page, w, press, heading } = kiosk;
  const site = await pane.page();
  await touch(site, '#choose');
  await pane.sees({ step: 2, loading: false });
  await site.evaluate(() => document.body.append(Object.assign(document.createElement('input'), { id: 'typed', value: 'kept' })));
  await paint();
  await expect.poll(visible).toBe(true);
  await press(w('tools.hide'));
  await heading(w('hidden.title'));
  await expect.poll(visible).toBe(false);
  // Playwright would answer in the citizen's place.
  site.on('dialog', () => {});
  const asked = site.evaluate(() => confirm('Madame Exemple, envoyer ?'));
  await expect.poll(() => pane.read()).toMatchObject({ says: { kind: 'ask' } });
  await expect(page.getByText('Madame Exemple')).toHaveCount(0);
  await expect(page.locator('.site-line, .pane')).toHaveCount(0);
  await press(w('hidden.show'));
  await expect(page.getByText('Madame Exemple, envoyer ?')).toBeVisible();
  await press(w('portal.says.no'));
  expect(await asked).toBe(false);
  await back();
  await expect(site.locator('#typed')).toHaveValue('kept');
  await heading(steps[1]?.do ?? '');
});

test('"print" above the site puts its page on our paper, and no window of the system opens', async () => {
  const { page, w, press, heading } = kiosk;
  const windows = drawnWindows();
  await paint();
  await expect.poll(visible).toBe(true);
  await page.locator('.pane-tool', { hasText: w('portal.bar.print') }).click();
  await heading(w('portal.print.title'));
  await expect.poll(visible).toBe(false);
  await press(w('paper.kiosk'));
  await expect(page.getByText(w('portal.print.printed.kiosk'))).toBeVisible();
  const spooled = cups.everything();
  const pdf = spooled.subarray(spooled.indexOf('%PDF-'), spooled.lastIndexOf('%%EOF') + 6);
  expect(execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).toString()).toContain('Choisissez votre commune');
  expect(drawnWindows()).toEqual(windows);
  await press(w('move.close'));
  await back();
});

test('the guide goes along with the site and says so; a step taken by hand stays, and the site’s own is offered', async () => {
  const { page, w, press, heading } = kiosk;
  const said = page.locator('.note [role=status]');
  const site = await pane.page();
  await heading(steps[0]?.do ?? '');
  await expect(said).toHaveText('');
  await touch(site, '#choose');
  await heading(steps[1]?.do ?? '');
  await expect(said).toHaveText(w('portal.follow.followed', { n: 2 }));
  await expect(page.getByRole('heading', { name: w('guide.step', { n: 2, of: steps.length }) })).toBeVisible();

  await page.locator('.guide-back').click();
  await heading(steps[0]?.do ?? '');
  await expect(said).toHaveText(w('portal.follow.offer', { n: 2 }));
  await press(w('portal.follow.go', { n: 2 }));
  await heading(steps[1]?.do ?? '');
  await expect(said).toHaveText('');
});
