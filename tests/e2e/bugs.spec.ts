import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openApp } from './app.ts';

test('an exception in the program shows no stack to anybody: it ends, says only the name of the error, and the next start counts the visit', async () => {
  const app = await openApp();
  const page = await app.window('kiosk');
  await page.locator('.attract-counter').click();
  await page.locator('.tongue').first().waitFor();
  const ended = new Promise<number | null>((resolve) => app.electron.process().once('exit', resolve));
  await app.electron
    .evaluate(() => {
      setTimeout(() => {
        throw new RangeError('what a citizen gave');
      }, 0);
    })
    .catch(() => {}); // the connection may end before the answer
  expect(await ended).toBe(70);
  expect(app.said()).toContain('bug: RangeError');
  expect(app.said()).not.toContain('what a citizen gave');

  const again = await openApp({ folder: app.folder });
  const desk = await again.window('console');
  await expect
    .poll(() => desk.evaluate(() => window.comptoir.request('journal.day', { day: new Date().toLocaleDateString('sv-SE') })))
    .toMatchObject({ ok: true, value: { interrupted: 1 } });
  await again.close();
  rmSync(app.folder, { recursive: true, force: true });
});
