import { expect } from '@playwright/test';
import type { Language } from '../../../main/core/language.ts';
import type { App } from '../app.ts';
import { procedure, words } from './words.ts';

/** The kiosk as a citizen uses it: by what is written on the buttons. One object per visit: the window goes with it. */
export async function kioskOf(app: App, language: Language = 'fr') {
  const page = await app.window('kiosk');
  const w = words(language, 'kiosk');
  const poster = words(language, 'attract');
  // What is drawn: a window also has an unseen "close" for screen readers, in words of its own.
  const press = (name: string) => page.getByRole('button', { name, exact: true }).and(page.locator('[data-rac]')).click();
  const heading = (name: string) => expect(page.getByRole('heading', { name, exact: true })).toBeVisible();

  const kiosk = {
    page,
    language,
    w,
    press,
    heading,
    /** From the poster to home, in this language. */
    async begin() {
      await page.locator('.attract-counter').click();
      await page.getByRole('button', { name: poster('name') }).click();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    },
    async openSheet(id: string) {
      await page
        .getByRole('button', { name: procedure(language, id).title })
        .first()
        .click();
      await kiosk.heading(procedure(language, id).title);
    },
    /** From the sheet through the whole guide to its end. */
    async walkGuide(id: string, upTo = Number.POSITIVE_INFINITY) {
      await press(w('sheet.start'));
      const { steps } = procedure(language, id);
      for (const [at, step] of steps.entries()) {
        if (at >= upTo) return;
        await kiosk.heading(step.do);
        if (at + 1 < upTo) await press(at + 1 < steps.length ? w('guide.done') : w('guide.last'));
      }
    },
    /** What "my card" says, in short, at the bottom of every screen. */
    async cardSays(state: string) {
      await expect(page.locator('.promise-card')).toContainText(w(`card.${state}.short`));
    },
    async agreeToCard() {
      await page.locator('.promise-card').click();
      await kiosk.heading(w('card.present.title'));
      for (const field of ['first-name', 'validity']) await page.getByText(w(`card.fields.${field}`), { exact: true }).click();
      // Its words are shorter where there is little room.
      await page.locator('.frame-go .btn-primary').click();
    },
    /** "I am done", then the big red end; resolves when a fresh poster stands there, or the alarm for a card that was left. */
    async end() {
      const end = page.locator('.closing-end');
      if (!(await end.isVisible())) await page.locator('.promise-end').click();
      await end.click();
      // What was counted has been read. Where something is to be read longer there is no such button, and the window goes by itself.
      await page
        .locator('.erased .btn-primary')
        .click()
        .catch(() => {});
      await kiosk.gone();
    },
    /** This visit's window is destroyed and a fresh poster is there. */
    async gone() {
      await expect.poll(() => page.isClosed(), { timeout: 15_000 }).toBe(true);
      await expect((await app.window('kiosk')).locator('.attract-counter, .left')).toBeVisible();
    },
  };
  return kiosk;
}
export type Kiosk = Awaited<ReturnType<typeof kioskOf>>;
