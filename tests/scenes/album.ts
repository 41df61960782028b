import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { say } from '../../build/setup/say.mjs';
import type { App } from '../e2e/app.ts';
import { smallPng } from './png.ts';

/** Pictures of windows in one folder, and the page that shows them all. */
export interface Album {
  /** Takes a picture of what a window shows now. `name` is the file, `caption` what there is to see. */
  take(app: App, page: Page, name: string, caption: string): Promise<void>;
  /** A picture made elsewhere: the bytes of a PNG, in true colour. */
  add(app: App, png: Buffer, name: string, caption: string): Promise<void>;
  /** Begins a new chapter of the page. */
  chapter(title: string): void;
  /** Writes README.md. */
  close(intro: string): void;
}

/** Opens an empty album: what was in the folder is thrown away. Pictures are at most `width` pixels wide. */
export function openAlbum(folder: string, width = 1280): Album {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const lines: string[] = [];
  const album: Album = {
    async take(app, page, name, caption) {
      await settled(page);
      const ours = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      await album.add(app, page.url().startsWith('app://kiosk/') ? await withSite(app, page, ours) : ours, name, caption);
    },
    async add(app, png, name, caption) {
      writeFileSync(path.join(folder, `${name}.png`), smallPng(await scaled(app, png, width)));
      lines.push(`### ${caption}\n\n![${caption}](${name}.png)\n`);
      say(`${caption} (${path.relative(process.cwd(), path.join(folder, `${name}.png`))})`);
    },
    chapter(title) {
      lines.push(`## ${title}\n`);
    },
    close(intro) {
      writeFileSync(path.join(folder, 'README.md'), `${[intro.trim(), '', ...lines].join('\n').trimEnd()}\n`);
    },
  };
  return album;
}

/** The picture of the kiosk's page with the site that lies above it, where it lies: no picture of one window has both. */
async function withSite(app: App, page: Page, png: Buffer): Promise<Buffer> {
  const place = await page.evaluate(() => {
    const slot = document.querySelector('.veil') ? null : document.querySelector('.pane-slot');
    const { x, y } = slot?.getBoundingClientRect() ?? {};
    return x === undefined || y === undefined ? null : { x: Math.ceil(x), y: Math.ceil(y) };
  });
  if (!place) return png;
  const both = await app.electron.evaluate(
    async ({ BrowserWindow, nativeImage }, [base64, { x, y }]) => {
      type Node = Electron.View & { webContents?: Electron.WebContents };
      const kiosk = BrowserWindow.getAllWindows().findLast((each) => each.webContents.getURL().startsWith('app://kiosk/'));
      const leaves = (view: Node): Electron.WebContents[] =>
        view.webContents ? [view.webContents] : view.children.flatMap((child) => leaves(child));
      const site = kiosk?.contentView.children.flatMap((view) => leaves(view)).findLast((each) => each !== kiosk.webContents);
      const page = nativeImage.createFromDataURL(`data:image/png;base64,${base64}`);
      const size = page.getSize();
      const pixels = page.toBitmap();
      const image = await site?.capturePage();
      const { width, height } = image?.getSize() ?? { width: 0, height: 0 };
      const rows = image?.toBitmap();
      for (let row = 0; row < Math.min(height, size.height - y); row++) {
        const wide = Math.min(width, size.width - x) * 4;
        rows?.copy(pixels, ((y + row) * size.width + x) * 4, row * width * 4, row * width * 4 + wide);
      }
      return nativeImage.createFromBitmap(pixels, size).toPNG().toString('base64');
    },
    [png.toString('base64'), place] as const,
  );
  return Buffer.from(both, 'base64');
}

/** Letters are there, pictures are there, nothing moves, and no button looks pressed. */
async function settled(page: Page): Promise<void> {
  await page.mouse.move(2, 2);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
    const moving = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.race([
      Promise.allSettled(moving().map(({ finished }) => finished)),
      new Promise((resolve) => setTimeout(resolve, 1_000)),
    ]);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/** Electron's own scaler is there anyhow. */
async function scaled(app: App, png: Buffer, width: number) {
  const small = await app.electron.evaluate(
    ({ nativeImage }, [base64, most]) => {
      const whole = nativeImage.createFromDataURL(`data:image/png;base64,${base64}`);
      const image = whole.getSize().width > most ? whole.resize({ width: most, quality: 'best' }) : whole;
      return { ...image.getSize(), base64: image.toBitmap().toString('base64') };
    },
    [png.toString('base64'), width] as const,
  );
  return { width: small.width, height: small.height, bytes: Buffer.from(small.base64, 'base64') };
}
