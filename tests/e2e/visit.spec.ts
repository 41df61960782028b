import { expect, test } from '@playwright/test';
import { type Counter, openCounter } from './counter.ts';
import { kioskOf } from './pages/kiosk.ts';
import { procedure, words } from './pages/words.ts';

// The thin line, from a card in the reader to a line in the journal, on real parts.

let counter: Counter;
test.beforeEach(async () => {
  counter = await openCounter({ settings: { place: { name: 'Bibliothèque des Tilleuls', region: 'bruxelles' } } });
});
test.afterEach(async () => counter.close());

test('a card, a consent, a greeting, a guide, a paper, a line in the console, and nothing left', async () => {
  const { app, world, mint } = counter;
  const kiosk = await kioskOf(app, 'fr');
  await kiosk.begin();
  await kiosk.cardSays('no-card');

  const card = await world.plug(mint.card('nadia'));
  await kiosk.cardSays('present');
  // Before consent only SELECT: no read has reached the card.
  const before = card.commands;
  await kiosk.agreeToCard();
  await kiosk.cardSays('ready');
  expect(card.commands).toBeGreaterThan(before);
  await kiosk.heading(kiosk.w('card.ready.titleName', { name: 'Nadia' }));
  await expect(kiosk.page.locator('body')).not.toContainText('Exemple');
  await expect(kiosk.page.locator('body')).not.toContainText('85.07.30');
  await kiosk.press(kiosk.w('move.go'));

  await kiosk.openSheet('composition-menage');
  await expect(kiosk.page.getByText(kiosk.w('sheet.unverified'))).toBeVisible();
  await kiosk.walkGuide('composition-menage');

  // Taking the card empties it at once; guide and paper wait.
  world.unplug();
  await kiosk.heading(kiosk.w('taken.title'));
  await expect(kiosk.page.locator('body')).not.toContainText('Nadia');
  await kiosk.press(kiosk.w('taken.continue'));
  await kiosk.heading(kiosk.w('closing.titleDone'));
  await kiosk.press(kiosk.w('closing.paper'));
  const held = await kiosk.page.evaluate(() => window.comptoir.request('paper.preview', { nextDate: null }));
  const { steps } = procedure('fr', 'composition-menage');
  expect(held).toMatchObject({ ok: true, value: { step: steps.length + 1 } });
  await kiosk.press(kiosk.w('paper.phone'));
  await expect(kiosk.page.locator('svg.qr, .qr svg').first()).toBeVisible();
  await kiosk.press(kiosk.w('move.close'));
  await kiosk.press(kiosk.w('move.back'));
  await kiosk.end();

  const console_ = await app.window('console');
  const said = words('fr', 'console');
  await expect(console_.getByRole('row', { name: procedure('fr', 'composition-menage').title })).toBeVisible();
  await expect(console_.getByRole('row', { name: procedure('fr', 'composition-menage').title })).toContainText(
    said('outcome.done'),
  );
});

test('a visit without a card is whole, and "do not count me" leaves no line', async () => {
  const { app } = counter;
  const kiosk = await kioskOf(app, 'nl');
  await kiosk.begin();
  await kiosk.openSheet('pension-estimation');
  await kiosk.walkGuide('pension-estimation', 2);
  await kiosk.press(kiosk.w('promise.end'));
  await kiosk.page.getByText(kiosk.w('closing.notMe'), { exact: true }).click();
  await expect(kiosk.page.getByText(kiosk.w('closing.notCounted'))).toBeVisible();
  await kiosk.end();
  const console_ = await app.window('console');
  await expect(console_.getByText(words('fr', 'console')('journal.emptyToday'))).toBeVisible();
});

test('the facilitator completes the line by keyboard, and it stays completed', async () => {
  const { app } = counter;
  const kiosk = await kioskOf(app, 'de');
  await kiosk.begin();
  await kiosk.openSheet('eid-pin-code');
  await kiosk.walkGuide('eid-pin-code', 3);
  await kiosk.end();
  const page = await app.window('console');
  const said = words('fr', 'console');
  const row = page.getByRole('row', { name: procedure('fr', 'eid-pin-code').title });
  await row.click();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: said('outcome.blocked') }).check({ force: true });
  await page.getByRole('radio', { name: said('block.no-pin') }).check({ force: true });
  await page.keyboard.press('Enter');
  await expect(page.getByText(said('form.saved'))).toBeVisible();
  await expect(row).toContainText(said('outcome.blocked'));
  await page.reload();
  await expect(page.getByRole('row', { name: procedure('fr', 'eid-pin-code').title })).toContainText(said('block.no-pin'));
});

test('a person asked for at the kiosk is seen and answered at the console', async () => {
  const { app } = counter;
  const kiosk = await kioskOf(app, 'fr');
  await kiosk.begin();
  await kiosk.press(kiosk.w('promise.person'));
  await kiosk.press(kiosk.w('person.reason.not-understood'));
  await kiosk.heading(kiosk.w('person.called'));
  const page = await app.window('console');
  const said = words('fr', 'console');
  await page
    .getByRole('button', { name: said('room.answer') })
    .first()
    .click();
  await kiosk.heading(kiosk.w('person.coming'));
});
