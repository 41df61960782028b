import { expect } from '@playwright/test';
import type { Counter } from '../e2e/counter.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { procedure, words } from '../e2e/pages/words.ts';
import type { Album } from './album.ts';

/** The facilitator's desk: a call in the room, the form, the day, the health of the counter. Wants lines in the journal. */
export async function consoleScenes({ app, world }: Counter, album: Album): Promise<void> {
  const kiosk = await kioskOf(app, 'fr');
  await kiosk.begin();
  await kiosk.openSheet('pension-estimation');
  await kiosk.press(kiosk.w('promise.person'));
  await kiosk.press(kiosk.w('person.reason.something-wrong'));
  await kiosk.heading(kiosk.w('person.called'));

  const page = await app.window('console');
  const said = words('fr', 'console');
  const take = (name: string, caption: string) => album.take(app, page, name, caption);
  await expect(page.getByRole('button', { name: said('room.answer') }).first()).toBeVisible();
  await take('console-01-room', 'The room, today’s helps and the form on one screen');
  await page
    .getByRole('row', { name: procedure('fr', 'composition-menage').title })
    .last()
    .click();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: said('outcome.blocked') }).check({ force: true });
  await page.keyboard.press('Enter');
  await expect(page.getByText(said('form.blockMissing'))).toBeVisible();
  await take('console-02-form-error', 'The form says what is missing, in place');
  await page.getByRole('radio', { name: said('block.no-pin') }).check({ force: true });
  await page.keyboard.press('Enter');
  await expect(page.getByText(said('form.saved'))).toBeVisible();
  await take('console-03-form-saved', 'Kept: one more line, the first stays as it was');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { name: said('journal.title') })).toBeVisible();
  await take('console-04-journal', 'The journal of a day');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: said('health.title') })).toBeVisible();
  await expect(page.getByText(said('health.checking'))).toHaveCount(0, { timeout: 20_000 });
  await take('console-05-health', 'The health of the counter');
  await page.keyboard.press('Alt+1');
  await world.stopService();
  await expect(page.getByText(said('room.reader.no-service'))).toBeVisible();
  await take('console-05-reader', 'A reader in trouble: plain words, and the line for the IT person');
  await world.startService();
  await expect(page.getByText(said('room.reader.no-service'))).toHaveCount(0);
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { name: said('about.title') })).toBeVisible();
  await take('console-06-about', 'About: version, runtime, and what is never kept');
  await page.keyboard.press('Alt+1');
  await page.getByRole('button', { name: said('look.dark') }).click();
  await take('console-07-dark', 'The console in the dark');
  await page.getByRole('button', { name: said('look.light') }).click();
  await page
    .getByRole('button', { name: said('room.answer') })
    .first()
    .click();
  await kiosk.heading(kiosk.w('person.coming'));
  await kiosk.press(kiosk.w('move.go'));
  await kiosk.end();
}

/** The operator's desk. */
export async function phoneScenes({ app }: Counter, album: Album): Promise<void> {
  const page = await app.window('phone');
  const said = words('fr', 'phone');
  await expect(page.getByText(said('read.choose'))).toBeVisible();
  await album.take(app, page, 'phone-01-ready', 'The phone seat, before a call');
  await page.getByRole('button', { name: procedure('fr', 'composition-menage').title }).click();
  await expect(page.getByRole('button', { name: said('read.begin') })).toBeVisible();
  await album.take(app, page, 'phone-02-sheet', 'A sheet to read aloud');
  await page.getByRole('button', { name: said('read.begin') }).click();
  await page.keyboard.press('ArrowRight');
  await album.take(app, page, 'phone-03-step', 'A step to read aloud');
  await page.getByRole('button', { name: said('call.end') }).click();
}
