import type { Page } from '@playwright/test';
import type { PortalView } from '../../../main/core/portal/view.ts';
import type { App } from '../app.ts';

/** Tells the kiosk's page news of the portal that no site here brings about, as main would; resolves when they are drawn. */
export async function tellPortal(
  app: App,
  page: Page,
  known: PortalView,
  change: Partial<Extract<PortalView, { phase: 'open' }>>,
): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, view) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('news', 'portal.changed', view);
    },
    { ...known, ...change },
  );
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 60)));
}
