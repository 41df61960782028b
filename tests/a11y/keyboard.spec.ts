import { expect, type Page, test } from '@playwright/test';
import { type Counter, openCounter } from '../e2e/counter.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { procedure, words } from '../e2e/pages/words.ts';

// A whole visit without a finger: Tab, Enter, Space, arrows and Escape. Where the focus is, is seen, and said.

const SHEET = 'pension-estimation';

let counter: Counter;
test.beforeEach(async () => {
  counter = await openCounter({ settings: { seats: ['kiosk'] } });
});
test.afterEach(async () => counter.close());

/** Words of what has the focus, and whether a ring is drawn around it (or around the answer it stands for). */
const focus = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement === document.body ? null : document.activeElement;
    const ring = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3) || boxShadow.includes('0px 0px 0px');
    };
    const label = at?.closest('label') ?? null;
    const words = (label ?? at)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    return { words, tag: at?.tagName ?? '', seen: ring(at) || ring(label) };
  });

/** Tab until this has the focus; it must be reached, and seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const { words: found, seen } = await focus(page);
    if (!found.includes(name.replace(/\s+/g, ' '))) continue;
    expect(seen, `the focus on "${name}" is seen`).toBe(true);
    return;
  }
  throw new Error(`"${name}" is not reached with Tab`);
}
async function enter(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
/** A new screen: its heading has the focus, so that a screen reader says where one is. */
const arrived = (page: Page, title: string) =>
  expect.poll(async () => focus(page)).toMatchObject({ tag: 'H1', words: title.replace(/\s+/g, ' ') });

test('a whole visit by keyboard: the focus is seen, starts at each heading, and Escape closes windows', async () => {
  const { world, mint } = counter;
  const kiosk = await kioskOf(counter.app);
  const { page, w } = kiosk;
  const poster = words('fr', 'attract');
  const { title, steps } = procedure('fr', SHEET);

  await enter(page, poster('touch'));
  await expect.poll(async () => (await focus(page)).tag).toBe('H1');
  await enter(page, poster('name'));
  await arrived(page, w('home.hello'));

  // A window: the focus goes in, stays in, and comes back to its button.
  await enter(page, w('tools.size'));
  await kiosk.heading(w('tools.sizeTitle'));
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
  }
  await tabTo(page, w('tools.sizes.1'));
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('html')).toHaveAttribute('data-size', '2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(async () => (await focus(page)).words).toBe(w('tools.size'));
  await enter(page, w('promise.person'));
  await kiosk.heading(w('person.title'));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await world.plug(mint.card('nadia'));
  await kiosk.cardSays('present');
  await enter(page, w('promise.card'));
  await arrived(page, w('card.present.title'));
  await tabTo(page, w('card.fields.first-name'));
  await page.keyboard.press('Space');
  await enter(page, w('card.yes'));
  await arrived(page, w('card.ready.titleName', { name: 'Nadia' }));
  await enter(page, w('move.go'));
  await arrived(page, w('home.helloName', { name: 'Nadia' }));

  await enter(page, title);
  await arrived(page, title);
  await enter(page, w('ways.post'));
  await kiosk.heading(w('ways.post'));
  await page.keyboard.press('Escape');
  await enter(page, w('sheet.start'));
  for (const [at, step] of steps.entries()) {
    await arrived(page, step.do);
    await enter(page, at + 1 < steps.length ? w('guide.done') : w('guide.last'));
  }
  await arrived(page, w('closing.titleDone'));

  // The card is taken: this window wants an answer, Escape is none.
  world.unplug();
  await kiosk.heading(w('taken.title'));
  await page.keyboard.press('Escape');
  await kiosk.heading(w('taken.title'));
  await enter(page, w('taken.continue'));
  await expect(page.getByRole('alertdialog')).toHaveCount(0);

  await tabTo(page, w('closing.outcome.done'));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: w('closing.outcome.to-finish') })).toBeChecked();
  await enter(page, w('closing.paper'));
  await arrived(page, w('paper.title'));
  await enter(page, w('paper.phone'));
  await kiosk.heading(w('paper.qrTitle'));
  await page.keyboard.press('Escape');
  await enter(page, w('move.back'));
  await enter(page, w('closing.end'));
  await kiosk.gone();
});

test('what scrolls is reached with Tab and turned with the arrows, also where it holds nothing to press', async () => {
  const kiosk = await kioskOf(counter.app);
  const { page } = kiosk;
  await kiosk.begin();
  await kiosk.openSheet('eid-pin-code');
  await kiosk.walkGuide('eid-pin-code', 2);
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.evaluate(() => {
    document.documentElement.dataset.size = '4';
  });
  const mute = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('body *')].filter(
          (element) =>
            element.checkVisibility() &&
            /auto|scroll/.test(getComputedStyle(element).overflowY) &&
            element.scrollHeight > element.clientHeight + 2 &&
            !element.querySelector('button, a, input, [tabindex="0"]'),
        ).length,
    );
  const expected = await mute();
  const reached = new Set<string>();
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const it = document.activeElement;
      return it && it.scrollHeight > it.clientHeight + 2 && /auto|scroll/.test(getComputedStyle(it).overflowY)
        ? `${it.tagName}.${it.className}`
        : '';
    });
    if (at) reached.add(at);
  }
  expect(reached.size).toBe(expected);
});
