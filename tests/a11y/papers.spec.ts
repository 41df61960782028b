import { expect, test } from '@playwright/test';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { openPapersCounter, type PapersCounter } from '../e2e/pages/papers.ts';
import { papersWalk } from '../e2e/pages/papers-walk.ts';
import { judge, LARGE, layout } from './judge.ts';
import { looks, sampleName } from './look.ts';
import { wear } from './wear.ts';

// The visit's documents, for everybody: axe with the contrast of AAA, and the layout where it is tightest.

test.describe.configure({ timeout: 240_000 });

let counter: PapersCounter;
test.beforeAll(async () => {
  counter = await openPapersCounter({ seats: ['kiosk'], idle: { seconds: 240 } });
});
test.afterAll(async () => counter?.close());

/** The same window with other words in it: only whether they have room. */
const WORDS = ['phone-refused', 'phone-late', 'phone-received', 'scan-busy', 'scan-done', 'stick-there', 'stick-done'];

for (const look of looks()) {
  const { language, size, theme } = look;
  test(`every screen of the documents in ${language}, text ${size}, ${theme} (${sampleName})`, async () => {
    const kiosk = await kioskOf(counter.app, language);
    const wrong: string[] = [];
    await kiosk.page.setViewportSize(LARGE);
    await kiosk.begin();
    await wear(kiosk, look);
    await papersWalk(counter, kiosk, async (name) => {
      if (WORDS.includes(name)) wrong.push(...(await layout(kiosk.page)).map((line) => `${name}: ${line}`));
      else wrong.push(...(await judge(kiosk, name)));
    });
    await kiosk.end();
    expect(wrong).toEqual([]);
  });
}
