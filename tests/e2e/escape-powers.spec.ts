import { expect, test } from '@playwright/test';
import type { Refusal } from '../../main/core/portal/view.ts';
import { openTrial, type Trial } from './pages/trial.ts';

// What a page may ask of a machine: devices, senses, dialogs, files, the whole screen. Here it gets none of it.

let trial: Trial;
test.beforeAll(async () => {
  trial = await openTrial();
});
test.afterAll(async () => trial.close());

/** `null`: Chromium refuses by itself, before anybody could be asked. */
const POWERS: readonly [trick: string, why: Refusal | null][] = [
  ['clipboard-read', 'permission'],
  ['notification', 'permission'],
  ['geolocation', 'permission'],
  ['camera', null],
  ['screen', 'permission'],
  ['usb', null],
  ['hid', null],
  ['serial', null],
  ['bluetooth', null],
  ['midi', 'permission'],
  ['idle', 'permission'],
  ['fonts', null],
  ['screens', 'permission'],
  ['wake-lock', null],
  ['share', null],
  ['payment', null],
  ['credential', null],
  ['storage', null],
  ['pointer-lock', null],
  ['keyboard-lock', null],
];
for (const [trick, why] of POWERS) {
  test(`a page does not get: ${trick}`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    await expect(page.locator('#said')).toContainText('refused');
    if (why) await trial.answered(why);
    await trial.contained();
  });
}

for (const trick of ['files', 'folder', 'save', 'eyedropper', 'passkey', 'pip', 'pip-video']) {
  test(`no dialog of the system opens: ${trick}`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    await trial.contained();
    await expect(page.locator('#said')).not.toContainText('granted');
  });
}

test('a page cannot make itself the program for mail', async () => {
  const page = await trial.on('protocol-handler');
  await trial.touch(page);
  await trial.answered('mail');
  await trial.contained();
});

test('a page may fill the pane and no more of the screen', async () => {
  const page = await trial.on('fullscreen');
  await trial.touch(page);
  await trial.contained();
  const bounds = await trial.counter.app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((window) => window.contentView.children.map((view) => view.getBounds())),
  );
  expect(bounds).toContainEqual({ x: 0, y: 120, width: 900, height: 520 });
});

for (const trick of ['print', 'print-self', 'print-command', 'print-frame', 'print-window', 'print-prototype']) {
  test(`no dialog for printing opens: ${trick}`, async () => {
    const page = await trial.on(trick);
    if (trick !== 'print-self') await trial.touch(page);
    await expect(page.locator('#said')).toHaveText('after');
    await trial.contained();
  });
}

for (const trick of ['upload', 'upload-folder']) {
  test(`no dialog for files opens: ${trick}`, async () => {
    const page = await trial.on(trick);
    await trial.touch(page);
    await trial.contained();
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
    await trial.answered('download');
    await trial.contained();
  });
}

test('a program made in the page is not kept', async () => {
  const page = await trial.on('blob-exe');
  await trial.touch(page);
  await trial.answered('download');
  await trial.contained();
});

test('a file of another site is not kept', async () => {
  const page = await trial.on('link', { to: 'https://evil.example/setup.exe', download: 'setup.exe' });
  await trial.touch(page);
  await trial.contained();
});

test('a name that climbs out of its folder leaves the file in the memory of the visit', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => location.assign('/irisbox/tricks/download?kind=path')).catch(() => {});
  await trial.contained();
  const { existsSync } = await import('node:fs');
  expect(existsSync('/tmp/climbed.pdf')).toBe(false);
});

test('what is no document inside, whatever its name says, is not kept', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => location.assign('/irisbox/tricks/download?kind=disguised')).catch(() => {});
  await trial.answered('download');
  await trial.contained();
});

test('a document with a link to elsewhere is not shown where its link could be touched', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => location.assign('/irisbox/tricks/pdf-link')).catch(() => {});
  await trial.contained();
  expect(page.url()).toContain('/tricks/page');
});
