import { spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maintainAccounts } from '../../main/services/accounts/index.ts';
import { CHEAP, got, MANAGER, rigAccounts, started } from '../../main/services/accounts/rig.ts';
import { insideSmallDisk } from './inside.ts';

/** With COMPTOIR_FULL=1 a thousand. */
const KILLS = process.env.COMPTOIR_FULL === '1' ? 1000 : 20;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'accounts-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = () => path.join(folder, 'accounts.json');
const trail = () => path.join(folder, 'audit.jsonl');
const audit = () => maintainAccounts({ folder, now: () => new Date() }).audit();
const codes = async () => (await audit()).events.map((event) => event.code);
const right = { name: MANAGER.signInName, password: MANAGER.password, seat: 'console' } as const;
const DAMAGED = { ok: false, code: 'accounts-damaged' };

describe('a writing program that is killed', () => {
  it('loses nothing that it was told, and leaves a file and a trail that are whole', async () => {
    let told = 0;
    for (let n = 0; n < KILLS; n++) {
      told += await killed(20 + ((n * 37) % 400));
      const { events, verdict } = await audit();
      expect(verdict).toMatchObject({ broken: null, cut: false });
      const written = events.filter(({ code }) => code === 'signed-in' || code === 'signed-out').length;
      expect(written).toBeGreaterThanOrEqual(told);
      // The one that was written down, and whose answer the kill cut off. The first start signs in too.
      told = written;
      expect(got(await rigAccounts(folder).accounts.state())).toBe('ready');
    }
    expect(told).toBeGreaterThan(KILLS);
    await rigAccounts(folder).accounts.signIn(right);
    expect(readdirSync(folder).sort()).toEqual(['accounts.json', 'audit.jsonl']);
  }, 3_600_000);

  /** Acknowledged events until it is killed, so many ms after it began to write. */
  function killed(after: number): Promise<number> {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'accounts-load.ts'), folder]);
    let out = '';
    return new Promise((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (out === '') setTimeout(() => child.kill('SIGKILL'), after);
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => reject(new Error(text)));
      child.once('error', reject);
      child.once('close', () => resolve(out.split('\n').filter((line) => line === 'in' || line === 'out').length));
    });
  }
});

describe('a disk that takes nothing', () => {
  interface Told {
    first: unknown;
    stateAfter: unknown;
    refused: unknown;
    signedIn: string;
    locked: unknown;
    after: string;
    list: number;
    verdict: unknown;
    codes: string[];
  }
  it.each([
    ['full', 'accounts-full'],
    ['read-only', 'accounts-readonly'],
  ])('(%s) refuses changes and says so, lets people in, counts wrong tries, and has them written later', async (how, code) => {
    const told = await insideSmallDisk<Told>(path.join(import.meta.dirname, 'accounts-full.ts'), '1m', how);
    expect(told.first).toEqual({ ok: false, code });
    expect(told.stateAfter).toEqual({ ok: true, value: 'first-start' });
    expect(told.refused).toEqual({ ok: false, code });
    expect(told.signedIn).toBe('in');
    expect(told.locked).toEqual({ outcome: 'wait', seconds: 30 });
    expect([told.after, told.list]).toEqual(['in', 1]);
    expect(told.codes.filter((one) => one === 'failed')).toHaveLength(5);
    expect(told.codes.slice(-3)).toEqual(['failed', 'locked-out', 'signed-in']);
    expect(told.verdict).toEqual({ entries: told.codes.length, broken: null, cut: false, torn: false });
  });
});

describe('an accounts file', () => {
  it.each([
    ['no JSON', () => '{"format": 1,'],
    ['empty', () => ''],
    ['of another shape', (text: string) => text.replace('"role": "manager"', '"role": "king"')],
    ['with more than we know', (text: string) => text.replace('"format": 1,', '"format": 1, "extra": true,')],
  ])('that is %s is set aside and said, and opens no first start', async (_, damage) => {
    const rig = rigAccounts(folder);
    const { token } = await started(rig);
    const damaged = damage(readFileSync(file(), 'utf8'));
    writeFileSync(file(), damaged);
    const fresh = rig.again().accounts;
    expect(await fresh.state()).toEqual(DAMAGED);
    expect(await fresh.state()).toEqual(DAMAGED);
    expect(await fresh.firstStart({ ...MANAGER, signInName: 'thief' })).toEqual(DAMAGED);
    expect(await fresh.signIn(right)).toEqual(DAMAGED);
    expect(await rig.accounts.session(token)).toEqual(DAMAGED);
    const aside = readdirSync(folder).filter((name) => name.startsWith('accounts.json'));
    expect(aside).toEqual([expect.stringMatching(/^accounts\.json\.damaged-\d{8}T\d{9}Z$/)]);
    expect(readFileSync(path.join(folder, aside[0] ?? ''), 'utf8')).toBe(damaged);
    expect((await codes()).filter((code) => code === 'file-damaged')).toHaveLength(1);
  });

  it('that is gone opens no first start while the trail or a file set aside remembers accounts', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    const text = readFileSync(file(), 'utf8');
    rmSync(file());
    expect(await rig.again().accounts.state()).toEqual(DAMAGED);
    expect(await rig.again().accounts.firstStart(MANAGER)).toEqual(DAMAGED);
    writeFileSync(file(), '?');
    expect(await rig.again().accounts.state()).toEqual(DAMAGED);
    rmSync(trail());
    expect(await rig.again().accounts.state()).toEqual(DAMAGED);
    // A backup put back is all it takes.
    writeFileSync(file(), text);
    expect(got(await rig.again().accounts.signIn(right)).outcome).toBe('in');
  });

  it('that cannot be reached is not called damaged, and stays where it is', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    rmSync(file());
    mkdirSync(file());
    for (const answer of [await rig.accounts.state(), await rig.accounts.signIn(right), await rig.accounts.firstStart(MANAGER)])
      expect(answer).toEqual({ ok: false, code: 'accounts-readonly' });
    expect(statSync(file()).isDirectory()).toBe(true);
  });

  it('of a newer Comptoir is left as it is', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    const newer = readFileSync(file(), 'utf8').replace('"format": 1', '"format": 2');
    writeFileSync(file(), newer);
    expect(await rig.again().accounts.state()).toEqual({ ok: false, code: 'accounts-newer' });
    expect(await rig.again().accounts.signIn(right)).toEqual({ ok: false, code: 'accounts-newer' });
    expect(readFileSync(file(), 'utf8')).toBe(newer);
  });

  it('that root writes at the command line stays with whom the folder belongs to', async () => {
    // Where the tests are no root, the folder is their own already.
    if (process.getuid?.() === 0) chownSync(folder, 12345, 12345);
    const rig = rigAccounts(folder);
    await started(rig);
    got(await maintainAccounts({ folder, now: () => new Date(), cost: CHEAP }).reset(MANAGER.signInName));
    for (const one of [file(), trail()]) expect(statSync(one).uid).toBe(statSync(folder).uid);
  });

  it('whose first start a kill cut off before the trail was begun is there, and the next event begins the trail', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    writeFileSync(file(), JSON.stringify({ ...JSON.parse(readFileSync(file(), 'utf8')), trail: null }));
    rmSync(trail());
    expect(got(await rig.again().accounts.signIn(right)).outcome).toBe('in');
    expect((await audit()).verdict).toMatchObject({ entries: 1, broken: null, cut: false });
  });

  it('that others could read is closed to them', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    chmodSync(file(), 0o644);
    await rig.accounts.state();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });
});

describe('two programs at the same files', () => {
  it('lose no try and break no chain', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    const others = [rig.again(), rig.again(), rig.again()];
    const tries = others.flatMap(({ accounts }) =>
      Array.from({ length: 6 }, (_, n) => accounts.signIn({ ...right, name: `x${n}` })),
    );
    await Promise.all(tries);
    const { events, verdict } = await audit();
    expect(events.filter(({ code }) => code === 'failed')).toHaveLength(18);
    expect(verdict).toMatchObject({ broken: null, cut: false });
  });

  it('wait for a lock, and break one that a killed program left', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    const lock = `${file()}.lock`;
    writeFileSync(lock, '');
    const signing = rig.accounts.signIn(right);
    expect(await Promise.race([signing, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))])).toBe('waits');
    utimesSync(lock, new Date(Date.now() - 11_000), new Date(Date.now() - 11_000));
    expect(got(await signing).outcome).toBe('in');
  });
});

describe('the trail', () => {
  it('goes on behind a line that a power cut tore', async () => {
    const rig = rigAccounts(folder);
    await started(rig);
    const whole = readFileSync(trail(), 'utf8');
    appendFileSync(trail(), whole.slice(0, 100));
    await rig.accounts.signIn(right);
    expect((await audit()).verdict).toEqual({ entries: 4, broken: null, cut: false, torn: false });
    expect(readFileSync(trail(), 'utf8').startsWith(whole)).toBe(true);
  });

  it.each([
    ['shortened', (lines: string[]) => lines.slice(0, -1)],
    ['emptied', () => []],
  ])('that was %s says so for ever, also when it goes on', async (_, cut) => {
    const rig = rigAccounts(folder);
    await started(rig);
    const lines = readFileSync(trail(), 'utf8').trim().split('\n');
    writeFileSync(
      trail(),
      cut(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
    expect((await audit()).verdict).toMatchObject({ broken: null, cut: true });
    await rig.accounts.signIn(right);
    expect((await codes()).slice(-2)).toEqual(['trail-cut', 'signed-in']);
    expect((await audit()).verdict).toMatchObject({ broken: null, cut: true });
  });

  it('names the line that was changed, taken out or put in', async () => {
    await started(rigAccounts(folder));
    const lines = readFileSync(trail(), 'utf8').trim().split('\n');
    const [first = '', second = '', third = ''] = lines;
    for (const [wrong, line] of [
      [[first, second.replace('"console"', '"phone"'), third], 2],
      [[first, third], 2],
      [[first, first, second, third], 2],
      [[first, second, 'not ours', third], 3],
      [[third, second, first], 1],
    ] as const) {
      writeFileSync(trail(), wrong.map((one) => `${one}\n`).join(''));
      expect((await audit()).verdict.broken).toBe(line);
    }
  });

  it('may be another one, which then is what remembers that there were accounts', async () => {
    const kept: string[] = [];
    const audit = {
      append: async (events: readonly { code: string }[]) => ({
        count: kept.push(...events.map(({ code }) => code)),
        hash: 'a'.repeat(64),
      }),
      head: async () => (kept.length > 0 ? { count: kept.length, hash: 'a'.repeat(64) } : null),
    };
    const rig = rigAccounts(folder, { audit });
    await started(rig);
    expect(kept).toEqual(['first-start', 'signed-in', 'charter-signed']);
    expect(readdirSync(folder)).toEqual(['accounts.json']);
    rmSync(file());
    expect(await rig.again().accounts.state()).toEqual(DAMAGED);
  });
});
