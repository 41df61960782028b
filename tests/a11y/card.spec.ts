import { expect, test } from '@playwright/test';
import type { CardView } from '../../main/core/card/view.ts';
import { type Counter, openCounter } from '../e2e/counter.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { judge, LARGE } from './judge.ts';
import { looks, sampleName } from './look.ts';
import { wear } from './wear.ts';

// Each trouble of the reader and its card, and the screen of the code, for everybody.

test.describe.configure({ timeout: 180_000 });

let counter: Counter;
test.beforeAll(async () => {
  counter = await openCounter({ settings: { seats: ['kiosk'], idle: { seconds: 180 } } });
});
test.afterAll(async () => counter.close());

/** As the reader service would tell them: half of them cannot be played with one simulated reader. */
const TROUBLE: readonly CardView['state'][] = ['no-service', 'no-reader', 'busy', 'bank-card', 'unreadable', 'not-active'];

for (const look of looks()) {
  const { language, size, theme } = look;
  test(`the reader in trouble, and the code, in ${language}, text ${size}, ${theme} (${sampleName})`, async () => {
    const kiosk = await kioskOf(counter.app, language);
    const { page, w } = kiosk;
    await page.setViewportSize(LARGE);
    await kiosk.begin();
    await wear(kiosk, look);
    const wrong: string[] = [];
    await page.locator('.promise-card').click();
    const pictures = new Set<string>();
    for (const state of TROUBLE) {
      await counter.app.electron.evaluate(
        ({ BrowserWindow }, view) => {
          for (const window of BrowserWindow.getAllWindows()) window.webContents.send('news', 'card.changed', view);
        },
        { state },
      );
      await kiosk.heading(w(`card.${state}.title`));
      wrong.push(...(await judge(kiosk, state)));
      pictures.add((await page.locator('.mycard svg.art').innerHTML()).replaceAll(/\s/g, ''));
    }
    expect(pictures.size, 'a picture of its own for each').toBe(TROUBLE.length);
    await counter.world.plug(counter.mint.card('joris'));
    await kiosk.heading(w('card.present.title'));
    wrong.push(...(await judge(kiosk, 'card: asked')));
    await page.locator('.mycard-code').click();
    await kiosk.heading(w('code.title'));
    wrong.push(...(await judge(kiosk, 'code')));
    expect(wrong).toEqual([]);
    await kiosk.end();
    await counter.empty();
  });
}
