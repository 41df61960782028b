import path from 'node:path';
import { expect } from '@playwright/test';
import { say } from '../../build/setup/say.mjs';
import type { Output } from '../../main/core/contract.ts';
import { localDay } from '../../main/core/local-day.ts';
import type { Result } from '../../main/core/mishap.ts';
import { ROOT } from '../e2e/app.ts';
import { openCounter } from '../e2e/counter.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { procedure, words } from '../e2e/pages/words.ts';
import { openAlbum } from './album.ts';

// `npm run -s comptoir -- demo`: one visit from a card in the reader to a line in the journal, in the real app, with a real card
// service and a simulated card. What happens is told on stderr, in pictures, and as the journal's line (JSON) on stdout.

const PROCEDURE = 'composition-menage';

const album = openAlbum(path.join(ROOT, 'build/screens/demo'));
say('A counter opens: kiosk, console, and the real card service with a virtual reader.');
const counter = await openCounter({ settings: { place: { name: 'Bibliothèque des Tilleuls', region: 'bruxelles' } } });
try {
  const { app, world, mint } = counter;
  const kiosk = await kioskOf(app, 'fr');
  const { page, w, press, heading } = kiosk;
  const take = (name: string, caption: string) => album.take(app, page, name, caption);

  await take('01-poster', 'Nobody is here: the poster');
  await kiosk.begin();
  await world.plug(mint.card('nadia'));
  await kiosk.cardSays('present');
  await take('02-card', 'Nadia, who does not exist, puts her card in; nothing of it is read yet');
  await kiosk.agreeToCard();
  await heading(w('card.ready.titleName', { name: 'Nadia' }));
  await take('03-greeting', 'She agrees to first name and validity; the card is verified');
  await press(w('move.go'));
  await kiosk.openSheet(PROCEDURE);
  await take('04-sheet', 'She opens a sheet');
  await kiosk.walkGuide(PROCEDURE, 3);
  await take('05-guide', 'She walks through the guide');
  world.unplug();
  await heading(w('taken.title'));
  await take('06-card-taken', 'She takes her card: what it said is gone, her steps wait');
  await press(w('taken.continue'));
  await press(w('promise.end'));
  await page.getByText(w('closing.outcome.to-finish'), { exact: true }).click();
  await take('07-closing', 'She will go on another day, and sees what is counted');
  await kiosk.end();
  say('The visit is over: its window is destroyed and all of it forgotten.');

  const desk = await app.window('console');
  await expect(
    desk.getByRole('row', { name: procedure('fr', PROCEDURE).title }).getByText(words('fr', 'console')('outcome.to-finish')),
  ).toBeVisible();
  await album.take(app, desk, '08-console', 'The facilitator sees one more line');

  // What crosses the bridge was checked against the contract on its way.
  const day = (await desk.evaluate((day) => window.comptoir.request('journal.day', { day }), localDay(new Date()))) as Result<
    Output<'journal.day'>
  >;
  if (!day.ok) throw new Error(`the journal does not answer: ${day.code}`);
  process.stdout.write(`${JSON.stringify(day.value.assistances[0])}\n`);
} finally {
  await counter.close();
}
album.close('# A visit, played by `npm run -s comptoir -- demo`');
say('Done. The line of the journal is on the standard output.');
