// A bare Electron with the portal's guard of file fields, and nothing that drives it: a driver holds frames of other origins up.
const { app, BrowserWindow, WebContentsView } = require('electron');
const { execFileSync } = require('node:child_process');
const { pathToFileURL } = require('node:url');

const [page, file, guard] = process.argv.slice(-3);
/** Windows on the display, the system's dialogs among them, which Electron does not count. */
const windows = () =>
  [...execFileSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' }).matchAll(/ (\d+)x(\d+)\+/g)].filter(
    ([, width, height]) => width > 200 && height > 200,
  ).length;
const say = (news) => console.log(`NEWS ${JSON.stringify(news)}`);

app.whenReady().then(async () => {
  const { guardChoosers } = await import(pathToFileURL(guard).href);
  const window = new BrowserWindow({ width: 900, height: 700 });
  const view = new WebContentsView({ webPreferences: { sandbox: true } });
  window.contentView.addChildView(view);
  view.setBounds({ x: 0, y: 0, width: 900, height: 700 });
  const { webContents } = view;
  let asked = 0;
  guardChoosers({
    choose: async (question) => {
      asked += 1;
      say({ question });
      return [file];
    },
    dropChooser() {},
  }).guard(webContents);
  await webContents.loadURL(page);
  const frames = () => webContents.mainFrame.framesInSubtree.slice(1);
  const until = async (what) => {
    for (let i = 0; i < 200 && !(await what()); i++) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const read = (code) => Promise.all(frames().map((frame) => frame.executeJavaScript(code).catch(() => null)));
  await until(
    async () =>
      (await read('document.readyState')).every((state) => state === 'complete') &&
      (await read('!!document.querySelector("input")')).every(Boolean),
  );
  const before = windows();
  for (const [at, x] of [200, 650].entries()) {
    // A page that has just been loaded may not know yet which of its frames lies under the pointer: that touch is lost to all.
    for (let touch = 0; touch < 5 && asked <= at; touch++) {
      for (const type of ['mousePressed', 'mouseReleased'])
        await webContents.debugger.sendCommand('Input.dispatchMouseEvent', { type, x, y: 100, button: 'left', clickCount: 1 });
      for (let i = 0; i < 40 && asked <= at; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  await until(async () => (await read('document.querySelector("input").files.length')).every((count) => count === 1));
  say({
    processes: new Set(webContents.mainFrame.framesInSubtree.map(({ processId }) => processId)).size,
    names: await read('[...document.querySelector("input").files].map(({ name }) => name).join()'),
    dialogs: windows() - before,
  });
  app.exit(0);
});
