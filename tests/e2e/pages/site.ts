import { expect, type Page } from '@playwright/test';
import type { App } from '../app.ts';
import type { Kiosk } from './kiosk.ts';
import { type Pane, paneOf } from './portal.ts';
import { procedure } from './words.ts';

/** From home to the guide with the real site beside it, by what is written on the buttons. */
export async function openSite(app: App, kiosk: Kiosk, id: string): Promise<Pane> {
  await kiosk.openSheet(id);
  await kiosk.press(kiosk.w('sheet.start'));
  await kiosk.heading(procedure(kiosk.language, id).steps[0]?.do ?? '');
  await kiosk.page.locator('.door-open, .guide-site').filter({ visible: true }).click();
  await expect(kiosk.page.locator('.pane-slot')).toBeVisible();
  const pane = paneOf(app, kiosk.page);
  await pane.sees({ loading: false, trouble: null });
  return pane;
}

/** A finger on a thing of the site. Playwright's own click waits for the page that it brings, which here may wait for a person. */
export async function touch(page: Page, where: string): Promise<void> {
  const thing = page.locator(where);
  await thing.scrollIntoViewIfNeeded();
  const box = await thing.boundingBox();
  if (!box) throw new Error(`nothing to touch: ${where}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}
