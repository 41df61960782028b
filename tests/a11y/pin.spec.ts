import { expect, test } from '@playwright/test';
import type { PinView } from '../../main/core/card/code.ts';
import { type App, openApp } from '../e2e/app.ts';
import { PIN_VIEWS, showPin, tellPin } from '../e2e/pages/pin-window.ts';
import { axe, LARGE, layout, SMALL } from './judge.ts';
import { looks, sampleName } from './look.ts';

// Every state of the PIN window, for everybody: axe with the contrast of AAA, and the layout, also on the smallest screen and mirrored.

test.describe.configure({ timeout: 180_000 });

/** The smallest screen that Comptoir is made for. */
const SMALLEST = { width: 1024, height: 768 };

let app: App;
test.beforeAll(async () => {
  app = await openApp({ settings: { seats: ['kiosk'] } });
});
test.afterAll(async () => app.close());

for (const { language, size, theme } of looks()) {
  test(`every state of the PIN window in ${language}, text ${size}, ${theme} (${sampleName})`, async () => {
    const wrong: string[] = [];
    const first: PinView = { phase: 'warning', language, does: 'try' };
    const page = await showPin(app, first, { size, dark: theme === 'dark' });
    for (const [name, view] of Object.entries(PIN_VIEWS)) {
      await tellPin(app, page, { ...view, language });
      await page.setViewportSize(LARGE);
      // What waits a moment before it is seen.
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      wrong.push(...(await axe(page)).map((line) => `${name}: ${line}`));
      for (const screen of [LARGE, SMALL, SMALLEST]) {
        await page.setViewportSize(screen);
        for (const direction of ['ltr', 'rtl']) {
          await page.evaluate((dir) => {
            document.documentElement.dir = dir;
          }, direction);
          wrong.push(...(await layout(page)).map((line) => `${name}, ${screen.width} ${direction}: ${line}`));
          // Three keys in a row, 1 before 3, in both directions: fingers know the places.
          const keys = page.locator('.key');
          if ((await keys.count()) === 0) continue;
          const [first, third, last] = await Promise.all([0, 2, 9].map((at) => keys.nth(at).boundingBox()));
          if (!first || !third || !last) throw new Error('no keys');
          expect([name, direction, first.x < third.x, first.y === third.y, last.y > third.y]).toEqual([
            name,
            direction,
            true,
            true,
            true,
          ]);
          expect(Math.min(first.width, first.height), `${name}: the keys are large`).toBeGreaterThanOrEqual(72);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
}
