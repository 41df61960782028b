import { expect } from '@playwright/test';
import type { Language } from '../../main/core/language.ts';
import type { SimCard } from '../../native/sim/card.ts';
import type { Counter } from '../e2e/counter.ts';
import { type Kiosk, kioskOf } from '../e2e/pages/kiosk.ts';
import { words } from '../e2e/pages/words.ts';
import type { Album } from './album.ts';

type Take = (kiosk: Kiosk, name: string, caption: string) => Promise<void>;
const taker =
  ({ app }: Counter, album: Album): Take =>
  (kiosk, name, caption) =>
    album.take(app, kiosk.page, name, caption);

/** One visit in French through every screen, with Nadia's card. Leaves a line in the journal and the sheet with the printer. */
export async function wholeVisit(counter: Counter, album: Album): Promise<void> {
  const { app, world, mint } = counter;
  const take = taker(counter, album);
  const kiosk = await kioskOf(app, 'fr');
  const { page, w, press, heading } = kiosk;

  await expect(page.locator('.attract-counter')).toBeVisible();
  await take(kiosk, 'kiosk-01-poster', 'The poster: touch to begin, and what is counted');
  await page.locator('.attract-counter').click();
  await expect(page.locator('.tongues')).toBeVisible();
  await take(kiosk, 'kiosk-02-language', 'The language, each in its own words');
  await page.getByRole('button', { name: words('fr', 'attract')('name') }).click();
  await heading(w('home.hello'));
  await take(kiosk, 'kiosk-03-home', 'Home: one question');

  await world.plug(mint.card('nadia'));
  await kiosk.cardSays('present');
  await take(kiosk, 'kiosk-04-home-card', 'A card is in the reader: nothing of it is read before the citizen agrees');
  await page.locator('.promise-card').click();
  await heading(w('card.present.title'));
  await page.getByText(w('card.fields.first-name'), { exact: true }).click();
  await take(kiosk, 'kiosk-05-card-consent', 'Consent, field by field');
  await page.getByText(w('card.fields.validity'), { exact: true }).click();
  await press(w('card.yes'));
  await heading(w('card.ready.titleName', { name: 'Nadia' }));
  await take(kiosk, 'kiosk-06-card-ready', 'The card is verified');
  await press(w('move.go'));

  await kiosk.openSheet('composition-menage');
  await take(kiosk, 'kiosk-07-sheet', 'A sheet: what to bring, and four equal ways');
  await page.locator('.ways button').nth(1).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await take(kiosk, 'kiosk-08-way', 'Another way, with its legal basis');
  await press(w('move.close'));
  await kiosk.walkGuide('composition-menage', 3);
  await take(kiosk, 'kiosk-09-guide', 'The guide: one step per screen');

  await press(w('promise.person'));
  await heading(w('person.title'));
  await take(kiosk, 'kiosk-10-person', 'A person is never far');
  await press(w('person.reason.not-understood'));
  await heading(w('person.called'));
  await take(kiosk, 'kiosk-11-person-called', 'A person is called');
  await press(w('person.cancel'));
  await press(w('move.close'));

  world.unplug();
  await heading(w('taken.title'));
  await take(kiosk, 'kiosk-12-card-taken', 'The card is taken: its data are gone at once, the guide waits');
  await press(w('taken.continue'));
  for (let left = 20; left > 0 && !(await page.getByRole('button', { name: w('guide.last'), exact: true }).isVisible()); left--)
    await press(w('guide.done'));
  await press(w('guide.last'));
  await heading(w('closing.titleDone'));
  await take(kiosk, 'kiosk-13-closing', 'The end: what was done, what is counted, and the way to erase it all');
  await press(w('closing.paper'));
  await heading(w('paper.title'));
  await page.getByText(w('paper.dates.7'), { exact: true }).click();
  await take(kiosk, 'kiosk-14-paper', 'The paper to take away');
  await press(w('paper.kiosk'));
  await expect(page.locator('.take-said', { hasText: w('paper.printedKiosk') })).toBeVisible({ timeout: 20_000 });
  await press(w('paper.phone'));
  await expect(page.locator('.qr').first()).toBeVisible();
  await take(kiosk, 'kiosk-15-paper-phone', 'The paper on one’s own phone: a text, no person in it, no network');
  await press(w('move.close'));
  await press(w('tools.hide'));
  await heading(w('hidden.title'));
  await take(kiosk, 'kiosk-16-hidden', 'A screen hidden from curious eyes');
  await press(w('hidden.show'));
  await press(w('move.back'));
  await kiosk.end();
}

/** What may be wrong with a card, in plain words. */
export async function cardMishaps(counter: Counter, album: Album): Promise<void> {
  const { app, world, mint } = counter;
  const take = taker(counter, album);
  const kiosk = await kioskOf(app, 'fr');
  await kiosk.begin();
  await kiosk.page.locator('.promise-card').click();
  await kiosk.heading(kiosk.w('card.no-card.title'));
  await take(kiosk, 'kiosk-20-no-card', 'No card: everything works without one');
  /** Another card in the place of the one before: taking a card asks "continue or finish?". */
  const next = async (card: SimCard) => {
    world.unplug();
    await kiosk.heading(kiosk.w('taken.title'));
    await kiosk.page
      .getByRole('alertdialog')
      .getByRole('button', { name: kiosk.w('taken.continue') })
      .click();
    await world.plug(card);
  };
  await world.plug(mint.card('nadia', 'not-eid'));
  await kiosk.heading(kiosk.w('card.not-eid.title'));
  await take(kiosk, 'kiosk-21-other-card', 'Another card than an eID');
  world.unplug();
  await kiosk.heading(kiosk.w('card.no-card.title'));
  await world.plug(mint.card('nadia', 'bank'));
  await kiosk.heading(kiosk.w('card.bank-card.title'));
  await take(kiosk, 'kiosk-21-bank-card', 'A bank card: nothing of it was read');
  world.unplug();
  await kiosk.heading(kiosk.w('card.no-card.title'));
  await world.plug(mint.card('nadia', 'tampered-identity'));
  await kiosk.agreeToCard();
  await kiosk.heading(kiosk.w('card.not-genuine.title'));
  await take(kiosk, 'kiosk-22-not-genuine', 'A card whose signature does not hold');
  await next(mint.card('karl'));
  await kiosk.agreeToCard();
  await kiosk.heading(kiosk.w('card.expired.title'));
  await take(kiosk, 'kiosk-23-expired', 'A genuine card past its last day');
  await next(mint.card('nadia', undefined, { inactive: '6985' }));
  await kiosk.agreeToCard();
  await kiosk.heading(kiosk.w('card.not-active.title'));
  await take(kiosk, 'kiosk-23-not-active', 'A card that the commune has not activated yet');
  await next(mint.card('nadia', 'upside-down'));
  await kiosk.heading(kiosk.w('card.unreadable.title'));
  await take(kiosk, 'kiosk-23-unreadable', 'Upside down or dirty: wipe the chip, put it back');
  // As the reader service would tell it: another program cannot be played here.
  await app.electron.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('news', 'card.changed', { state: 'busy' });
  });
  await kiosk.heading(kiosk.w('card.busy.title'));
  await take(kiosk, 'kiosk-23-busy', 'Another program holds the card');
  await world.startService({ readers: 0 });
  await kiosk.heading(kiosk.w('card.no-reader.title'));
  await take(kiosk, 'kiosk-24-no-reader', 'No reader is plugged in');
  await world.stopService();
  await kiosk.heading(kiosk.w('card.no-service.title'));
  await take(kiosk, 'kiosk-24-no-service', 'The reader service has stopped');
  // Back again with an empty reader. The last card could not be read from the first: nobody is asked about it.
  await world.startService();
  await kiosk.end();
}

/** Home, sheet, guide and closing as somebody needs them: another language, larger, darker, or from right to left. */
export async function likeThat(
  counter: Counter,
  album: Album,
  how: { name: string; says: string; language: Language; size?: 4; dark?: true; mirrored?: true; procedure?: string },
): Promise<void> {
  const take = taker(counter, album);
  const kiosk = await kioskOf(counter.app, how.language);
  const { page, w, press } = kiosk;
  if (how.mirrored) await page.evaluate(() => dispatchEvent(new Event('comptoir:mirror')));
  await kiosk.begin();
  if (how.dark) await press(w('tools.dark'));
  if (how.size) {
    await press(w('tools.size'));
    await page.getByText(w(`tools.sizes.${how.size}`), { exact: true }).click();
    await take(kiosk, `kiosk-${how.name}-window`, `${how.says}: the choice of size`);
    await press(w('move.close'));
  }
  const shot = (screen: string) => take(kiosk, `kiosk-${how.name}-${screen}`, `${how.says}: ${screen}`);
  await shot('home');
  await kiosk.openSheet(how.procedure ?? 'composition-menage');
  await shot('sheet');
  await page.locator('.sheet-go .btn-primary').click();
  await expect(page.locator('.guide')).toBeVisible();
  await page.locator('.guide-next').click();
  await page.locator('.guide-next').click();
  await shot('guide');
  await page.locator('.promise-end').click();
  await expect(page.locator('.closing')).toBeVisible();
  await shot('closing');
  await page.locator('.closing-end').click();
  await kiosk.gone();
}

/** Nobody has touched anything: needs a counter with a short `idle.seconds`. */
export async function idleWarning(counter: Counter, album: Album): Promise<void> {
  const kiosk = await kioskOf(counter.app, 'fr');
  await kiosk.begin();
  await kiosk.openSheet('composition-menage');
  await expect(kiosk.page.getByRole('heading', { name: kiosk.w('idle.title') })).toBeVisible({ timeout: 60_000 });
  await taker(counter, album)(kiosk, 'kiosk-25-idle', 'Nobody there? A warning with a countdown before everything is erased');
  await kiosk.press(kiosk.w('idle.finish'));
}
