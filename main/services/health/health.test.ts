import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Health } from '../../core/health.ts';
import { mishap } from '../../core/mishap.ts';
import { Settings } from '../../core/settings.ts';
import { openCatalogue } from '../catalogue/index.ts';
import { sampleAssistance, sampleJournal } from '../journal/samples.ts';
import { type HealthOptions, health } from './index.ts';
import { clock, coreDumps, disk, hibernation, printCopies, sandbox, swap } from './machine.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'health-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

async function check(id: string, changes: Partial<HealthOptions> = {}) {
  const result = await health({
    folder,
    settings: Settings.parse({}),
    runtime: { kind: 'official', electron: '45.4.1', node: '24.0.0' },
    catalogue: openCatalogue({ folder: join(import.meta.dirname, '../../../locales/procedures'), region: 'bruxelles' }),
    socket: join(folder, 'no.sock'),
    ...changes,
  });
  return Health.parse(result).checks.find((one) => one.id === id);
}

describe('health', () => {
  it('makes every check of the list once', async () => {
    const ids = Health.shape.checks.element.shape.id.options;
    const made = await Promise.all(ids.map((id) => check(id)));
    expect(made.map((one) => one?.id)).toEqual(ids);
  });

  it('finds the reader service when its socket answers', async () => {
    expect(await check('service')).toMatchObject({ status: 'bad' });
    const server = createServer((line) => line.end());
    const socket = join(folder, 'pcscd.comm');
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    expect(await check('service', { socket })).toMatchObject({ status: 'good' });
    expect(await check('service', { socket, card: { view: () => ({ state: 'no-service' }) } })).toMatchObject({ status: 'bad' });
    await new Promise((resolve) => server.close(resolve));
  });

  it.each([
    ['no-reader', 'bad'],
    ['no-card', 'good'],
    ['present', 'good'],
    ['no-service', 'unknown'],
  ] as const)('with %s the reader is %s', async (state, status) => {
    expect(await check('reader', { card: { view: () => ({ state }) } })).toMatchObject({ status });
  });

  it('gives the IT person the technical line of the reader', async () => {
    const card = { view: () => ({ state: 'busy' }) as const, technical: () => 'reader=ACS code=busy' };
    expect(await check('reader', { card })).toMatchObject({ detail: 'card=busy reader=ACS code=busy' });
  });

  it('calls it a fault when nobody can log in, and when cards of applet 1.8 cannot, and says what to install', async () => {
    const checks = () => Promise.all((['login', 'login-recent'] as const).map((id) => check(id, { root: folder })));
    const missing = { status: 'bad', detail: expect.stringMatching(/^applet=1\.8 .* install=eid-mw from=https:/) };
    expect(await checks()).toMatchObject([{ status: 'bad', detail: 'module=none' }, missing]);
    put('usr/lib/opensc-pkcs11.so', '');
    expect(await checks()).toMatchObject([{ status: 'warning' }, missing]);
    put('usr/lib/libbeidpkcs11.so.0', '');
    expect(await checks()).toMatchObject([{ status: 'good' }, { status: 'good' }]);
  });

  it('calls a fallback runtime a warning', async () => {
    expect(await check('runtime')).toMatchObject({ status: 'good' });
    expect(await check('runtime', { runtime: { kind: 'fallback', electron: '33.2.1', node: '20.18.1' } })).toMatchObject({
      status: 'warning',
      detail: 'kind=fallback electron=33.2.1 node=20.18.1',
    });
  });

  it('names each wrong setting', async () => {
    const problems = [{ key: 'idle.seconds', found: '5', allowed: 'integer 20..1800' }];
    expect(await check('settings', { problems })).toEqual({
      id: 'settings',
      status: 'bad',
      detail: 'idle.seconds: 5 ≠ integer 20..1800',
    });
  });

  it('knows a journal that never was, one that is open, and one from its file alone', async () => {
    expect(await check('journal')).toMatchObject({ status: 'good', detail: 'entries=0' });
    const journal = await sampleJournal(folder);
    await journal.add(sampleAssistance(), null);
    expect(await check('journal', { journal: { ok: true, value: journal } })).toMatchObject({
      status: 'good',
      detail: 'entries=1',
    });
    expect(await check('journal')).toMatchObject({ status: 'good', detail: 'entries=1' });
    await journal.close();
    writeFileSync(join(folder, 'journal-damaged-20261121T103000.db'), '');
    expect(await check('journal')).toMatchObject({ status: 'warning' });
    writeFileSync(join(folder, 'journal.db'), 'not a database, not at all'.repeat(100));
    expect(await check('journal')).toMatchObject({ status: 'bad' });
  });

  it('says that the catalogue or a printer is not there', async () => {
    expect(await check('catalogue', { catalogue: mishap('catalogue-damaged') })).toMatchObject({ status: 'bad' });
    expect(await check('printer')).toMatchObject({ status: 'warning' });
    const settings = Settings.parse({ printers: { desk: 'nowhere' } });
    expect(await check('printer', { settings })).toMatchObject({
      status: 'bad',
      detail: expect.stringMatching(/^desk=nowhere:/),
    });
  });
});

describe('the machine', () => {
  it('has room and takes a file, and the probe is gone again', () => {
    expect(disk(folder)).toMatchObject({
      status: expect.stringMatching(/good|warning/),
      detail: expect.stringMatching(/^free=\d+MB$/),
    });
    expect(disk(join(folder, 'not/yet')).detail).toMatch(/^free=/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('has a clock that is not before its own files', () => {
    put('built', '');
    utimesSync(join(folder, 'built'), new Date('2026-11-21'), new Date('2026-11-21'));
    const at = (day: string) => clock(new Date(day), [join(folder, 'built'), join(folder, 'absent')]).status;
    expect([at('2026-11-22'), at('2026-11-20T12:00:00Z'), at('2026-11-01'), at('1970-01-01'), at('2107-01-01')]).toEqual([
      'good',
      'warning',
      'bad',
      'bad',
      'bad',
    ]);
  });

  it('warns of a sleep that writes the memory to a disk in the clear', () => {
    const status = (state: string, disk: string, resume: string) => {
      put('power/state', `${state}\n`);
      put('power/disk', `${disk}\n`);
      put('power/resume', `${resume}\n`);
      return hibernation(folder).status;
    };
    put('dev/block/254:1/dm/uuid', 'CRYPT-LUKS2-swap');
    expect(hibernation(join(folder, 'nothing')).status).toBe('good');
    expect(status('freeze mem', '[disabled]', '8:3')).toBe('good');
    expect(status('freeze mem disk', '[disabled] platform', '8:3')).toBe('good');
    expect(status('freeze mem disk', '[platform] shutdown', '0:0')).toBe('good');
    expect(status('freeze mem disk', '[platform] shutdown', '254:1')).toBe('good');
    expect(status('freeze mem disk', '[platform] shutdown', '8:3')).toBe('warning');
  });

  it('warns of a print service that keeps pages or a list of them, as it does when nobody tells it', () => {
    const status = (text: string) => {
      put('cupsd.conf', text);
      return printCopies(join(folder, 'cupsd.conf')).status;
    };
    expect(printCopies(join(folder, 'none')).status).toBe('good');
    expect(status('LogLevel warn\n')).toBe('warning');
    expect(status('PreserveJobFiles No\n')).toBe('warning');
    expect(status('PreserveJobFiles 1d\nPreserveJobHistory No\n')).toBe('warning');
    expect(status('#PreserveJobFiles No\n#PreserveJobHistory No\n')).toBe('warning');
    expect(status('PreserveJobFiles No\nPreserveJobHistory Off\n')).toBe('good');
  });

  it('warns of swap in the clear, not of none, of zram, or of one behind dm-crypt', () => {
    const status = (device: string | null) => {
      put('swaps', `Filename Type Size Used Priority\n${device === null ? '' : `${device} partition 1 0 -2\n`}`);
      return swap(folder, join(folder, 'sys')).status;
    };
    put('sys/block/dm-1/dm/uuid', 'CRYPT-PLAIN-swap');
    put('sys/block/dm-2/dm/uuid', 'LVM-swap');
    expect([status(null), status('/dev/zram0'), status('/dev/dm-1')]).toEqual(['good', 'good', 'good']);
    expect([status('/dev/dm-2'), status('/dev/sda2'), status('/swap.img')]).toEqual(['warning', 'warning', 'warning']);
  });

  it('knows where a core dump would go', () => {
    const status = (pattern: string, limit: string) => {
      put('sys/kernel/core_pattern', `${pattern}\n`);
      put('self/limits', `Limit   Soft Limit  Hard Limit  Units\nMax core file size        ${limit}     unlimited   bytes\n`);
      return coreDumps(folder).status;
    };
    expect([status('core', '0'), status('core', 'unlimited'), status('|/bin/false', 'unlimited')]).toEqual([
      'good',
      'bad',
      'good',
    ]);
    expect(status('|/usr/lib/systemd/systemd-coredump %P', '0')).toBe('warning');
  });

  it('can sandbox with user namespaces, not when it was switched off, and is not sure of it for root', () => {
    put('sys/user/max_user_namespaces', '100\n');
    const status = (argv: string[] = [], uid = 1000) => sandbox(argv, join(folder, 'electron'), folder, uid).status;
    expect(status()).toBe('good');
    expect(status([], 0)).toBe('warning');
    expect(status(['--no-sandbox'])).toBe('bad');
    put('sys/kernel/unprivileged_userns_clone', '0\n');
    expect(status()).toBe('bad');
  });
});
