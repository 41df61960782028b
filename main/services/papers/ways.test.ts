import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchedFolder } from './folder.ts';
import { samplePdf, samplePng } from './samples.ts';
import { sane } from './scan.ts';
import { copyToStick, findSticks } from './stick.ts';
import { openStore, type Store } from './store.ts';

let root: string;
let store: Store;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ways-'));
  mkdirSync(join(root, 'place'));
  store = openStore(join(root, 'place'), () => {});
  store.begin();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));
const pdf = samplePdf('MARK');

describe('a scanner that drops files into a folder', () => {
  const at = (name: string) => join(root, 'drop', name);
  beforeEach(() => mkdirSync(join(root, 'drop')));

  it('gives this visit what came during it, and the folder keeps nothing of that', async () => {
    writeFileSync(at('of somebody else.pdf'), pdf);
    const folder = watchedFolder(join(root, 'drop'), store);
    await folder.begin();
    writeFileSync(at('mine.pdf'), pdf);
    writeFileSync(at('mine.png'), samplePng(3, 3));
    await folder.look();
    await folder.look();
    expect(
      store
        .list()
        .map(({ kind, from }) => `${kind} ${from}`)
        .sort(),
    ).toEqual(['pdf folder', 'png folder']);
    expect(readdirSync(join(root, 'drop'))).toEqual(['of somebody else.pdf']);
  });

  it('waits for a file that still grows', async () => {
    const folder = watchedFolder(join(root, 'drop'), store);
    await folder.begin();
    writeFileSync(at('a.pdf'), pdf.subarray(0, 40));
    await folder.look();
    writeFileSync(at('a.pdf'), pdf);
    await folder.look();
    expect(store.list()).toEqual([]);
    await folder.look();
    expect(store.list()).toMatchObject([{ bytes: pdf.length }]);
  });

  it('touches nothing that is older, no link, no folder, and leaves what is no document where it is', async () => {
    const folder = watchedFolder(join(root, 'drop'), store);
    await folder.begin();
    writeFileSync(join(root, 'secret.pdf'), pdf);
    symlinkSync(join(root, 'secret.pdf'), at('link.pdf'));
    mkdirSync(at('folder.pdf'));
    writeFileSync(at('note.txt'), 'hello');
    for (let i = 0; i < 3; i++) await folder.look();
    expect(store.list()).toEqual([]);
    expect(readdirSync(join(root, 'drop')).sort()).toEqual(['folder.pdf', 'link.pdf', 'note.txt']);
    expect(readFileSync(join(root, 'secret.pdf')).equals(pdf)).toBe(true);
  });

  it('gives nobody what was begun before they came, under whatever name it lands', async () => {
    writeFileSync(at('scan.part'), pdf);
    const folder = watchedFolder(join(root, 'drop'), store, () => Date.now() + 5_000);
    await folder.begin();
    renameSync(at('scan.part'), at('scan.pdf'));
    utimesSync(at('scan.pdf'), new Date(Date.now() + 6_000), new Date(Date.now() + 6_000));
    // Some file systems do not know when a file was begun: then this one cannot be told from a new one.
    expect(statSync(at('scan.pdf')).birthtimeMs).toBeGreaterThan(0);
    await folder.look();
    await folder.look();
    expect(store.list()).toEqual([]);
    // It belongs to somebody who is gone: it goes at the end, too.
    await folder.forget();
    expect(readdirSync(join(root, 'drop'))).toEqual([]);
  });

  it('keeps nothing of a visit that is over: not what came last, was refused, or had no time to finish', async () => {
    writeFileSync(at('of the house.pdf'), pdf);
    const folder = watchedFolder(join(root, 'drop'), store);
    await folder.begin();
    writeFileSync(at('note.txt'), 'hello');
    await folder.look();
    await folder.look();
    writeFileSync(at('.unfinished'), pdf.subarray(0, 40));
    writeFileSync(at('last.pdf'), pdf);
    linkSync(at('last.pdf'), join(root, 'kept'));
    await folder.forget();
    expect(readdirSync(join(root, 'drop'))).toEqual(['of the house.pdf']);
    expect(readFileSync(join(root, 'kept')).every((byte) => byte === 0)).toBe(true);
    expect(await folder.left()).toBe(0);
    writeFileSync(at('late.pdf'), pdf);
    expect(await folder.left()).toBe(1);
  });

  it('loses nothing that comes while nobody is here, nor what a share held when it was mounted', async () => {
    const folder = watchedFolder(join(root, 'drop'), store, () => Date.now() + 5_000);
    await folder.begin();
    writeFileSync(at('mounted.pdf'), pdf);
    await folder.forget();
    writeFileSync(at('of the team.pdf'), pdf);
    await folder.forget();
    expect(readdirSync(join(root, 'drop')).sort()).toEqual(['mounted.pdf', 'of the team.pdf']);
    const absent = watchedFolder(join(root, 'later'), store);
    await absent.begin();
    mkdirSync(join(root, 'later'));
    writeFileSync(join(root, 'later/a.pdf'), pdf);
    await absent.forget();
    expect(readdirSync(join(root, 'later'))).toEqual(['a.pdf']);
  });

  it('gives nothing more once the visit ends, also in the middle of a look', async () => {
    let over: Promise<unknown> | null = null;
    const ending: Store = {
      ...store,
      add: async (...paper) => {
        const taken = await store.add(...paper);
        over ??= Promise.all([store.forget(), folder.forget()]);
        store.begin(); // the next person
        return taken;
      },
    };
    const folder = watchedFolder(join(root, 'drop'), ending);
    await folder.begin();
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) writeFileSync(at(name), pdf);
    await folder.look();
    await folder.look();
    expect(over).not.toBeNull();
    await over;
    expect(store.list()).toEqual([]);
    expect(readdirSync(join(root, 'drop'))).toEqual([]);
  });

  it('gives nothing before a visit has begun', async () => {
    const folder = watchedFolder(join(root, 'drop'), store);
    writeFileSync(at('a.pdf'), pdf);
    utimesSync(at('a.pdf'), new Date(), new Date());
    await folder.look();
    await folder.look();
    expect(store.list()).toEqual([]);
  });
});

describe('a USB stick', () => {
  let stick: string;
  /** A machine with a stick that is mounted and a disk that is not to be taken out. */
  const machine = (removable: string, mount = stick, how = 'rw', disk = 'sdb') => {
    const sys = join(root, 'sys');
    rmSync(sys, { recursive: true, force: true });
    mkdirSync(join(sys, `devices/${disk}/${disk}1`), { recursive: true });
    mkdirSync(join(sys, 'class/block'), { recursive: true });
    symlinkSync(join(sys, `devices/${disk}/${disk}1`), join(sys, `class/block/${disk}1`));
    writeFileSync(join(sys, `devices/${disk}/removable`), `${removable}\n`);
    const mountinfo = join(root, 'mountinfo');
    const line = (at: string, source: string) =>
      `36 25 8:17 / ${at.replaceAll(' ', '\\040')} ${how},nosuid - vfat ${source} rw\n`;
    writeFileSync(mountinfo, line('/', '/dev/sda1') + line(mount, `/dev/${disk}1`));
    return { sys, mountinfo, places: [join(root, 'media/')] };
  };
  beforeEach(() => {
    stick = join(root, 'media/MY STICK');
    mkdirSync(stick, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'comptoir-test', stick]);
  });
  afterEach(() => execFileSync('umount', ['--lazy', stick]));

  it('is found by what the kernel says of it', () => {
    expect(findSticks(machine('1'))).toEqual([{ at: stick, label: 'MY STICK', mount: '36 8:17' }]);
    expect(findSticks(machine('0'))).toEqual([]);
    expect(findSticks(machine('1', '/srv/data'))).toEqual([]);
    expect(findSticks(machine('1', stick, 'ro', 'sr'))).toEqual([]);
  });

  it('is found when it is write-protected, and after one that can be written to', () => {
    const how = machine('1', stick, 'ro');
    expect(findSticks(how)).toMatchObject([{ label: 'MY STICK' }]);
    const lines = readFileSync(how.mountinfo, 'utf8');
    for (const [own, first] of [
      ['rw', 'MY STICK'],
      ['ro', 'OTHER'],
    ]) {
      writeFileSync(how.mountinfo, `37 25 8:17 / ${join(root, 'media/OTHER')} ${own} - vfat /dev/sdb1 rw\n${lines}`);
      expect(findSticks(how).map(({ label }) => label)[0]).toBe(first);
    }
  });

  it('gets the documents under plain names, and never writes over what is on it', async () => {
    writeFileSync(join(stick, 'Attestation.pdf'), 'mine');
    const found = findSticks(machine('1'))[0];
    if (!found) throw new Error('no stick');
    const paper = { name: 'Attestation.pdf', bytes: pdf };
    expect(await copyToStick(found, [paper, paper])).toEqual({ ok: true, value: 2 });
    expect(readdirSync(stick).sort()).toEqual(['Attestation-2.pdf', 'Attestation-3.pdf', 'Attestation.pdf']);
    expect(readFileSync(join(stick, 'Attestation.pdf'), 'utf8')).toBe('mine');
    expect(readFileSync(join(stick, 'Attestation-3.pdf')).equals(pdf)).toBe(true);
  });

  it('that is full or write-protected says so, and holds no half document', async () => {
    const found = { at: stick, label: '', mount: '' };
    expect(await copyToStick(found, [{ name: 'big.pdf', bytes: Buffer.alloc(2_000_000) }])).toEqual({
      ok: false,
      code: 'stick-failed',
    });
    execFileSync('mount', ['-o', 'remount,ro', stick]);
    expect(await copyToStick(found, [{ name: 'a.pdf', bytes: pdf }])).toEqual({ ok: false, code: 'stick-failed' });
    expect(readdirSync(stick)).toEqual([]);
  });
});

describe('a scanner of the machine', () => {
  beforeEach(() => {
    mkdirSync(join(root, 'sane'));
    // SANE's own scanner for tests: no hardware, real scanimage.
    writeFileSync(join(root, 'sane/dll.conf'), 'test\n');
    writeFileSync(join(root, 'sane/test.conf'), 'number_of_devices 1\n');
    process.env.SANE_CONFIG_DIR = join(root, 'sane');
  });
  afterEach(() => {
    delete process.env.SANE_CONFIG_DIR;
  });

  it('is found, and its page is a document of the visit', async () => {
    const device = await sane.find();
    expect(device).toBe('test:0');
    const taken = await store.add('scan', '', sane.scan(device ?? '', new AbortController().signal));
    expect(taken).toMatchObject({ ok: true, value: { kind: 'jpeg', from: 'scan', name: '' } });
  });

  it('that is not there is none', async () => {
    writeFileSync(join(root, 'sane/dll.conf'), '');
    expect(await sane.find()).toBeNull();
    await expect(store.add('scan', '', sane.scan('test:9', new AbortController().signal))).rejects.toThrow();
    expect(store.list()).toEqual([]);
    expect(store.coming()).toBe(0);
  });

  it('whose program is not there has failed, and nothing else happens', async () => {
    const { PATH } = process.env;
    process.env.PATH = root;
    const loose: unknown[] = [];
    const note = (error: unknown) => void loose.push(error);
    process.on('uncaughtException', note);
    try {
      await expect(store.add('scan', '', sane.scan('test:0', new AbortController().signal))).rejects.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(loose).toEqual([]);
      expect(store.coming()).toBe(0);
    } finally {
      process.off('uncaughtException', note);
      process.env.PATH = PATH;
    }
  });

  it('stops when the visit ends', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(store.add('scan', '', sane.scan('test:0', stop.signal))).rejects.toThrow();
    expect(readdirSync(join(root, 'place'))).toEqual([]);
  });
});
