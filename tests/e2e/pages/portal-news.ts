import type { Page } from '@playwright/test';
import type { PapersView } from '../../../main/core/papers/view.ts';
import type { PortalView } from '../../../main/core/portal/view.ts';
import type { VisitView } from '../../../main/core/visit/view.ts';
import type { App } from '../app.ts';

/** Tells the kiosk's page news of the portal that no site here brings about, as main would; resolves when they are drawn. */
export async function tellPortal(
  app: App,
  page: Page,
  known: PortalView,
  change: Partial<Extract<PortalView, { phase: 'open' }>>,
): Promise<void> {
  await tell(app, page, 'portal.changed', { ...known, ...change } as PortalView); // news of a test's own making
}

/** The same for the visit. */
export const tellVisit = (app: App, page: Page, view: VisitView): Promise<void> => tell(app, page, 'visit.changed', view);

/** The same for the visit's documents. */
export const tellPapers = (app: App, page: Page, view: PapersView): Promise<void> => tell(app, page, 'papers.changed', view);

async function tell(
  app: App,
  page: Page,
  name: 'portal.changed' | 'visit.changed' | 'papers.changed',
  payload: PortalView | VisitView | PapersView,
): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, [name, payload]) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('news', name, payload);
    },
    [name, payload] as const,
  );
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 60)));
}
