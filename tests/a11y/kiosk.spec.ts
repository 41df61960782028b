import { expect, test } from '@playwright/test';
import { type Counter, openCounter } from '../e2e/counter.ts';
import { type Kiosk, kioskOf } from '../e2e/pages/kiosk.ts';
import { walk } from '../e2e/pages/walk.ts';
import { judge, LARGE } from './judge.ts';
import { looks, sampleName } from './look.ts';
import { wear } from './wear.ts';

// Every screen and window of a visit, for everybody: axe with the contrast of AAA, and the layout where it is tightest.

test.describe.configure({ timeout: 180_000 });

let counter: Counter;
test.beforeAll(async () => {
  counter = await openCounter({ settings: { seats: ['kiosk'], idle: { seconds: 120 } } });
});
test.afterAll(async () => counter.close());

/** The screens of "my card", of this visit: asked, not genuine, checked, and the window after it was taken. */
async function cards(kiosk: Kiosk): Promise<string[]> {
  const { world, mint } = counter;
  const { page, w, heading } = kiosk;
  const wrong: string[] = [];
  const goOn = () =>
    page
      .getByRole('alertdialog')
      .getByRole('button', { name: w('taken.continue') })
      .click();
  await page.locator('.promise-card').click();
  await heading(w('card.no-card.title'));
  wrong.push(...(await judge(kiosk, 'card: none')));
  await world.plug(mint.card('nadia', 'not-eid'));
  await heading(w('card.not-eid.title'));
  wrong.push(...(await judge(kiosk, 'card: another')));
  // Nothing is asked for a card of no use here.
  world.unplug();
  await heading(w('card.no-card.title'));
  await world.plug(mint.card('joris', 'tampered-identity'));
  await heading(w('card.present.title'));
  wrong.push(...(await judge(kiosk, 'card: asked')));
  await kiosk.agreeToCard();
  await heading(w('card.not-genuine.title'));
  wrong.push(...(await judge(kiosk, 'card: not genuine')));
  world.unplug();
  await goOn();
  await world.plug(mint.card('nadia'));
  await kiosk.agreeToCard();
  await heading(w('card.ready.titleName', { name: 'Nadia' }));
  wrong.push(...(await judge(kiosk, 'card: checked')));
  world.unplug();
  await heading(w('taken.title'));
  wrong.push(...(await judge(kiosk, 'card: taken')));
  await goOn();
  await kiosk.press(w('move.go'));
  return wrong;
}

for (const look of looks()) {
  const { language, size, theme } = look;
  test(`every screen of a visit in ${language}, text ${size}, ${theme} (${sampleName})`, async () => {
    const kiosk = await kioskOf(counter.app, language);
    await kiosk.page.setViewportSize(LARGE);
    const wrong = await judge(kiosk, 'poster');
    await kiosk.page.locator('.attract-counter').click();
    for (const stop of walk(kiosk)) {
      await stop.go();
      await stop.here();
      if (stop.name === 'home') await wear(kiosk, look);
      wrong.push(...(await judge(kiosk, stop.name)));
      await stop.leave?.();
      // The card's own screens once: they do not change with the sheet.
      if (stop.name === 'home') wrong.push(...(await cards(kiosk)));
    }
    expect(wrong).toEqual([]);
    await kiosk.page.locator('.frame-go .btn').first().click();
    await kiosk.end();
  });
}
