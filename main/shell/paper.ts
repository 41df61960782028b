import type { Paper } from '../core/paper.ts';
import { openWindow, shown } from './windows.ts';

let waiting: Paper | null = null;

/** What the hidden page may read while it is being printed; null otherwise. */
export const paperInHand = (): Paper | null => waiting;

/** Part of the wipe: the sheet in hand, and the hidden page that draws it. */
export function forgetPaper(): void {
  waiting = null;
  for (const { name, window } of shown()) if (name === 'paper') window.destroy();
}

const LONGEST = 15_000;

/** One sheet at a time: the hidden page asks for "the paper", and there is only one answer to that. */
let drawn: Promise<unknown> = Promise.resolve();

/**
 * Draws the paper in a hidden window and gives it back as a PDF (A4), in memory only: no file, no dialog.
 * Two at once come out one after the other. Throws when the page does not say it is ready within 15 s.
 */
export function drawPaper(paper: Paper, title: string): Promise<Uint8Array> {
  const turn = drawn.then(() => drawNow(paper, title));
  drawn = turn.catch(() => undefined);
  return turn;
}

async function drawNow(paper: Paper, title: string): Promise<Uint8Array> {
  waiting = paper;
  const { window } = openWindow('paper', { locked: false, hidden: true, title });
  try {
    const deadline = Date.now() + LONGEST;
    while (!(await window.webContents.executeJavaScript('document.documentElement.dataset.ready === "true"'))) {
      if (Date.now() > deadline) throw new Error('the paper was not drawn in time');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return await window.webContents.printToPDF({ pageSize: 'A4', printBackground: true, preferCSSPageSize: true });
  } finally {
    waiting = null;
    if (!window.isDestroyed()) window.destroy();
  }
}
