// Run in Electron by `node build/run.mjs icons`: draws comptoir.svg as PNG files of every size beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

const SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512];
const folder = import.meta.dirname;
const svg = readFileSync(path.join(folder, 'comptoir.svg')).toString('base64');

/** Runs in the page: the drawing on a canvas of `size` pixels, as the base64 of a PNG. */
const page = (size) => `(async () => {
  const image = new Image();
  image.src = 'data:image/svg+xml;base64,${svg}';
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = ${size};
  canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
  return canvas.toDataURL('image/png').split(',')[1];
})()`;

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,');
  for (const size of SIZES) {
    const png = await window.webContents.executeJavaScript(page(size));
    writeFileSync(path.join(folder, `${size}x${size}.png`), Buffer.from(png, 'base64'));
  }
  app.quit();
});
