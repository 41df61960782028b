import { expect } from '@playwright/test';
import type { Language } from '../../main/core/language.ts';
import type { App } from '../e2e/app.ts';
import type { Counter } from '../e2e/counter.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { openPin, type Pin } from '../e2e/pages/pin.ts';
import { PIN_VIEWS, showPin } from '../e2e/pages/pin-window.ts';
import type { Album } from './album.ts';

/** The code of the card in French: what one may do with it, right, wrong, and when to stop. */
export async function codeScenes(counter: Counter, album: Album): Promise<void> {
  const { app, world, mint } = counter;
  const kiosk = await kioskOf(app, 'fr');
  const { page, w } = kiosk;
  const take = (pin: Pin, name: string, caption: string) => album.take(app, pin.page, name, caption);
  await kiosk.begin();
  // Of 1.7: on any machine it can log in.
  await world.plug(mint.card('joris', undefined, { applet: '1.7' }));
  await kiosk.cardSays('present');
  await page.locator('.promise-card').click();
  await page.locator('.mycard-code').click();
  await kiosk.heading(w('code.title'));
  await album.take(app, page, 'code-01-choices', 'The code of my card: three things one may do with it, none needed');

  const pin = await openPin(app, kiosk, 'try-login');
  await pin.heading(pin.w('consent.title.try-login'));
  await take(pin, 'code-02-consent', 'A window of its own: what the card signs, for whom, and what it means');
  await pin.press(pin.w('consent.yes'));
  await pin.heading(pin.w('entry.title.current'));
  await pin.type('123');
  await take(pin, 'code-03-entry', 'Big keys; the page knows how many digits there are, never which');
  await pin.type('9');
  await pin.press(pin.w('entry.ok'));
  await expect(pin.page.getByRole('alert')).toBeVisible();
  await take(pin, 'code-04-wrong', 'A wrong code, and how many tries the card still allows');
  await pin.type('1234');
  await pin.press(pin.w('entry.ok'));
  await pin.heading(pin.w('end.done.try-login.title'));
  await take(pin, 'code-05-done', 'The test worked');
  await pin.press(pin.w('close'));
  await expect(page.locator('.mycode-said')).toBeVisible();
  await album.take(app, page, 'code-06-said', 'Back at the kiosk, in one sentence');

  const stopped = await openPin(app, kiosk, 'try');
  for (const code of ['1111', '2222']) {
    await stopped.heading(stopped.w('entry.title.current'));
    await stopped.type(code);
    await stopped.press(stopped.w('entry.ok'));
    if (code === '1111') await expect(stopped.page.getByRole('alert')).toBeVisible();
  }
  await stopped.heading(stopped.w('end.stopped.title'));
  await take(stopped, 'code-07-stopped', 'Two wrong codes: stop now, and here is how to get a new one');
  await stopped.press(stopped.w('close'));
  await stopped.closed();
  await kiosk.end();
  await counter.empty();
}

/** Consent and keys as somebody needs them. */
export async function codeLikeThat(
  counter: Counter,
  album: Album,
  how: { name: string; says: string; language: Language; size?: 4; dark?: true; mirrored?: true },
): Promise<void> {
  const { app, world, mint } = counter;
  const kiosk = await kioskOf(app, how.language);
  const { page, w, press } = kiosk;
  if (how.mirrored) await page.evaluate(() => dispatchEvent(new Event('comptoir:mirror')));
  await kiosk.begin();
  if (how.dark) await press(w('tools.dark'));
  if (how.size) {
    await press(w('tools.size'));
    await page.getByText(w(`tools.sizes.${how.size}`), { exact: true }).click();
    await press(w('move.close'));
  }
  await world.plug(mint.card('joris', undefined, { applet: '1.7' }));
  await kiosk.cardSays('present');
  await page.locator('.promise-card').click();
  await page.locator('.mycard-code').click();
  await kiosk.heading(w('code.title'));
  await album.take(app, page, `code-${how.name}-choices`, `${how.says}: the choices`);
  const pin = await openPin(app, kiosk, 'try-login');
  if (how.mirrored) await pin.page.evaluate(() => dispatchEvent(new Event('comptoir:mirror')));
  await album.take(app, pin.page, `code-${how.name}-consent`, `${how.says}: consent`);
  await pin.press(pin.w('consent.yes'));
  await pin.heading(pin.w('entry.title.current'));
  await pin.type('12');
  await album.take(app, pin.page, `code-${how.name}-entry`, `${how.says}: the keys`);
  await pin.press(pin.w('entry.cancel'));
  await pin.closed();
  await kiosk.end();
  await counter.empty();
}

/** What no simulated reader has, and what no screen asks for yet: shown as main would tell it. Nothing else works in this app afterwards. */
export async function rareCodeScenes(app: App, album: Album): Promise<void> {
  for (const [name, caption] of [
    ['warning', 'One try left: asked before the code'],
    ['sure', 'One try left: asked once more after it'],
    ['keypad', 'A reader with keys of its own: the code never comes into this machine'],
    ['consent-document', 'A signature with legal value: like one by hand'],
    ['end-blocked', 'A blocked code'],
  ] as const) {
    const view = PIN_VIEWS[name];
    if (view) await album.take(app, await showPin(app, view, { size: 1, dark: false }), `code-20-${name}`, caption);
  }
}
