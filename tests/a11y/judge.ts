import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Kiosk } from '../e2e/pages/kiosk.ts';
import { FULL } from '../fixtures/sample.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong in a page, a line for each: WCAG 2.2 A and AA, and the contrast of AAA (7:1). */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The other mode opens pages of its own, which Electron does not let it.
    .setLegacyMode(true)
    .options({
      runOnly: { type: 'tag', values: TAGS },
      rules: {
        'color-contrast-enhanced': { enabled: true },
        // Chromium gives the focus to a part that scrolls by itself (since 130); keyboard.spec.ts shows it.
        'scrollable-region-focusable': { enabled: false },
      },
    })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`));
}

/**
 * What cannot be seen or touched, a line for each: a page that scrolls sideways, words outside the screen or cut off in their button,
 * a promise out of sight, a target under 44 px (WCAG 2.5.5). Parts that scroll downwards may hold what is below.
 */
export function layout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const [wide, high] = [document.documentElement.clientWidth, document.documentElement.clientHeight];
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} ${element.getAttribute('class') ?? ''}> "${element.textContent?.trim().slice(0, 40)}"`;
    const box = (element: Element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      return { left, right, top, bottom, width, height };
    };
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, svg, [aria-hidden=true]');
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowY) || scrolls(element.parentElement));

    if (document.documentElement.scrollWidth > wide) wrong.push('the page scrolls sideways');
    for (const pane of document.querySelectorAll('.scroll-pane'))
      if (pane.scrollWidth > pane.clientWidth + 1) wrong.push(`scrolls sideways: ${name(pane)}`);

    // Below a window the page may be as it is: it is judged without one.
    const root = document.querySelector('.veil') ?? document.body;
    for (const element of root.querySelectorAll('h1, h2, p, li, button, label, b, td, th')) {
      const it = box(element);
      if (!seen(element) || it.width <= 1) continue;
      if (it.left < -1 || it.right > wide + 1)
        wrong.push(`outside, ${Math.round(it.left)}..${Math.round(it.right)} of ${wide}: ${name(element)}`);
      if (!scrolls(element) && (it.top < -1 || it.bottom > high + 1))
        wrong.push(`outside, ${Math.round(it.top)}..${Math.round(it.bottom)} of ${high} down: ${name(element)}`);
      if (element.matches('button') && element.scrollWidth > element.clientWidth + 1)
        wrong.push(`words cut off: ${name(element)}`);
    }
    for (const target of root.querySelectorAll('button, a, summary, select, input, label:has(input)')) {
      // A radio or a switch is touched by its label.
      if (!seen(target) || (target.matches('input') && target.closest('label'))) continue;
      const { width, height } = box(target);
      if (width <= 1) continue; // for screen readers only
      if (width < 44 || height < 44) wrong.push(`target of ${Math.round(width)} × ${Math.round(height)}: ${name(target)}`);
    }
    if (root === document.body)
      for (const promise of document.querySelectorAll('.promises > *')) {
        const it = box(promise);
        if (!seen(promise) || it.bottom > high + 1 || it.height < 44) wrong.push(`promise out of sight: ${name(promise)}`);
      }
    return wrong;
  });
}

/** The whole screen of a small kiosk and of a large one, in pixels. */
export const SMALL = { width: 1366, height: 768 };
export const LARGE = { width: 1920, height: 1080 };
/** Screens of other shapes: 16:10 and 5:4. */
const OTHERS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 1024 },
];

/**
 * What a page of the kiosk must show without a turn of it, a line for each that is missing: the three other ways of a sheet and of its
 * guide, all buttons above a site, the whole receipt; and one main button, no more.
 */
function inSight(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seen = (query: string) =>
      [...document.querySelectorAll(query)].filter((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const there = document.elementsFromPoint(left + width / 2, top + height / 2);
        return there[0] !== undefined && element.contains(there[0]);
      }).length;
    const wrong: string[] = [];
    const guide = document.querySelector('.frame:not(.site) :is(.sheet, .guide)');
    if (guide) {
      const ways = Math.max(seen('.way-foot .btn'), seen('.ways .way') - 1, seen('.desk-ways .btn'));
      if (ways < 3) wrong.push(`${ways} of 3 other ways in sight`);
      const main = seen('.btn-primary');
      if (main !== 1) wrong.push(`${main} main buttons in sight`);
    }
    const tools = [...document.querySelectorAll('.pane-tool')].filter((tool) => !tool.matches('.pane-third'));
    const gone = tools.filter((tool) => !tool.checkVisibility());
    wrong.push(...gone.map((tool) => `no longer above the site: "${tool.textContent}"`));
    const receipt = document.querySelector('.erased-two');
    if (receipt && receipt.scrollHeight > receipt.clientHeight)
      wrong.push(`${receipt.scrollHeight - receipt.clientHeight} px of the receipt out of sight`);
    return wrong;
  });
}

/** What `inSight` looks for: these are judged on both shapes, the others on one after the other. */
const PINNED = '.frame:not(.site) :is(.sheet, .guide), .pane-tool, .erased-two';
let turn = 0;

/** A screen of another shape: the layout as the citizen wears it, and what must be in sight at the usual size of text. */
async function otherShapes(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  const pinned = await page.evaluate(
    (query) => !document.querySelector('.veil') && document.querySelector(query) !== null,
    PINNED,
  );
  turn += 1;
  for (const screen of FULL || pinned ? OTHERS : OTHERS.slice(turn % 2).slice(0, 1)) {
    await page.setViewportSize(screen);
    const shape = `${screen.width} × ${screen.height}`;
    wrong.push(...(await layout(page)).map((line) => `${shape}: ${line}`));
    if (!pinned) continue;
    const was = await wearSize(page, '1');
    wrong.push(...[...(await layout(page)), ...(await inSight(page))].map((line) => `${shape}, usual text: ${line}`));
    await wearSize(page, was);
  }
  return wrong;
}

/** Another size of text, once it is drawn; answers the one before. */
async function wearSize(page: Page, size: string | undefined): Promise<string | undefined> {
  return page.evaluate(async (size) => {
    const { dataset } = document.documentElement;
    const was = dataset.size;
    if (size === undefined) delete dataset.size;
    else dataset.size = size;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return was;
  }, size);
}

/** Layout where it is tightest: the largest text on the small screen, from left to right and from right to left. */
export async function tightest(page: Page): Promise<string[]> {
  const was = await wearSize(page, '4');
  const wrong: string[] = [];
  for (const direction of ['ltr', 'rtl'] as const) {
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    wrong.push(...(await layout(page)).map((line) => `${direction}: ${line}`));
  }
  await page.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
  await wearSize(page, was);
  return wrong;
}

/** What is wrong with the screen that is there, in this look, on both screens and on those of other shapes. */
export async function judge({ page }: Pick<Kiosk, 'page'>, where: string): Promise<string[]> {
  const wrong = [...(await axe(page)), ...(await layout(page))];
  await page.setViewportSize(SMALL);
  wrong.push(...(await layout(page)).map((line) => `small screen: ${line}`));
  wrong.push(...(await tightest(page)).map((line) => `largest text, small screen, ${line}`));
  wrong.push(...(await otherShapes(page)));
  await page.setViewportSize(LARGE);
  return wrong.map((line) => `${where}: ${line}`);
}
