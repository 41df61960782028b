import { expect, test } from '@playwright/test';
import { LANGUAGES } from '../../main/core/language.ts';
import { openApp } from '../e2e/app.ts';
import { kioskOf } from '../e2e/pages/kiosk.ts';
import { procedure, words } from '../e2e/pages/words.ts';
import { FULL } from '../fixtures/sample.ts';
import { axe, layout, SMALL } from './judge.ts';
import { looks, sampleName } from './look.ts';

// The desk and the phone: every section, light and dark, with a line in the journal and a call for a person.

const languages = FULL
  ? LANGUAGES
  : looks()
      .slice(0, 1)
      .map(({ size }) => LANGUAGES[size - 1] ?? 'fr');

for (const language of languages) {
  test(`console and phone in ${language}, light and dark (${FULL ? sampleName : `a sample of one language of four; ${sampleName}`})`, async () => {
    test.setTimeout(120_000);
    const app = await openApp({ settings: { seats: ['kiosk', 'console', 'phone'], staffLanguage: language } });
    const wrong: string[] = [];
    try {
      const kiosk = await kioskOf(app, language);
      await kiosk.begin();
      await kiosk.openSheet('eid-pin-code');
      await kiosk.end();
      const calling = await kioskOf(app, language);
      await calling.begin();
      await calling.page.locator('.promise-person').click();
      await calling.press(calling.w('person.reason.card'));

      const desk = await app.window('console');
      const said = words(language, 'console');
      await expect(desk.getByRole('row', { name: procedure(language, 'eid-pin-code').title })).toBeVisible();
      for (const theme of ['light', 'dark'] as const) {
        await desk.evaluate((wanted) => {
          document.documentElement.dataset.theme = wanted;
        }, theme);
        for (const section of ['room', 'journal', 'health', 'about'] as const) {
          await desk
            .locator('.nav-line')
            .filter({ hasText: said(`nav.${section}`) })
            .click();
          await expect(desk.getByRole('heading', { level: 1 })).toBeVisible();
          if (section === 'health') await expect(desk.locator('.check').first()).toBeVisible();
          await desk.setViewportSize(SMALL);
          wrong.push(...[...(await axe(desk)), ...(await layout(desk))].map((line) => `console, ${section}, ${theme}: ${line}`));
        }
      }

      const phone = await app.window('phone');
      const told = words(language, 'phone');
      await phone.getByRole('button', { name: procedure(language, 'eid-pin-code').title }).click();
      await phone.setViewportSize(SMALL);
      for (const theme of ['light', 'dark'] as const) {
        await phone.evaluate((wanted) => {
          document.documentElement.dataset.theme = wanted;
        }, theme);
        wrong.push(...[...(await axe(phone)), ...(await layout(phone))].map((line) => `phone, sheet, ${theme}: ${line}`));
      }
      await phone.getByRole('button', { name: told('read.begin') }).click();
      await expect(phone.getByRole('button', { name: told('read.next') })).toBeVisible();
      wrong.push(...[...(await axe(phone)), ...(await layout(phone))].map((line) => `phone, steps: ${line}`));
    } finally {
      await app.close();
    }
    expect(wrong).toEqual([]);
  });
}

test('the screen that says the settings are wrong: axe and layout', async () => {
  const app = await openApp({ settings: { seats: ['bar'], idle: { seconds: 1, warning: 1 }, place: { name: 7, region: 'x' } } });
  try {
    const page = await app.window('kiosk');
    await expect(page.getByRole('row')).toHaveCount(6);
    expect([...(await axe(page)), ...(await layout(page))]).toEqual([]);
    await page.setViewportSize(SMALL);
    expect(await layout(page)).toEqual([]);
  } finally {
    await app.close();
  }
});
