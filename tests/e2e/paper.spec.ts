import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { type CupsWorld, startCups } from '../../main/services/print/world.ts';
import { keepPapers } from '../scenes/paper.ts';
import { type Counter, openCounter } from './counter.ts';
import { kioskOf } from './pages/kiosk.ts';
import { procedure } from './pages/words.ts';

// What stands on the printed sheet, read from the very bytes that went to a real print service.

const PLACE = 'Bibliothèque des Tilleuls';
const CARD = ['Nadia', 'Exemple', '85073090431', '85.07.30', 'Rue des Essais'];

let counter: Counter;
let cups: CupsWorld;
test.beforeEach(async () => {
  cups = await startCups();
  counter = await openCounter({
    settings: { place: { name: PLACE, region: 'bruxelles' }, printers: { kiosk: 'desk', desk: 'desk' } },
    env: { CUPS_SERVER: cups.server },
  });
});
test.afterEach(async () => {
  await counter.close();
  await cups.stop();
});

for (const where of ['kiosk', 'desk'] as const) {
  test(`the sheet printed at the ${where} holds the procedure whole, and nobody’s name`, async () => {
    const { app, world, mint } = counter;
    await keepPapers(app);
    const kiosk = await kioskOf(app);
    const id = 'composition-menage';
    await kiosk.begin();
    await world.plug(mint.card('nadia'));
    await kiosk.cardSays('present');
    await kiosk.agreeToCard();
    await kiosk.cardSays('ready');
    await kiosk.press(kiosk.w('move.go'));
    await kiosk.openSheet(id);
    await kiosk.walkGuide(id, 3);
    await kiosk.press(kiosk.w('promise.end'));
    await kiosk.press(kiosk.w('closing.paper'));
    await kiosk.press(kiosk.w(`paper.${where}`));
    await expect.poll(() => app.electron.evaluate(() => globalThis.printedPaper ?? ''), { timeout: 20_000 }).not.toBe('');
    const pdf = await app.electron.evaluate(() => globalThis.printedPaper ?? '');
    const sheet = plain(execFileSync('pdftotext', ['-layout', '-', '-'], { input: Buffer.from(pdf, 'base64') }).toString());
    const view = await kiosk.page.evaluate(() => window.comptoir.request('visit.read', undefined));
    const { receipt } = (view as { value: { receipt: string } }).value; // read in a visit that is counted

    const { title, steps, bring } = procedure('fr', id);
    const written = [PLACE, title, ...steps.map((step) => step.do), ...(bring ?? []), kiosk.w('doc.date'), receipt];
    for (const words of written) expect(sheet).toContain(plain(words));
    for (const secret of CARD) expect(sheet).not.toContain(plain(secret));
  });
}

/** Letters and digits only: lines break, ligatures and spaces are the printer's business. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
