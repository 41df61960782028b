import type { WebContents } from 'electron';

/** The world in which our own scripts run: beside the page's, and beside Electron's (999). */
const WORLD = 1_000;
/** How long a page that is busy is waited for, in ms. */
const PATIENCE = 3_000;

/**
 * Runs a function of ours in a page's document, in a world of its own; `given` goes as JSON. Null when the page is gone, hangs, or broke it.
 * The function is sent as text: it may use nothing from outside itself.
 */
export async function runInside<I, O>(contents: WebContents, run: (given: I) => O, given: I): Promise<O | null> {
  if (contents.isDestroyed()) return null;
  const code = `(${run.toString()})(${JSON.stringify(given)})`;
  const late = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
  return Promise.race([contents.executeJavaScriptInIsolatedWorld(WORLD, [{ code }]).catch(() => null), late]);
}
