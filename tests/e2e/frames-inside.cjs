// A bare Electron with the portal's guard of file fields, and nothing that drives it: a driver holds frames of other origins up.
const { app, BrowserWindow, WebContentsView } = require('electron');
const { pathToFileURL } = require('node:url');

const [page, file, guard] = process.argv.slice(-3);
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
  for (const [at, x] of [200, 650].entries()) {
    for (const type of ['mousePressed', 'mouseReleased'])
      await webContents.debugger.sendCommand('Input.dispatchMouseEvent', { type, x, y: 100, button: 'left', clickCount: 1 });
    await until(() => asked > at);
  }
  await until(async () => (await read('document.querySelector("input").files.length')).every((count) => count === 1));
  say({
    processes: new Set(webContents.mainFrame.framesInSubtree.map(({ processId }) => processId)).size,
    names: await read('[...document.querySelector("input").files].map(({ name }) => name).join()'),
    windows: BrowserWindow.getAllWindows().length,
  });
  app.exit(0);
});
