import path from 'node:path';
import { PORTAL_TROUBLES } from '../../main/core/portal/view.ts';
import { startCups } from '../../main/services/print/world.ts';
import { ROOT } from '../e2e/app.ts';
import { openCounter } from '../e2e/counter.ts';
import { openPapersCounter } from '../e2e/pages/papers.ts';
import { openPortalCounter } from '../e2e/pages/portal.ts';
import { openAlbum } from './album.ts';
import { codeLikeThat, codeScenes, rareCodeScenes } from './code.ts';
import { cardMishaps, idleWarning, likeThat, wholeVisit } from './kiosk.ts';
import { keepPapers, lastPaper } from './paper.ts';
import { papersLikeThat } from './papers.ts';
import { lastScreens, siteLikeThat, siteTroubles } from './portal.ts';
import { consoleScenes, phoneScenes } from './staff.ts';

// Run inside the private world (`npm run screenshots`): the real app, a real card service and a real print service.

const INTRO = `
# What Comptoir looks like

Taken from the running app by \`npm run screenshots\`, which also writes this page. The people on the cards are invented.
`;
const place = { name: 'Bibliothèque des Tilleuls', region: 'bruxelles' };

/** Of the documents: for everybody, and besides in French. */
const FEW = ['list', 'viewer', 'phone', 'choose'];
const MORE = ['arrived', 'viewer-whole', 'scan', 'remove', 'stick-there', 'stick-done', 'stick-failed'];

const album = openAlbum(process.argv[2] ?? path.join(ROOT, 'docs/screens'));
const cups = await startCups();
try {
  const printers = { kiosk: 'desk', desk: 'desk' };
  const counter = await openCounter({
    settings: { place, seats: ['kiosk', 'console', 'phone'], printers, locked: true },
    env: { CUPS_SERVER: cups.server },
  });
  const { app } = counter;
  try {
    await keepPapers(app);
    album.chapter('The kiosk');
    await wholeVisit(counter, album);
    album.chapter('The paper');
    for (const [at, page] of (await lastPaper(app)).entries())
      await album.add(app, page, `paper-${at + 1}`, `The sheet from the printer, page ${at + 1}`);
    album.chapter('When a card does not answer as hoped');
    await cardMishaps(counter, album);
    album.chapter('The code of the card');
    await codeScenes(counter, album);
    for (const how of [
      { name: 'de', says: 'German', language: 'de' },
      { name: 'largest', says: 'The largest text', language: 'fr', size: 4 },
      { name: 'dark', says: 'Dark', language: 'nl', dark: true },
      { name: 'mirrored', says: 'Right to left (mirrored)', language: 'fr', mirrored: true },
    ] as const)
      await codeLikeThat(counter, album, how);
    album.chapter('As each person needs it');
    await likeThat(counter, album, { name: 'de', says: 'German, the longest words', language: 'de' });
    await likeThat(counter, album, { name: 'largest', says: 'The largest text', language: 'fr', size: 4 });
    await likeThat(counter, album, { name: 'dark', says: 'Dark', language: 'fr', dark: true, procedure: 'pension-estimation' });
    await likeThat(counter, album, {
      name: 'mirrored',
      says: 'Right to left (mirrored)',
      language: 'fr',
      mirrored: true,
      procedure: 'eid-pin-code',
    });
    album.chapter('The console');
    await consoleScenes(counter, album);
    album.chapter('The phone seat');
    await phoneScenes(counter, album);
  } finally {
    await counter.close();
  }
  const web = await openPortalCounter({ settings: { place, seats: ['kiosk'], printers, locked: true } });
  try {
    album.chapter('The real site beside the guide');
    await siteLikeThat(web, album, { name: 'fr', says: 'The site', language: 'fr' }, true);
    album.chapter('The site, as each person needs it');
    for (const how of [
      { name: 'de', says: 'German', language: 'de' },
      { name: 'largest', says: 'The largest text', language: 'fr', size: 4 },
      { name: 'dark', says: 'Dark', language: 'nl', dark: true },
      { name: 'mirrored', says: 'Right to left (mirrored)', language: 'fr', mirrored: true },
    ] as const)
      await siteLikeThat(web, album, how, false);
    album.chapter('When the site cannot be shown');
    await siteTroubles(web, album, PORTAL_TROUBLES);
    album.chapter('The end of a visit');
    await lastScreens(web, album);
  } finally {
    await web.close();
  }
  const documents = await openPapersCounter({ place, seats: ['kiosk'], printers, locked: true }, true);
  try {
    album.chapter('The documents of a visit');
    await papersLikeThat(documents, album, { name: 'fr', says: 'Documents', language: 'fr' }, [...FEW, ...MORE]);
    for (const how of [
      { name: 'de', says: 'German', language: 'de' },
      { name: 'largest', says: 'The largest text', language: 'fr', size: 4 },
      { name: 'dark', says: 'Dark', language: 'nl', dark: true },
    ] as const)
      await papersLikeThat(documents, album, how, FEW);
  } finally {
    await documents.close();
  }
  const quiet = await openCounter({ settings: { place, seats: ['kiosk'], idle: { seconds: 20, warning: 60 }, locked: true } });
  try {
    album.chapter('Nobody there');
    await idleWarning(quiet, album);
    album.chapter('Rarer states of the PIN window');
    await rareCodeScenes(quiet.app, album);
  } finally {
    await quiet.close();
  }
} finally {
  await cups.stop();
}
album.close(INTRO);
