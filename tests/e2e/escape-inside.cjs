// Loaded into the app's main process by escape-alone.spec.ts, before the app itself: plays tricks in the portal, with nobody looking on.
const { app, webContents } = require('electron');

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const find = (start) => webContents.getAllWebContents().find((one) => one.getURL().startsWith(start));
const until = async (what) => {
  for (let i = 0; i < 400; i++) {
    const found = await what();
    if (found) return found;
    await pause(50);
  }
  throw new Error('too late');
};
/** A page that a dialog of the system holds up answers nothing. */
const soon = (promise) => Promise.race([promise, pause(2000).then(() => 'held up')]);

app.whenReady().then(async () => {
  const kiosk = await until(() => find('app://kiosk/'));
  const ask = (name, input) =>
    kiosk.executeJavaScript(`window.comptoir.request(${JSON.stringify(name)}, ${JSON.stringify(input) ?? 'undefined'})`);
  await until(() => kiosk.executeJavaScript('document.querySelector("h1") !== null'));
  await until(async () => (await ask('visit.begin', { language: 'fr' })).ok);
  for (const trick of process.env.ESCAPE_TRICKS.split(' ')) {
    await ask('portal.open', { procedure: 'composition-menage' });
    await ask('portal.place', { rect: { x: 0, y: 120, width: 900, height: 520 } });
    const page = await until(() => find('https://'));
    await until(async () => (await page.executeJavaScript('document.readyState')) === 'complete');
    page.loadURL(`https://irisbox.irisnet.be/irisbox/tricks/${trick}`).catch(() => {});
    await pause(500);
    await soon(page.executeJavaScript('document.querySelector("#go")?.click()', true));
    await pause(800);
    console.log(`LOOK ${trick}`);
    await pause(500);
    const { value } = await ask('portal.read');
    const said = await soon(page.executeJavaScript('document.querySelector("#said")?.textContent'));
    console.log(`CAME ${JSON.stringify({ trick, said, printing: value.printing ?? false, says: value.says?.kind ?? null })}`);
    await ask('portal.go', { to: 'leave' });
    await until(() => !find('https://'));
  }
  app.quit();
});
