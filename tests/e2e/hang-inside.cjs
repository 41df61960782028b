// Loaded into the app's main process by hang.ts, before the app itself.
const { app, BrowserWindow } = require('electron');

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const kiosk = () =>
  BrowserWindow.getAllWindows().find((window) => window.isVisible() && window.webContents.getURL().startsWith('app://kiosk/'));

app.whenReady().then(async () => {
  const limit = Date.now() + 60_000;
  while (!kiosk()) await pause(100);
  const old = kiosk();
  await old.webContents.executeJavaScript(
    'new Promise((done) => { const look = () => document.querySelector("h1") ? done() : setTimeout(look, 50); look(); })',
  );
  old.once('unresponsive', () => console.log('HUNG'));
  void old.webContents.executeJavaScript('setTimeout(() => { for (;;); }, 50)');
  await pause(500);
  old.webContents.sendInputEvent({ type: 'mouseDown', x: 300, y: 300, button: 'left', clickCount: 1 });
  while (!old.isDestroyed() && Date.now() < limit) await pause(100);
  const fresh = kiosk();
  if (old.isDestroyed() && fresh && (await fresh.webContents.executeJavaScript('document.querySelector("h1") !== null')))
    console.log('FRESH');
  app.quit();
});
