import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PAPER_LIMITS } from '../../core/papers/view.ts';
import { samplePdf, samplePng } from './samples.ts';
import { openStore, type Store } from './store.ts';

let folder: string;
let store: Store;
let changes: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'));
  changes = 0;
  store = openStore(folder, () => {
    changes += 1;
  });
  store.begin();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const add = (bytes: Uint8Array, given = 'Attestation.pdf') => store.add('portal', given, [bytes]);
const pdf = samplePdf('MARK-IN-A-PAPER');
/** Pictures that only say how large they are. */
function headOfPng(width: number, height: number): Buffer {
  const png = Buffer.from(samplePng(2, 2));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}
function headOfJpeg(width: number, height: number): Buffer {
  const jpeg = Buffer.from('ffd8ffc0000b0800000000010111000000', 'hex');
  jpeg.writeUInt16BE(height, 7);
  jpeg.writeUInt16BE(width, 9);
  return jpeg;
}

describe('the documents of a visit', () => {
  it('are listed by what they are, under the name that their giver used, and lie under a name of ours', async () => {
    const taken = await add(pdf, 'Composition de ménage.pdf');
    expect(taken).toMatchObject({
      ok: true,
      value: { name: 'Composition de ménage', kind: 'pdf', bytes: pdf.length, from: 'portal' },
    });
    expect((await add(samplePng(4, 4), 'lies.pdf')).ok).toBe(true);
    expect(store.list().map(({ kind }) => kind)).toEqual(['pdf', 'png']);
    expect(
      files()
        .map((file) => file.split('/').at(-1))
        .sort(),
    ).toEqual(['document-1.pdf', 'document-2.png']);
    expect(files().every((file) => (statSync(file).mode & 0o077) === 0)).toBe(true);
    const first = store.list()[0]?.id ?? '';
    const read = await store.read(first);
    expect(read.ok && Buffer.from(read.value).equals(pdf)).toBe(true);
  });

  it.each([
    ['a page', Buffer.from('<!doctype html><script>%PDF-1.4</script>')],
    ['a page that hides a document’s head', Buffer.from('<html>\n%PDF-1.7')],
    ['a program', Buffer.from('7f454c46', 'hex')],
    ['an archive', Buffer.from('504b0304', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a picture that is a drawing with scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ])('take nothing else than PDF, PNG and JPEG: not %s, whatever it is called', async (_, bytes) => {
    expect(await add(bytes, 'document.pdf')).toEqual({ ok: false, code: 'not-a-paper' });
    expect(files()).toEqual([]);
    expect(store.list()).toEqual([]);
    expect(store.coming()).toBe(0);
  });

  it('are at most twenty', async () => {
    for (let i = 0; i < PAPER_LIMITS.papers; i++) expect((await add(pdf)).ok).toBe(true);
    expect(await add(pdf)).toEqual({ ok: false, code: 'papers-full' });
    await store.remove(store.list()[0]?.id ?? '');
    expect((await add(pdf)).ok).toBe(true);
  });

  it('are cut off while they come when they are too big, and leave nothing', async () => {
    let given = 0;
    const endless = (async function* () {
      yield pdf;
      for (;;) {
        given += 1_000_000;
        yield Buffer.alloc(1_000_000, 1);
      }
    })();
    expect(await store.add('phone', 'big', endless)).toEqual({ ok: false, code: 'paper-too-big' });
    expect(given).toBeLessThan(PAPER_LIMITS.each + 2_000_000);
    expect(files()).toEqual([]);
  });

  it('are judged the same when another writes the file, as the browser does', async () => {
    const begun = store.arrive('portal', 'x');
    if (!begun.ok) throw new Error('no room');
    writeFileSync(begun.value.path, Buffer.concat([pdf, Buffer.alloc(PAPER_LIMITS.each)]));
    expect(await begun.value.finish()).toEqual({ ok: false, code: 'paper-too-big' });
    expect(files()).toEqual([]);
  });

  it('share one hundred megabytes', async () => {
    const big = Buffer.concat([pdf, Buffer.alloc(PAPER_LIMITS.each - pdf.length)]);
    for (let i = 0; i < 4; i++) expect((await add(big)).ok).toBe(true);
    expect(await add(pdf)).toEqual({ ok: false, code: 'papers-full' });
  });

  it('share them also when they come side by side', () => {
    const begun = Array.from({ length: 6 }, () => store.arrive('portal', 'x'));
    expect(begun.map(({ ok }) => ok)).toEqual([true, true, true, true, false, false]);
    const room = begun.reduce((sum, one) => sum + (one.ok ? one.value.most : 0), 0);
    expect(room).toBeLessThanOrEqual(PAPER_LIMITS.all);
  });

  it('give their room back when they do not come, even when what they left cannot be erased', async () => {
    const begun = Array.from({ length: 4 }, () => store.arrive('portal', 'x'));
    for (const one of begun) if (one.ok) await one.value.drop();
    expect(store.coming()).toBe(0);
    const stuck = store.arrive('portal', 'x');
    if (!stuck.ok) throw new Error('no room');
    const home = dirname(stuck.value.path);
    execFileSync('mount', ['-t', 'tmpfs', 'comptoir-test', home]);
    try {
      await expect(stuck.value.drop()).rejects.toThrow();
      expect(store.coming()).toBe(0);
    } finally {
      execFileSync('umount', ['--lazy', home]);
    }
  });

  it.each([
    ['PNG', () => headOfPng(10_000, 5_200)],
    ['JPEG', () => headOfJpeg(10_000, 5_200)],
  ])('are no %s of few bytes that would fill the memory of whoever draws it', async (_, bytes) => {
    expect(await add(bytes())).toEqual({ ok: false, code: 'paper-too-big' });
    expect(files()).toEqual([]);
  });

  it('may be what a camera of fifty megapixels gives', async () => {
    expect((await add(headOfJpeg(8_192, 6_144))).ok).toBe(true);
  });

  it.each([
    ['PNG', headOfPng(0, 10)],
    ['PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['JPEG', Buffer.from('ffd8ffe0', 'hex')],
    ['JPEG', headOfJpeg(0, 10)],
  ])('are no %s whose head makes no sense', async (_, bytes) => {
    expect(await add(bytes)).toEqual({ ok: false, code: 'not-a-paper' });
  });

  it('tell of every change', async () => {
    await add(pdf);
    const before = changes;
    await store.remove(store.list()[0]?.id ?? '');
    expect(changes).toBeGreaterThan(before);
    expect(files()).toEqual([]);
  });
});

describe('when everything is forgotten', () => {
  it('nothing is left, and the bytes were overwritten where they lay', async () => {
    await add(pdf);
    const [file = ''] = files();
    // A second name for the same bytes, as somebody who wants to look at them later would make.
    const { linkSync } = await import('node:fs');
    const kept = join(tmpdir(), `kept-${process.pid}`);
    linkSync(file, kept);
    try {
      await store.forget();
      expect(files()).toEqual([]);
      expect(store.list()).toEqual([]);
      expect(readFileSync(kept).every((byte) => byte === 0)).toBe(true);
    } finally {
      rmSync(kept, { force: true });
    }
  });

  it('what was on its way does not appear for the next person', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = (async function* () {
      yield pdf.subarray(0, 20);
      await gate;
      yield pdf.subarray(20);
    })();
    const coming = store.add('portal', 'late', slow);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await store.forget();
    release();
    expect((await coming).ok).toBe(false);
    expect(store.list()).toEqual([]);
    expect(files()).toEqual([]);
    store.begin();
    expect((await add(pdf)).ok).toBe(true);
  });

  it('nothing is taken until the next person is here, and nothing that began before belongs to them', async () => {
    const early = store.arrive('portal', 'x');
    if (!early.ok) throw new Error('no room');
    await store.forget();
    expect(await add(pdf)).toEqual({ ok: false, code: 'no-visit' });
    expect(files()).toEqual([]);
    store.begin();
    mkdirSync(dirname(early.value.path), { recursive: true });
    writeFileSync(early.value.path, pdf);
    expect(await early.value.finish()).toEqual({ ok: false, code: 'no-visit' });
    expect(store.list()).toEqual([]);
    expect(files()).toEqual([]);
  });
});
