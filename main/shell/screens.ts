import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shown } from './windows.ts';

/** Where there is no display to look at: a picture of each window, in a named folder (development only). */
export async function pictureWindows(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, window } of shown()) {
    // Nobody pictures a code being typed.
    if (name === 'pin') continue;
    const picture = await window.webContents.capturePage();
    await writeFile(path.join(folder, `${name}.png`), picture.toPNG());
  }
}
