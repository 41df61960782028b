import type { Kiosk } from '../e2e/pages/kiosk.ts';
import type { Look } from './look.ts';

/** Size and theme as a citizen sets them. */
export async function wear(kiosk: Kiosk, { size, theme }: Look): Promise<void> {
  const { page, w, press } = kiosk;
  if (theme === 'dark') await press(w('tools.dark'));
  if (size === 1) return;
  await press(w('tools.size'));
  await page.getByText(w(`tools.sizes.${size}`), { exact: true }).click();
  await press(w('move.close'));
}
