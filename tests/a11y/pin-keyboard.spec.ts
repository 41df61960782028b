import { expect, test } from '@playwright/test';
import { type Counter, openCounter } from '../e2e/counter.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { openPin } from '../e2e/pages/pin.ts';

// The PIN window without a finger and without eyes: everything is reached with Tab, and how many digits there are is said, never which.

let counter: Counter;
test.beforeAll(async () => {
  counter = await openCounter({ settings: { seats: ['kiosk'] } });
});
test.afterAll(async () => counter.close());

test('with Tab and Enter alone a code is typed; the number of digits is said, and the focus is seen', async () => {
  const kiosk = await kioskOf(counter.app, 'fr');
  await kiosk.begin();
  await counter.world.plug(counter.mint.card('joris'));
  await kiosk.cardSays('present');
  await kiosk.page.locator('.promise-card').click();
  await kiosk.page.locator('.mycard-code').click();
  const pin = await openPin(counter.app, kiosk, 'try');
  const { page, w } = pin;
  await pin.heading(w('entry.title.current'));
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const { outlineStyle = 'none', outlineWidth = '0' } = at ? getComputedStyle(at) : {};
      return {
        tag: at?.tagName ?? '',
        words: at?.textContent?.trim() ?? '',
        seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3,
      };
    });
  const tabTo = async (words: string) => {
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const at = await focused();
      if (at.words !== words) continue;
      expect(at.seen, `the focus on "${words}" is seen`).toBe(true);
      return;
    }
    throw new Error(`"${words}" is not reached with Tab`);
  };
  // Where one is, is said first.
  await expect.poll(focused).toMatchObject({ tag: 'H1', words: w('entry.title.current') });
  const said = page.getByRole('status');
  await expect(said).toHaveText(w('entry.none'));
  for (const [at, digit] of [...'1234'].entries()) {
    await tabTo(digit);
    await page.keyboard.press('Enter');
    await expect(said).toHaveText(at === 0 ? w('entry.count_one', { count: 1 }) : w('entry.count_other', { count: at + 1 }));
  }
  await tabTo(w('entry.erase'));
  await page.keyboard.press('Space');
  await expect(said).toHaveText(w('entry.count_other', { count: 3 }));
  await page.keyboard.press('4');
  await tabTo(w('entry.ok'));
  await page.keyboard.press('Enter');
  await expect.poll(focused).toMatchObject({ tag: 'H1', words: w('end.done.try.title') });
  await tabTo(w('close'));
  await page.keyboard.press('Enter').catch(() => undefined);
  await pin.closed();
  await expect(kiosk.page.locator('.mycode-said')).toHaveText(kiosk.w('code.done.try'));
  await kiosk.end();
});
