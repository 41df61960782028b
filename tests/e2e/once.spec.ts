import { expect, type Page, test } from '@playwright/test';
import type { Result } from '../../main/core/mishap.ts';
import type { OnceOutcome, OnceView, TypeField } from '../../main/core/portal/once.ts';
import { USUAL_PORTALS } from '../portal/usual.ts';
import { type Kiosk, kioskOf } from './pages/kiosk.ts';
import { openPane, openPortalCounter, type Pane, type PortalCounter, paneOf } from './pages/portal.ts';

// "Write my street here": on demand, into the field that was touched, and nothing else, whatever the page tries. Real card, real pages.

const PLACE = 'https://irisbox.irisnet.be/irisbox/tricks/';
const NUMBER = /85[.-]?07[.-]?30|85073090431/;

let counter: PortalCounter;
let kiosk: Kiosk;
test.beforeAll(async () => {
  const { 'composition-menage': usual, ...others } = USUAL_PORTALS;
  const fields = [
    { selector: '#mapped', field: 'town' as const },
    { selector: '#niss, #secret, #iban', field: 'family-name' as const },
  ];
  counter = await openPortalCounter({
    settings: { seats: ['kiosk'] },
    portals: { ...others, 'composition-menage': { ...usual, fields } },
  });
});
test.afterAll(async () => counter.close());
test.beforeEach(async () => {
  counter.portal.record.clear();
  kiosk = await kioskOf(counter.app, 'fr');
  await kiosk.begin();
  await counter.world.plug(counter.mint.card('nadia'));
  await kiosk.cardSays('present');
});
test.afterEach(async () => {
  await kiosk.end();
  await counter.empty();
  await expect((await counter.app.window('kiosk')).locator('.attract-counter')).toBeVisible();
});

/** The pane with one of these pages in it. */
async function at(name: string): Promise<{ pane: Pane; page: Page; now(): Promise<OnceView>; write: typeof write }> {
  const pane = await openPane(counter.app, 'composition-menage');
  const page = await pane.page();
  await page.goto(PLACE + name);
  await expect(page.locator('#trick')).toBeVisible();
  const now = async (): Promise<OnceView> => {
    // What crosses the bridge was checked against the contract on its way.
    const answer = (await kiosk.page.evaluate(() => window.comptoir.request('once.read', undefined))) as Result<OnceView>;
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  };
  async function write(field: TypeField, { agree = true } = {}): Promise<OnceOutcome> {
    const serial = (await now())?.serial ?? 0;
    const answer = (await kiosk.page.evaluate((wanted) => window.comptoir.request('once.type', wanted), {
      serial,
      field,
      agree,
    })) as Result<{
      outcome: OnceOutcome;
    }>;
    if (!answer.ok) throw new Error(answer.code);
    return answer.value.outcome;
  }
  return { pane, page, now, write };
}
type At = Awaited<ReturnType<typeof at>>;
const offered = ({ now }: At) => expect.poll(async () => (await now())?.offers ?? []);
/** Time in which news of a touch would have come. */
const aMoment = (page: Page) => page.waitForTimeout(400);

test('touched, asked, agreed, written, checked: by the buttons of the kiosk, and the form is not sent', async () => {
  await kiosk.openSheet('composition-menage');
  await kiosk.press(kiosk.w('sheet.start'));
  await kiosk.page.evaluate(() => window.comptoir.request('portal.open', { procedure: 'composition-menage' }));
  const page = await paneOf(counter.app, kiosk.page).page();
  await page.goto('https://irisbox.irisnet.be/irisbox/moving');
  await page.locator('#consent button[name=no]').click();
  await expect(kiosk.page.locator('.once')).toHaveCount(0);
  await page.locator('#street').click();
  const strip = kiosk.page.locator('.once');
  const write = strip.getByRole('button', { name: kiosk.w('portal.once.write.street'), exact: true });
  await expect(write).toBeVisible();
  // Nothing was read of the card, nothing written, because a field was touched.
  await expect(page.locator('#street')).toHaveValue('');
  await write.click();
  await expect(strip).toContainText(kiosk.w('portal.once.ask.street'));
  await strip.getByRole('button', { name: kiosk.w('portal.once.no'), exact: true }).click();
  await expect(page.locator('#street')).toHaveValue('');
  await write.click();
  await strip.getByRole('button', { name: kiosk.w('portal.once.yes'), exact: true }).click();
  await expect(strip).toContainText(kiosk.w('portal.once.said.typed'));
  await expect(page.locator('#street')).toHaveValue('Rue des Essais 12');
  // Agreed to once: the same part is not asked again; another part is.
  await page.locator('#street').fill('');
  await page.locator('#street').click();
  await write.click();
  await expect(page.locator('#street')).toHaveValue('Rue des Essais 12');
  await page.locator('#birth').click();
  await strip.getByRole('button', { name: kiosk.w('portal.once.write.birth-date'), exact: true }).click();
  await expect(strip).toContainText(kiosk.w('portal.once.ask.birth-date'));
  await strip.getByRole('button', { name: kiosk.w('portal.once.yes'), exact: true }).click();
  await expect(page.locator('#birth')).toHaveValue('30/07/1985');
  for (const id of ['niss', 'mail']) {
    await page.locator(`#${id}`).click();
    await expect(strip).toHaveCount(0);
  }
  expect(counter.portal.record.forms).toEqual([]);
  await page.locator('#next').click();
  await expect.poll(() => counter.portal.record.forms.length).toBe(1);
  expect(counter.portal.record.forms[0]?.fields).toMatchObject({ street: 'Rue des Essais 12', birth: '30/07/1985', niss: '' });
});

test('each field gets what fits, in its own way of writing', async () => {
  const here = await at('fields');
  const { page, write } = here;
  for (const [id, field, text] of [
    ['given', 'first-name', 'Nadia'],
    ['name', 'family-name', 'Exemple'],
    ['street', 'street', 'Rue des Essais 12'],
    ['code', 'postcode', '5000'],
    ['date', 'birth-date', '1985-07-30'],
    ['birth', 'birth-date', '30-07-1985'],
    ['address', 'full-address', 'Rue des Essais 12\n5000 Namur'],
    ['number', 'postcode', '5000'],
    ['mapped', 'town', 'Namur'],
  ] as const) {
    await page.locator(`#${id}`).click();
    await expect.poll(async () => (await here.now())?.offers[0], id).toBe(field);
    expect([id, await write(field)]).toEqual([id, 'typed']);
    await expect(page.locator(`#${id}`)).toHaveValue(text);
    await expect(page.locator('#said')).toContainText(`input:${id} change:${id}`);
  }
  await page.locator('#short').click();
  await offered(here).toEqual(['street']);
  expect(await write('street')).toBe('too-long');
  await expect(page.locator('#short')).toHaveValue('');
  // Playwright sees no frames of a view; a finger does.
  await page.locator('#inner').scrollIntoViewIfNeeded();
  const spot = await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#inner');
    const [outer, inner] = [frame, frame?.contentDocument?.querySelector('#inside')].map((one) => one?.getBoundingClientRect());
    return { x: (outer?.x ?? 0) + (inner?.x ?? 0) + 20, y: (outer?.y ?? 0) + (inner?.y ?? 0) + 8 };
  });
  const inside = () =>
    page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#inner');
      return frame?.contentDocument?.querySelector<HTMLInputElement>('#inside')?.value;
    });
  await page.mouse.click(spot.x, spot.y);
  await offered(here).toEqual(['family-name']);
  expect(await write('family-name')).toBe('typed');
  expect(await inside()).toBe('Exemple');
  // By keyboard alone.
  await page.locator('#secret').focus();
  await page.locator('#given').fill('');
  await page.locator('#given').focus();
  await page.keyboard.press('Tab');
  await offered(here).toEqual(['family-name']);
  await expect(page.locator('#said')).not.toContainText(/submit|keydown|click/);
  expect(counter.portal.record.to('irisbox.irisnet.be', '/irisbox/tricks/page')).toEqual([]);
});

test('a framework that keeps its own value sees the new one, and one that takes none is said to', async () => {
  const here = await at('controlled');
  await here.page.locator('#given').click();
  await offered(here).toEqual(['first-name', 'given-names']);
  expect(await here.write('first-name')).toBe('typed');
  await expect(here.page.locator('#given')).toHaveValue('NADIA');
  await expect(here.page.locator('#state')).toHaveText('given=NADIA;');
  await here.page.locator('#name').click();
  await offered(here).toEqual(['family-name']);
  expect(await here.write('family-name')).toBe('not-taken');
});

test('numbers of the register, secrets, cards, what cannot be written into and what only its label tells get no offer, whatever sheet and page say', async () => {
  const here = await at('fields');
  const none = ['niss', 'insz', 'niss2', 'hiddenwords', 'secret', 'once', 'card', 'iban', 'select', 'readonly', 'guess', 'aside'];
  for (const id of none) {
    await here.page.locator('#given').click();
    await offered(here).toEqual(['first-name', 'given-names']);
    await here.page.locator(`#${id}`).click();
    await expect.poll(() => here.now(), id).toBe(null);
    expect(await here.write('first-name')).toBe('gone');
  }
  const values = await here.page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(values.filter(Boolean)).toEqual([]);
});

test('a frame of another place is not seen, and gets nothing', async () => {
  const here = await at('fields');
  await here.page.locator('#given').click();
  await offered(here).toEqual(['first-name', 'given-names']);
  await here.page.locator('#away').click();
  // The touch before it may still be shown; nothing can be written any more.
  expect(await here.write('first-name')).toBe('gone');
});

test('a page that touches itself gets no offer, and nothing of the card is read', async () => {
  const here = await at('touch-itself');
  await expect(here.page.locator('body[data-done]')).toBeAttached();
  await aMoment(here.page);
  expect(await here.now()).toBe(null);
  expect(await here.write('first-name')).toBe('gone');
  await expect(here.page.locator('#given')).toHaveValue('');
  expect(await kiosk.page.evaluate(() => window.comptoir.request('card.read', undefined))).toMatchObject({
    value: { state: 'present' },
  });
});

test('a page finds nothing of it: no name, no function, no way to ask', async () => {
  const here = await at('touch-search');
  await here.page.locator('#given').click();
  await expect(here.page.locator('#said')).toContainText('nothing undefined');
  expect(await here.page.evaluate(() => typeof (globalThis as { comptoir?: unknown }).comptoir)).toBe('undefined');
});

test('between touch and writing the page changes its mind, in nine ways: nothing is written anywhere', async () => {
  const tricks = ['moves', 'leaves', 'swaps', 'password', 'hides', 'invisible', 'niss', 'readonly', 'goes'];
  for (const trick of tricks)
    await test.step(trick, async () => {
      const here = await at(`touch-${trick}`);
      await here.page.locator('#given').click();
      await offered(here).toEqual(['first-name', 'given-names']);
      const serial = (await here.now())?.serial ?? 0;
      if (trick === 'goes') await here.page.waitForURL(/fields$/);
      else await expect(here.page.locator('body[data-done]')).toBeAttached();
      const wanted = { serial, field: 'first-name' as const, agree: true };
      const answer = await kiosk.page.evaluate((one) => window.comptoir.request('once.type', one), wanted);
      expect(answer).toEqual({ ok: true, value: { outcome: 'gone' } });
      const values = await here.page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
      expect(values.filter(Boolean)).toEqual([]);
    });
});

test('a page that forges the browser under itself changes nothing: the value is in the field that was touched', async () => {
  const here = await at('touch-setter');
  await here.page.locator('#given').click();
  await offered(here).toEqual(['first-name', 'given-names']);
  expect(await here.write('first-name')).toBe('typed');
  await expect(here.page.locator('#said')).not.toContainText('caught');
  await expect(here.page.locator('#said')).not.toContainText('event');
});

test('what was agreed to goes with the card, and an offer of one touch is none for the next', async () => {
  const here = await at('fields');
  await here.page.locator('#given').click();
  await offered(here).toEqual(['first-name', 'given-names']);
  const first = (await here.now())?.serial ?? 0;
  expect(await here.write('first-name', { agree: false })).toBe('ask');
  expect(await here.write('first-name')).toBe('typed');
  await here.page.locator('#other').click();
  await expect.poll(async () => (await here.now())?.serial).not.toBe(first);
  const stale = await kiosk.page.evaluate(
    (serial) => window.comptoir.request('once.type', { serial, field: 'first-name', agree: true }),
    first,
  );
  expect(stale).toEqual({ ok: true, value: { outcome: 'gone' } });
  // A name that was not offered here.
  expect(await here.write('street')).toBe('gone');

  counter.world.unplug();
  await expect.poll(() => here.now()).toBe(null);
  await kiosk.press(kiosk.w('taken.continue'));
  await counter.world.plug(counter.mint.card('joris'));
  await kiosk.cardSays('present');
  const next = await at('fields');
  await next.page.locator('#given').click();
  await offered(next).toEqual(['first-name', 'given-names']);
  expect(await next.write('first-name', { agree: false })).toBe('ask');
  await expect(next.page.locator('#given')).toHaveValue('');
});

test('nothing that a view, an event or the page is told holds a value of the card, and never the number', async () => {
  await kiosk.page.evaluate(() => {
    const heard: string[] = [];
    for (const name of ['once.changed', 'portal.changed', 'card.changed', 'visit.changed'] as const)
      window.comptoir.on(name, (news: unknown) => heard.push(JSON.stringify(news)));
    (globalThis as { heard?: string[] }).heard = heard;
  });
  const here = await at('fields');
  for (const id of ['given', 'name', 'street', 'birth', 'address']) {
    await here.page.locator(`#${id}`).click();
    await expect.poll(async () => (await here.now())?.offers.length).toBeGreaterThan(0);
    const field = (await here.now())?.offers[0];
    if (field) expect(await here.write(field)).toBe('typed');
  }
  const heard = await kiosk.page.evaluate(() => (globalThis as { heard?: string[] }).heard?.join(' ') ?? '');
  expect(heard).toContain('offers');
  expect(heard).not.toMatch(/Nadia|Exemple|Essais|Namur|1985/);
  expect(await here.page.content()).not.toMatch(NUMBER);
  const values = await here.page
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
  expect(values.join(' ').replace('30-07-1985', '')).not.toMatch(NUMBER);
});
