import { readdirSync, readFileSync, statSync, watch } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { PapersView } from '../../main/core/papers/view.ts';
import { openTrial, type Trial } from './pages/trial.ts';

// What a portal sends to be kept, and what it asks for: one place in memory, and our own way to choose from it.

let trial: Trial;
test.beforeAll(async () => {
  trial = await openTrial();
});
test.afterAll(async () => trial?.close());

const papers = async (): Promise<PapersView> => {
  const answer = await trial.pane.kiosk.evaluate(() => window.comptoir.request('papers.read', undefined));
  if (!answer.ok) throw new Error(answer.code);
  return answer.value as PapersView; // the contract's own shape
};
const ask = (name: string, input: unknown) =>
  trial.pane.kiosk.evaluate(([what, given]) => window.comptoir.request(what as string, given), [name, input]);
const names = async () => (await papers()).list.map(({ name, kind }) => `${name}.${kind}`);
const touch = (page: Page) => page.locator('#go').click();
const clear = async () => {
  for (const { id } of (await papers()).list) await ask('papers.remove', { id });
};
test.beforeEach(clear);

test.describe('a document of the portal becomes a document of the visit', () => {
  for (const [what, trick, query] of [
    ['sent to be kept', 'download', { kind: 'pdf' }],
    ['sent to be shown in the page', 'download', { kind: 'pdf', inline: '1' }],
    ['a picture sent to be kept', 'download', { kind: 'png' }],
  ] as const) {
    test(what, async () => {
      const page = await trial.on('page');
      await page.evaluate((to) => void location.assign(to), `/irisbox/tricks/${trick}?${new URLSearchParams(query)}`);
      await expect.poll(names).toEqual([query.kind === 'pdf' ? 'attestation.pdf' : 'photo.png']);
    });
  }
  for (const trick of ['blob-pdf', 'data-pdf', 'blob-pdf-open']) {
    test(`made by the page itself: ${trick}`, async () => {
      await touch(await trial.on(trick));
      await expect.poll(names).toHaveLength(1);
      expect(await names()).toEqual([expect.stringMatching(/\.pdf$/)]);
    });
  }
});

test.describe('what is no document is refused, says so, and leaves nothing', () => {
  for (const kind of ['exe', 'html', 'double', 'disguised', 'desktop', 'huge'])
    test(kind, async () => {
      const page = await trial.on('page');
      await page.evaluate((to) => void location.assign(to), `/irisbox/tricks/download?kind=${kind}`);
      await trial.answered('download');
      expect((await papers()).list).toEqual([]);
      expect((await papers()).coming).toBe(0);
    });
});

test('a name that climbs out of the folder climbs nowhere', async () => {
  const page = await trial.on('page');
  await page.evaluate(() => void location.assign('/irisbox/tricks/download?kind=path'));
  await expect.poll(names).toHaveLength(1);
  expect(await names()).not.toContain('/');
});

test('a file field of the portal gets the chosen document under a name of ours, and the system’s dialog never opens', async () => {
  await download();
  const page = await trial.on('upload');
  await touch(page);
  await expect.poll(async () => (await papers()).chooser).toMatchObject({ host: 'irisbox.irisnet.be', many: false });
  const { chooser, list } = await papers();
  await ask('papers.choose', { serial: chooser?.serial, ids: [list[0]?.id] });
  await expect
    .poll(() => page.evaluate(() => document.querySelector<HTMLInputElement>('#go')?.files?.[0]?.name))
    .toMatch(/^document-\d+\.pdf$/);
  expect((await papers()).chooser).toBeNull();
  await trial.contained();
});

test('a page that goes away takes its question with it', async () => {
  await download();
  const page = await trial.on('upload');
  await touch(page);
  await expect.poll(async () => (await papers()).chooser).not.toBeNull();
  await page.evaluate(() => location.reload());
  await expect.poll(async () => (await papers()).chooser).toBeNull();
});

test('a page opened above the first one asks the same way', async () => {
  const page = await trial.on('open', { to: '/irisbox/tricks/upload' });
  await touch(page);
  await trial.pane.sees({ stacked: 1, loading: false });
  await touch(await trial.pane.page());
  await expect.poll(async () => (await papers()).chooser).not.toBeNull();
  await ask('papers.choose', { serial: (await papers()).chooser?.serial, ids: [] });
  await trial.contained();
});

test('no picker of files exists in a page of the portal', async () => {
  const page = await trial.on('page');
  const there = await page.evaluate(() =>
    ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter((name) => name in window),
  );
  expect(there).toEqual([]);
});

test('the citizen may say no', async () => {
  await download();
  const page = await trial.on('upload');
  await touch(page);
  await expect.poll(async () => (await papers()).chooser).not.toBeNull();
  await ask('papers.choose', { serial: (await papers()).chooser?.serial, ids: [] });
  await expect.poll(async () => (await papers()).chooser).toBeNull();
  expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#go')?.files?.length)).toBe(0);
});

for (const trick of ['files', 'save', 'folder', 'upload-folder'])
  test(`no other way to a file of this machine opens: ${trick}`, async () => {
    const page = await trial.on(trick);
    await touch(page);
    await trial.contained();
    const { chooser } = await papers();
    if (chooser) await ask('papers.choose', { serial: chooser.serial, ids: [] });
  });

test('no byte of a download touches the disk, not even its beginning', async () => {
  const { folder } = trial.counter.app;
  const home = path.join(folder, 'home');
  const made: string[] = [];
  const watches = [folder, home, path.join(folder, 'temp')].map((place) =>
    watch(place, (_, name) => void made.push(`${place}/${name}`)),
  );
  await download();
  const page = await trial.on('blob-pdf');
  await touch(page);
  await expect.poll(names).toHaveLength(2);
  for (const one of watches) one.close();
  expect(made.filter((name) => /chromium|download|document|arriving/i.test(name))).toEqual([]);
});

test('the place of documents is nobody else’s and in memory', async () => {
  await download();
  const folder = readdirSync('/dev/shm').find((name) => name.startsWith('comptoir-papers-')) ?? '';
  const place = path.join('/dev/shm', folder);
  expect(statSync(place).mode & 0o777).toBe(0o700);
  expect(readFileSync('/proc/self/mountinfo', 'utf8')).toMatch(/ \/dev\/shm .* - tmpfs/);
});

async function download() {
  const page = await trial.on('page');
  await page.evaluate(() => void location.assign('/irisbox/tricks/download?kind=pdf'));
  await expect.poll(names).toHaveLength(1);
}
