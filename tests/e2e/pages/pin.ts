import { expect, type Page } from '@playwright/test';
import type { CodeTask } from '../../../main/core/card/code.ts';
import type { Language } from '../../../main/core/language.ts';
import type { App } from '../app.ts';
import type { Kiosk } from './kiosk.ts';
import { words } from './words.ts';

/** The PIN window as a citizen uses it. One object per dialogue: the window goes with it. */
export interface Pin {
  page: Page;
  w: ReturnType<typeof words>;
  heading(name: string): Promise<void>;
  press(name: string): Promise<void>;
  /** With a finger on the pad. */
  touch(code: string): Promise<void>;
  /** On a keyboard. */
  type(code: string): Promise<void>;
  /** How many dots are full. */
  digits(count: number): Promise<void>;
  /** Goes with the window: the key comes up when nobody is there. */
  escape(): Promise<void>;
  closed(): Promise<void>;
}

/** Touches one of the three choices on the screen of the code. */
export async function openPin(app: App, kiosk: Kiosk, task: CodeTask): Promise<Pin> {
  await kiosk.page.locator('.mycode-list .tile').nth(['try', 'change', 'try-login'].indexOf(task)).click();
  return pinOf(app, kiosk.language);
}

/** The PIN window that opens now. */
export async function pinOf(app: App, language: Language): Promise<Pin> {
  const page = await app.window('pin');
  const w = words(language, 'pin');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return {
    page,
    w,
    heading: (name) => expect(page.getByRole('heading', { name, exact: true })).toBeVisible(),
    // A button that closes the window takes the page with it before the click has been told.
    press: (name) =>
      page
        .getByRole('button', { name, exact: true })
        .click()
        .catch((problem) => {
          if (!page.isClosed()) throw problem;
        }),
    async touch(code) {
      for (const digit of code) await page.locator('.key', { hasText: digit }).click();
    },
    async type(code) {
      for (const digit of code) await page.keyboard.press(digit);
    },
    escape: () => page.keyboard.press('Escape').catch(() => undefined),
    digits: (count) => expect(page.locator('.pad-full')).toHaveCount(count),
    closed: () => expect.poll(() => page.isClosed()).toBe(true),
  };
}
