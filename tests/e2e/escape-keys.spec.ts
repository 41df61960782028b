import { expect, test } from '@playwright/test';
import { openTrial, type Trial } from './pages/trial.ts';

// Keys, menus, the wheel and the drag of a browser: at a counter there is no browser. Of none of them anything is said.

const NO_KEY = { silent: 'a key that does nothing needs no words: nobody is kept from what they came for' };
const NO_MENU = { silent: 'a menu that does not open needs no words' };
const NO_DRAG = { silent: 'a slip of the finger: what is dragged stays where it is, and that is seen' };

let trial: Trial;
test.beforeAll(async () => {
  trial = await openTrial();
});
test.afterAll(async () => trial.close());

/** Where the page is, how big it is drawn, what lies above it. */
async function state() {
  const zoom = await trial.counter.app.electron.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .filter((one) => one.getURL().startsWith('https:'))
      .map((one) => [one.getURL(), one.getZoomFactor()]),
  );
  const view = await trial.pane.read();
  return { zoom, pages: trial.pane.pages().length, phase: view.phase };
}

/**
 * A key as the system gives it: Playwright's own keys go past whatever looks at keys before the page (Chromium, `skip_if_unhandled`).
 * Electron's names (Accelerator); false when it knows none of that name.
 */
async function press(keys: string): Promise<boolean> {
  return trial.counter.app.electron.evaluate(({ webContents }, chord) => {
    const portal = webContents.getAllWebContents().find((one) => one.getURL().startsWith('https:'));
    const parts = chord.split('+');
    const keyCode = parts.pop() ?? '';
    // The names of modifiers are those of Electron.
    const modifiers = parts.map((one) => one.toLowerCase()) as 'control'[];
    try {
      portal?.focus();
      portal?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
      if (keyCode.length === 1) portal?.sendInputEvent({ type: 'char', keyCode, modifiers });
      portal?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
      return true;
    } catch {
      return false;
    }
  }, keys);
}

/** What may reach the page all the same, as DOM names: it types and edits there, and nothing else comes of it. */
const HEARD = /^(Delete|Escape|[cdf]|C|\s)*$/;

const KEYS: Readonly<Record<string, readonly string[]>> = {
  'open a window or a tab': ['Control+N', 'Control+Shift+N', 'Control+T', 'Control+Shift+T'],
  'close the window or the program': ['Control+W', 'Control+Shift+W', 'Control+F4', 'Alt+F4', 'Control+Q', 'Control+Shift+Q'],
  'open a file': ['Control+O'],
  'print or save': ['Control+P', 'Control+Shift+P', 'Control+S'],
  'show the source': ['Control+U'],
  'show what was kept': ['Control+J', 'Control+H', 'Control+D', 'Control+Shift+O', 'Control+Shift+Delete'],
  'open the tools': ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C'],
  'load again': ['F5', 'Control+F5', 'Control+R', 'Control+Shift+R', 'Shift+F5'],
  'fill the screen': ['F11'],
  'find in the page': ['Control+F', 'F3', 'Control+G'],
  'write an address': ['Control+L', 'F6', 'Alt+D', 'Control+K', 'Control+E'],
  'go back or on': ['Alt+Left', 'Alt+Right', 'Alt+Home'],
  'make it bigger or smaller': ['Control+Plus', 'Control+=', 'Control+-', 'Control+0', 'Control+numadd'],
  'open a menu': ['F10', 'Alt+F', 'Shift+F10', 'Alt+Space'],
  'read with a caret': ['F7'],
  'open the task manager, another user, help': ['Shift+Escape', 'Control+Shift+M', 'F1'],
  'play or be louder': ['MediaPlayPause', 'MediaNextTrack', 'VolumeUp', 'VolumeMute'],
  'leave by the key of the system': ['Meta+E', 'Meta+R', 'Meta+L', 'PrintScreen'],
};
for (const [what, keys] of Object.entries(KEYS)) {
  test(`no key can ${what}`, async () => {
    const page = await trial.on('keys');
    const before = await state();
    await page.locator('#go').click();
    for (const key of keys) expect(await press(key), key).toBe(true);
    await trial.ends(NO_KEY);
    expect(await state()).toEqual(before);
    expect(await page.locator('#said').textContent()).toMatch(HEARD);
  });
}

test('one can write, move and edit', async () => {
  const page = await trial.on('keys');
  await page.locator('#go').click();
  for (const key of ['a', 'é', '@', 'Control+A', 'Left', 'End', 'Backspace', 'Tab', 'Enter']) await press(key);
  const heard = ['a', 'ArrowLeft', 'End', 'Backspace', 'Tab', 'Enter'];
  await expect.poll(async () => (await page.locator('#said').textContent())?.split(' ')).toEqual(expect.arrayContaining(heard));
  await trial.ends({ silent: 'it is allowed' });
});

test('the wheel with Ctrl does not make the page bigger', async () => {
  const page = await trial.on('page');
  const before = await state();
  await page.keyboard.down('Control');
  await page.mouse.move(200, 200);
  await page.mouse.wheel(0, -400);
  await page.keyboard.up('Control');
  await trial.ends(NO_KEY);
  expect(await state()).toEqual(before);
});

for (const where of ['#go', '#link', '#image']) {
  test(`the other key of a mouse opens no menu (${where})`, async () => {
    const page = await trial.on('context');
    await page.locator(where).click({ button: 'right' });
    await trial.ends(NO_MENU);
  });
}

for (const button of ['back', 'forward'] as const) {
  test(`the ${button} key of a mouse goes nowhere`, async () => {
    const page = await trial.on('page');
    const url = page.url();
    await page.mouse.move(200, 200);
    await trial.counter.app.electron.evaluate(({ webContents }, which) => {
      const portal = webContents.getAllWebContents().find((one) => one.getURL().startsWith('https:'));
      // Electron's types know three of the five buttons.
      for (const type of ['mouseDown', 'mouseUp'] as const)
        portal?.sendInputEvent({ type, x: 200, y: 200, button: which as 'left', clickCount: 1 });
    }, button);
    await trial.ends(NO_KEY);
    expect(page.url()).toBe(url);
  });
}

for (const trick of ['drop-away', 'drop', 'drag-out']) {
  test(`a link or picture that is dragged leads nowhere (${trick})`, async () => {
    const page = await trial.on(trick);
    const url = page.url();
    await page
      .locator('#go')
      .dragTo(page.locator('#trick'), { force: true, timeout: 3_000 })
      .catch(() => {});
    await trial.ends(NO_DRAG);
    expect(page.url()).toBe(url);
  });
}

for (const [name, type, data] of [
  ['a link', 'text/uri-list', 'https://evil.example/dropped'],
  ['a file', 'text/uri-list', 'file:///etc/passwd'],
] as const) {
  test(`${name} that is dropped on the page from outside leads nowhere`, async () => {
    const page = await trial.on('drop-away');
    const url = page.url();
    const line = await page.context().newCDPSession(page);
    const items = [{ mimeType: type, data }];
    for (const what of ['dragEnter', 'dragOver', 'drop'] as const)
      await line.send('Input.dispatchDragEvent', { type: what, x: 80, y: 200, data: { items, dragOperationsMask: 1 } });
    await line.detach();
    await trial.ends(NO_DRAG);
    expect(page.url()).toBe(url);
  });
}
