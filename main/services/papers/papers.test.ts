import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openPapers, type Papers } from './index.ts';
import { samplePdf } from './samples.ts';
import { findSticks } from './stick.ts';

let root: string;
let papers: Papers;
const open = (temp = join(root, 'temp')) =>
  openPapers({
    dataFolder: root,
    temp,
    settings: { stick: true, scanner: false, folder: join(root, 'drop'), phone: null },
    now: () => new Date(),
    sticks: () => findSticks({ sys: join(root, 'sys'), mountinfo: join(root, 'mountinfo'), places: ['/media/'] }),
    every: 10,
  });
/** Which sticks are in, by the number of their mount. */
const plugged = (...ids: number[]) =>
  writeFileSync(
    join(root, 'mountinfo'),
    ids.map((id) => `${id} 25 8:17 / /media/STICK-${id} rw,nosuid - vfat /dev/sdb1 rw\n`).join(''),
  );

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'papers-'));
  mkdirSync(join(root, 'drop'));
  mkdirSync(join(root, 'sys/devices/usb1/sdb1'), { recursive: true });
  mkdirSync(join(root, 'sys/class/block'), { recursive: true });
  symlinkSync(join(root, 'sys/devices/usb1/sdb1'), join(root, 'sys/class/block/sdb1'));
  plugged();
  papers = open();
});
afterEach(async () => {
  await papers.close();
  rmSync(papers.place.folder, { recursive: true, force: true });
  rmSync(root, { recursive: true, force: true });
});
const stickIs = (name: string | null) => vi.waitFor(() => expect(papers.view().stick).toBe(name));

it('a stick that somebody left in is nobody’s until it was taken out and put in again', async () => {
  plugged(40);
  papers.attend(true);
  plugged(40, 41);
  await stickIs('STICK-41');
  plugged(40);
  await stickIs(null);
  expect(await papers.toStick([])).toEqual({ ok: false, code: 'no-stick' });
  plugged();
  await new Promise((resolve) => setTimeout(resolve, 100));
  plugged(40);
  await stickIs('STICK-40');
  // It is left in again, and the next person comes.
  papers.attend(false);
  await papers.forget();
  papers.attend(true);
  plugged(40, 42);
  await stickIs('STICK-42');
  plugged(40);
  await stickIs(null);
});

it('documents are taken between the coming and the going of a person, and at no other time', async () => {
  const pdf = samplePdf('x');
  expect(await papers.add(pdf, 'a', 'portal')).toEqual({ ok: false, code: 'no-visit' });
  papers.attend(true);
  expect((await papers.add(pdf, 'a', 'portal')).ok).toBe(true);
  papers.attend(false);
  await papers.forget();
  expect(papers.list()).toEqual([]);
  expect(await papers.add(pdf, 'a', 'portal')).toEqual({ ok: false, code: 'no-visit' });
});

it('what the scanner’s folder still holds of a visit is gone with it, and else it is counted', async () => {
  papers.attend(true);
  await vi.waitFor(() => expect(papers.view().stick).toBeNull());
  await new Promise((resolve) => setTimeout(resolve, 50));
  writeFileSync(join(root, 'drop/note.txt'), 'hello');
  papers.attend(false);
  await papers.forget();
  expect(await papers.left()).toBe(0);
  writeFileSync(join(root, 'drop/late.pdf'), 'x');
  expect(await papers.left()).toBe(1);
});

it('without any place for documents the counter opens, and forgets nothing that is not one', async () => {
  writeFileSync(join(root, 'full'), 'x');
  const none = open(join(root, 'full'));
  expect(none.place).toEqual({ folder: join(root, 'full/papers'), memory: false });
  none.attend(true);
  expect((await none.add(samplePdf('x'), 'a', 'portal')).ok).toBe(false);
  none.attend(false);
  await none.forget().catch(() => {});
  expect(readFileSync(join(root, 'full'), 'utf8')).toBe('x');
});

it('a document that was printed or given to the site counts as taken, and no other does', async () => {
  papers.attend(true);
  const ids: string[] = [];
  for (const name of ['printed', 'given', 'refused']) {
    const added = await papers.add(samplePdf(name), `${name}.pdf`, 'portal');
    if (!added.ok) throw new Error(added.code);
    ids.push(added.value.id);
  }
  const [printed = '', given = ''] = ids;
  papers.markTaken([printed]);
  const chosen = papers.choose({ host: 'irisbox.irisnet.be', many: false, accept: '' });
  papers.answer(papers.view().chooser?.serial ?? 0, [given]);
  await chosen;
  const no = papers.choose({ host: 'irisbox.irisnet.be', many: false, accept: '' });
  papers.answer(papers.view().chooser?.serial ?? 0, []);
  await no;
  expect(papers.list().map(({ name, taken }) => [name, taken === true])).toEqual([
    ['printed', true],
    ['given', true],
    ['refused', false],
  ]);
});
