import { test } from '@playwright/test';
import { kioskOf } from './pages/kiosk.ts';
import { openPane, openPortalCounter } from './pages/portal.ts';

// The portals as the catalogue is shipped: it knows where one logs in, and nothing of how the sites look.

test('a site of which only the log-in is known is never said to look different', async () => {
  const counter = await openPortalCounter({ service: false, portals: {} });
  try {
    const kiosk = await kioskOf(counter.app);
    await kiosk.begin();
    const pane = await openPane(counter.app, 'pension-estimation');
    await pane.sees({ step: null, looks: 'unhinted' });
    // Longer than it takes to miss every hint.
    await kiosk.page.waitForTimeout(6_000);
    await pane.sees({ step: null, looks: 'unhinted' });
    const page = await pane.page();
    await page.evaluate(() => location.assign('https://idp.iamfas.belgium.be/'));
    await pane.sees({ step: 1, looks: 'known' });
    await pane.go('home');
    await pane.sees({ step: null, looks: 'unhinted' });
  } finally {
    await counter.close();
  }
});
