import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Kiosk } from '../e2e/pages/kiosk.ts';

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

/** Layout where it is tightest: the largest text on the small screen, from left to right and from right to left. */
export async function tightest(page: Page): Promise<string[]> {
  const was = await page.evaluate(() => {
    const { size } = document.documentElement.dataset;
    document.documentElement.dataset.size = '4';
    return size;
  });
  const wrong: string[] = [];
  for (const direction of ['ltr', 'rtl'] as const) {
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    wrong.push(...(await layout(page)).map((line) => `${direction}: ${line}`));
  }
  await page.evaluate((size) => {
    document.documentElement.dir = 'ltr';
    if (size === undefined) delete document.documentElement.dataset.size;
    else document.documentElement.dataset.size = size;
  }, was);
  return wrong;
}

/** What is wrong with the screen that is there, in this look and on both screens. */
export async function judge({ page }: Pick<Kiosk, 'page'>, where: string): Promise<string[]> {
  const wrong = [...(await axe(page)), ...(await layout(page))];
  await page.setViewportSize(SMALL);
  wrong.push(...(await layout(page)).map((line) => `small screen: ${line}`));
  wrong.push(...(await tightest(page)).map((line) => `largest text, small screen, ${line}`));
  await page.setViewportSize(LARGE);
  return wrong.map((line) => `${where}: ${line}`);
}
