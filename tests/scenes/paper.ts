import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { App } from '../e2e/app.ts';

declare global {
  /** In the app's main process, while scenes are taken. */
  var printedPaper: string | undefined;
}

/** Keeps a copy of each sheet on its way to the printer, in the app's own memory. */
export async function keepPapers(app: App): Promise<void> {
  await app.electron.evaluate(({ app }) => {
    app.on('web-contents-created', (_, contents) => {
      const draw = contents.printToPDF.bind(contents);
      contents.printToPDF = async (options) => {
        const pdf = await draw(options);
        globalThis.printedPaper = pdf.toString('base64');
        return pdf;
      };
    });
  });
}

/** The sheet that was printed last, a PNG for each page. */
export async function lastPaper(app: App): Promise<Buffer[]> {
  const base64 = await app.electron.evaluate(() => globalThis.printedPaper);
  if (!base64) throw new Error('nothing was printed');
  const folder = mkdtempSync(path.join(tmpdir(), 'comptoir-paper-'));
  try {
    writeFileSync(path.join(folder, 'sheet.pdf'), Buffer.from(base64, 'base64'));
    execFileSync('pdftoppm', ['-png', '-r', '80', path.join(folder, 'sheet.pdf'), path.join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
    return pages.sort().map((name) => readFileSync(path.join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
