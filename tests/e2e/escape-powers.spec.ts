import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Answer, openTrial, type Trial } from './pages/trial.ts';

// What a page may ask of a machine: devices, senses, dialogs, files, the whole screen. Here it gets none of it.

let trial: Trial;
test.beforeAll(async () => {
  trial = await openTrial();
});
test.afterAll(async () => trial.close());

const NOT_HERE = { silent: 'there is no such thing here: Chromium refuses before anybody could be asked, and the page says so' };
const UNASKED = { silent: 'Chromium asks nobody: the page gets an error at once' };

const POWERS: readonly [trick: string, answer: Answer][] = [
  ['clipboard-read', 'permission'],
  ['notification', 'permission'],
  ['geolocation', 'permission'],
  ['camera', NOT_HERE],
  ['screen', 'permission'],
  ['usb', NOT_HERE],
  ['hid', NOT_HERE],
  ['serial', NOT_HERE],
  ['bluetooth', NOT_HERE],
  ['midi', 'permission'],
  ['idle', 'permission'],
  ['fonts', UNASKED],
  ['screens', 'permission'],
  ['wake-lock', 'permission'],
  ['share', NOT_HERE],
  ['payment', NOT_HERE],
  ['credential', UNASKED],
  ['storage', 'permission'],
  ['pointer-lock', 'permission'],
  ['keyboard-lock', 'permission'],
];
for (const [trick, answer] of POWERS) {
  test(`a page does not get: ${trick}`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    await expect(page.locator('#said')).toContainText('refused');
    await trial.ends(answer);
  });
}

for (const trick of ['files', 'folder', 'save', 'eyedropper', 'passkey', 'pip', 'pip-video']) {
  test(`no dialog of the system opens: ${trick}`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    await trial.ends(NOT_HERE);
    await expect(page.locator('#said')).not.toContainText('granted');
  });
}

test('a page cannot make itself the program for mail', async () => {
  const page = await trial.on('protocol-handler');
  await trial.touch(page);
  await trial.ends('mail');
});

test('a page may fill the pane and no more of the screen', async () => {
  const page = await trial.on('fullscreen');
  await trial.touch(page);
  await trial.ends('permission');
  const bounds = await trial.counter.app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((window) => window.contentView.children.map((view) => view.getBounds())),
  );
  expect(bounds).toContainEqual({ x: 0, y: 120, width: 900, height: 520 });
});

for (const trick of ['print', 'print-self', 'print-command', 'print-frame', 'print-window']) {
  test(`no dialog for printing opens, and the citizen is asked in a window of ours: ${trick}`, async () => {
    const page = await trial.on(trick);
    if (trick !== 'print-self') await trial.touch(page);
    await expect(page.locator('#said')).toHaveText('after');
    await trial.pane.sees({ printing: true });
    await trial.ends({ silent: 'a question of ours is the answer' });
  });
}

test('a page that throws its own print away finds no other one', async () => {
  const page = await trial.on('print-prototype');
  await trial.touch(page);
  await expect(page.locator('#said')).toHaveText('after');
  await trial.ends({ silent: 'the page has nothing left to print with, and asked nobody' });
});

for (const trick of ['upload', 'upload-folder']) {
  test(`no dialog for files opens, and the citizen is asked for a document of the visit: ${trick}`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    const asked = () => trial.pane.kiosk.evaluate(() => window.comptoir.request('papers.read', undefined));
    await expect.poll(asked).toMatchObject({ ok: true, value: { chooser: { host: 'irisbox.irisnet.be' } } });
    await trial.ends({ silent: 'a question of ours is the answer' });
  });
}

const FILES: readonly [name: string, kind: string][] = [
  ['a program', 'exe'],
  ['a page', 'html'],
  ['a program that is called a document', 'double'],
  ['a picture with scripts', 'svg'],
  ['a starter of programs', 'desktop'],
  ['more than anybody needs', 'huge'],
];
for (const [name, kind] of FILES) {
  test(`${name} is not kept`, async () => {
    const page = await trial.on('page');
    await page.evaluate((url) => location.assign(url), `/irisbox/tricks/download?kind=${kind}`).catch(() => {});
    await trial.ends('download');
  });
}

test('a program made in the page is not kept', async () => {
  const page = await trial.on('blob-exe');
  await trial.touch(page);
  await trial.ends('download');
});

test('a file of another site is not kept', async () => {
  const page = await trial.on('link', { to: 'https://evil.example/setup.exe', download: 'setup.exe' });
  await trial.touch(page);
  await trial.ends('other-site');
});

test('a name that climbs out of its folder leaves the file in the memory of the visit', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => location.assign('/irisbox/tricks/download?kind=path')).catch(() => {});
  await trial.ends({ silent: 'it is a document: it is kept, under a name of ours' });
  expect(existsSync('/tmp/climbed.pdf')).toBe(false);
});

test('what is no document inside, whatever its name says, is not kept', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => location.assign('/irisbox/tricks/download?kind=disguised')).catch(() => {});
  await trial.ends('download');
});

test('a document with a link to elsewhere is not shown where its link could be touched', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => location.assign('/irisbox/tricks/pdf-link')).catch(() => {});
  await trial.ends({ silent: 'it comes as a document of the visit' });
  expect(page.url()).toContain('/tricks/page');
});
