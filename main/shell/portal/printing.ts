import { randomBytes } from 'node:crypto';
import type { WebContents } from 'electron';
import { ownPrint } from './own-print.ts';

/** A page that wants to be printed asks us; no dialog of the system opens. `asked`: it did. Set before the page loads anything. */
export function guardPrinting(contents: WebContents, asked: () => void): void {
  const line = contents.debugger;
  const word = randomBytes(16).toString('hex');
  const source = `(${ownPrint.toString()})(${JSON.stringify(word)})`;
  // Chrome DevTools Protocol, domain Page. `session`: a frame that has a process of its own.
  const arm = (session?: string) =>
    Promise.all([
      line.sendCommand('Page.enable', {}, session),
      line.sendCommand('Page.addScriptToEvaluateOnNewDocument', { source, runImmediately: true }, session),
    ]).catch(() => {
      // The page is gone: nothing of it runs.
    });
  line.on('message', (_event, method: string, params: { sessionId?: unknown }) => {
    if (method === 'Target.attachedToTarget' && typeof params.sessionId === 'string') void arm(params.sessionId);
  });
  // Before Electron 35 the message is an argument of its own, since then it is in the event.
  contents.on('console-message', (event, _level, message) => {
    if (word === (event.message ?? message)) asked();
  });
  if (!line.isAttached()) line.attach('1.3');
  void arm();
}

/** The page as a PDF (A4), in memory; null when it cannot be drawn. */
export async function pdfOf(contents: WebContents): Promise<Uint8Array | null> {
  return contents.printToPDF({ pageSize: 'A4', printBackground: true }).catch(() => null);
}
