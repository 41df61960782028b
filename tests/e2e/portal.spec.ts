import { expect, type Page, test } from '@playwright/test';
import type { VisitView } from '../../main/core/visit/view.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { openPane, openPortalCounter, type Pane, type PortalCounter } from './pages/portal.ts';

// The pane itself: the sites of tests/portal, served on this machine under their real names.

const SITE = 'https://irisbox.irisnet.be';
const PROCEDURE = 'composition-menage';

let counter: PortalCounter;
let kiosk: Kiosk;
let pane: Pane;
test.beforeAll(async () => {
  counter = await openPortalCounter({ service: false, settings: { idle: { seconds: 20, warning: 60 } } });
  kiosk = await kioskOf(counter.app);
  await kiosk.begin();
});
test.afterAll(async () => counter.close());

test.beforeEach(async () => {
  counter.portal.behave({ trouble: 'none', changed: false });
  pane = await openPane(counter.app, PROCEDURE);
});
test.afterEach(async () => {
  await pane.go('leave');
  await expect.poll(() => pane.read()).toEqual({ phase: 'closed' });
});

/** Goes there as a person does who follows a link: nothing of the test's own stands in the history. */
const go = (page: Page, path: string) => page.evaluate((to) => location.assign(to), `${SITE}${path}`);
const show = (step: number) => kiosk.page.evaluate((at) => window.comptoir.request('portal.show', { step: at }), step);

test('the site opens on its first page, named with the holder of its certificate, as a plain browser sees it', async () => {
  await pane.sees({
    site: { name: 'IRISbox', host: 'irisbox.irisnet.be', kind: 'portal', holder: 'Paradigm Brussels' },
    trouble: null,
    stacked: 0,
    back: false,
  });
  const page = await pane.page();
  expect(page.url()).toBe(`${SITE}/irisbox/home`);
  for (const { agent } of counter.portal.record.to('irisbox.irisnet.be'))
    expect(agent).toMatch(
      /^Mozilla\/5\.0 \([^)]+\) AppleWebKit\/537\.36 \(KHTML, like Gecko\) Chrome\/\d+\.0\.0\.0 Safari\/537\.36$/,
    );
});

test('the guide knows the step, goes along, and says when the site looks different', async () => {
  await pane.sees({ step: 1, looks: 'known' });
  const page = await pane.page();
  await page.locator('#choose').click();
  await pane.sees({ step: 2, looks: 'known', back: true });
  counter.portal.behave({ changed: true });
  await pane.go('home');
  await pane.sees({ step: null, looks: 'different' });
  counter.portal.behave({ changed: false });
  await pane.go('home');
  await pane.sees({ step: 1, looks: 'known' });
});

test('"show me where" rings the button; the page finds nothing in its own body, nothing inside, and still gets every touch', async () => {
  const page = await pane.page();
  const before = await page.evaluate(() => document.body.outerHTML);
  await show(1);
  await pane.sees({ shown: 'ringed' });
  const seen = await page.evaluate(() => {
    const ring = document.documentElement.lastElementChild;
    const { x, y, width, height } = document.querySelector('#choose')?.getBoundingClientRect() ?? new DOMRect();
    return {
      body: document.body.outerHTML,
      last: ring?.tagName,
      inside: ring?.shadowRoot,
      words: ring?.textContent,
      world: Object.keys(window).filter((name) => /ring|probe/.test(name)),
      under: document.elementFromPoint(x + width / 2, y + height / 2)?.id,
    };
  });
  expect(seen).toEqual({ body: before, last: 'DIV', inside: null, words: '', world: [], under: 'choose' });
  await page.locator('#choose').click();
  await pane.sees({ step: 2, shown: 'none' });
  await show(7);
  await pane.sees({ shown: 'not-found' });
});

test('a page that the site opens lies above the first, knows its opener, and is closed', async () => {
  const page = await pane.page();
  await page.evaluate(() => void window.open('/irisbox/start'));
  await pane.sees({ stacked: 1, loading: false, step: 2 });
  const above = await pane.page();
  expect(await above.evaluate(() => [location.pathname, window.opener !== null])).toEqual(['/irisbox/start', true]);
  await pane.go('close');
  await pane.sees({ stacked: 0, step: 1 });
  // One that closes itself, and a form that posts into a new page.
  await page.evaluate(() => void window.open('/irisbox/start'));
  await pane.sees({ stacked: 1, loading: false });
  await (await pane.page()).evaluate(() => window.close());
  await pane.sees({ stacked: 0 });
  counter.portal.record.clear();
  await page.evaluate(() => {
    const form = document.body.appendChild(document.createElement('form'));
    Object.assign(form, { method: 'post', target: '_blank', action: '/irisbox/tricks/page' });
    form.append(Object.assign(document.createElement('input'), { name: 'kept', value: 'yes' }));
    form.submit();
  });
  await pane.sees({ stacked: 1 });
  await expect.poll(() => counter.portal.record.forms).toEqual([{ path: '/irisbox/tricks/page', fields: { kept: 'yes' } }]);
});

for (const [trouble, as] of [
  [503, 'down'],
  ['reset', 'down'],
] as const) {
  test(`a site that fails (${trouble}) is told in our words, and comes back when it is tried again`, async () => {
    counter.portal.behave({ trouble });
    await pane.go('home');
    await pane.sees({ trouble: as, loading: false });
    counter.portal.behave({ trouble: 'none' });
    await pane.go('again');
    await pane.sees({ trouble: null, loading: false, step: 1 });
  });
}

test('a certificate that is not what it must be is told, and back leads to the page before', async () => {
  await go(await pane.page(), '/irisbox/start');
  await pane.sees({ step: 2 });
  await (await pane.page()).evaluate(() => location.assign('https://expired.irisnet.be/'));
  await pane.sees({ trouble: 'certificate', back: true });
  await pane.go('back');
  await pane.sees({ trouble: null, step: 2 });
});

test('a page whose process dies is told, and comes back when it is tried again', async () => {
  await counter.app.electron.evaluate(({ webContents }, site) => {
    for (const one of webContents.getAllWebContents()) if (one.getURL().startsWith(site)) one.forcefullyCrashRenderer();
  }, SITE);
  await pane.sees({ trouble: 'crashed' });
  await pane.go('again');
  await pane.sees({ trouble: null, loading: false, step: 1 });
});

test('pages have the size of the citizen’s text, and larger and smaller go on from there', async () => {
  const page = await pane.page();
  const width = () => page.evaluate(() => innerWidth);
  /** Of the pane, at 100 %. */
  const whole = (await width()) * 1.25;
  await kiosk.page.evaluate(() => window.comptoir.request('visit.look', { size: 4, dark: false }));
  await expect.poll(width).toBe(Math.floor(whole / 2));
  await pane.go('smaller');
  await expect.poll(width).toBe(Math.floor(whole / 1.75));
  await go(page, '/irisbox/start');
  await pane.sees({ step: 2 });
  await expect.poll(width).toBe(Math.floor(whole / 1.75));
  await kiosk.page.evaluate(() => window.comptoir.request('visit.look', { size: 1, dark: false }));
  await expect.poll(width).toBe(Math.floor(whole / 1.25));
});

test('a page that prints asks us; what it opens or frames does, too', async () => {
  const page = await pane.page();
  // Later: Playwright takes a new frame for a new page and drops what it was doing.
  for (const print of [
    () => void setTimeout(() => window.print()),
    () => void setTimeout(() => document.body.appendChild(document.createElement('iframe')).contentWindow?.print()),
    () =>
      void setTimeout(() => {
        document.body.appendChild(document.createElement('iframe')).srcdoc = '<script>print()</script>';
      }),
  ]) {
    await page.evaluate(print);
    await pane.sees({ printing: true });
    await pane.go('dismiss');
    await expect.poll(() => pane.read()).not.toHaveProperty('printing');
  }
});

test('what the site says and asks stands on a screen of ours, and gets the citizen’s answer', async () => {
  const page = await pane.page();
  // Playwright would answer in the citizen's place.
  page.on('dialog', () => {});
  const answer = (yes: boolean) => kiosk.page.evaluate((said) => window.comptoir.request('portal.answer', { yes: said }), yes);
  const asked = page.evaluate(() => [alert('Un.\nDeux.'), confirm('Envoyer ?'), confirm('Effacer ?')]);
  for (const [kind, text, yes] of [
    ['tell', 'Un.\nDeux.', true],
    ['ask', 'Envoyer ?', true],
    ['ask', 'Effacer ?', false],
  ] as const) {
    await expect.poll(() => pane.read()).toMatchObject({ says: { kind, text } });
    await answer(yes);
  }
  expect(await asked).toEqual([undefined, true, false]);
  await expect.poll(() => pane.read()).not.toHaveProperty('says');
});

test('a touch or a key in the site says that somebody is here; silence does not', async () => {
  const page = await pane.page();
  const state = () =>
    kiosk.page
      .evaluate(() => window.comptoir.request('visit.read', undefined))
      .then((answer) => (answer.ok ? (answer.value as VisitView).phase : answer.code)); // parsed by the door before it answered
  test.setTimeout(90_000);
  for (const act of [() => page.mouse.click(5, 5), () => page.keyboard.press('Tab')]) {
    await page.waitForTimeout(12_000);
    await act();
  }
  await page.waitForTimeout(10_000);
  // 34 s, with a limit of 20 between two touches.
  expect(await state()).toBe('running');
  await expect.poll(state, { timeout: 15_000 }).toBe('idle-warning');
  await kiosk.page.evaluate(() => window.comptoir.request('visit.continue', undefined));
});

test('the keyboard goes into the site and out again', async () => {
  // Playwright makes every page believe that it has the keyboard: the contents themselves know.
  const focused = () =>
    counter.app.electron.evaluate(
      ({ webContents }, site) => webContents.getFocusedWebContents()?.getURL().startsWith(site) ?? null,
      SITE,
    );
  await counter.app.electron.evaluate(({ BrowserWindow }) => {
    const kioskWindow = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().startsWith('app://kiosk'));
    kioskWindow?.focus();
    // The window may have the keyboard already, and the site in it.
    kioskWindow?.webContents.focus();
  });
  await expect.poll(focused).toBe(false);
  await pane.go('enter');
  await expect.poll(focused).toBe(true);
  await counter.app.electron.evaluate(({ webContents }) => {
    webContents.getFocusedWebContents()?.sendInputEvent({ type: 'keyDown', keyCode: 'F6' });
  });
  await expect.poll(focused).toBe(false);
});

test('leaving ends the page’s scripts and requests, and nothing of it is in the next opening', async () => {
  const page = await pane.page();
  await page.evaluate(() => {
    Object.assign(localStorage, { mark: 'MARK' });
    // biome-ignore lint/suspicious/noDocumentCookie: what a site does
    document.cookie = 'mark=MARK; max-age=9999';
    setInterval(() => void fetch(`/irisbox/home?beat=${Math.random()}`), 20);
    addEventListener('pagehide', () => navigator.sendBeacon('/irisbox/home?beacon'));
    addEventListener('unload', () => navigator.sendBeacon('/irisbox/home?beacon'));
  });
  const beats = (what: string) => counter.portal.record.requests.filter(({ query }) => query.includes(what)).length;
  await expect.poll(() => beats('beat')).toBeGreaterThan(2);
  await pane.go('leave');
  await expect.poll(() => pane.read()).toEqual({ phase: 'closed' });
  await expect.poll(() => pane.pages().length).toBe(0);
  // What was under way when the page went may still reach the server.
  await kiosk.page.waitForTimeout(500);
  const then = beats('beat');
  await kiosk.page.waitForTimeout(1_000);
  expect([beats('beat'), beats('beacon')]).toEqual([then, 0]);
  // The guide stays: leaving the site is not the end of the visit.
  expect(await kiosk.page.evaluate(() => window.comptoir.request('visit.read', undefined))).toMatchObject({
    value: { phase: 'running' },
  });
  pane = await openPane(counter.app, PROCEDURE);
  expect(await (await pane.page()).evaluate(() => [localStorage.length, document.cookie.includes('MARK')])).toEqual([0, false]);
});
