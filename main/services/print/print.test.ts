import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPrint } from './index.ts';
import { decodeResponse, encodeRequest, OPERATION } from './ipp.ts';
import { JOBS_FILE } from './jobs.ts';
import { type CupsWorld, startCups } from './world.ts';

const MARK = 'MARK-OF-A-VISIT-7f3a';
const pdf = Buffer.from(`%PDF-1.4 ${MARK}`);
const printers = { kiosk: null, desk: 'desk' };

describe('a page through a real print service', () => {
  let cups: CupsWorld;
  let folder: string;
  beforeAll(async () => {
    cups = await startCups();
  });
  afterAll(() => cups.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'print-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const open = () => openPrint({ printers, folder, server: cups.server, grace: 300 });

  it('is kept on disk by the service after printing, and is gone once forgotten', async () => {
    const print = open();
    expect(await print.send(pdf, 'desk')).toEqual({ ok: true, value: undefined });
    expect(cups.spool().some((name) => name.startsWith('d'))).toBe(true);
    expect(cups.everything().includes(MARK)).toBe(true);
    expect(await print.forget()).toBe(1);
    expect(cups.spool()).toEqual([]);
    expect(cups.everything().includes(MARK)).toBe(false);
    expect(await print.forget()).toBe(0);
  });

  it('is removed even when the visit ends while the page is on its way', async () => {
    const print = open();
    const sent = print.send(pdf, 'desk');
    expect(await print.forget()).toBe(1);
    expect(await sent).toMatchObject({ ok: true });
    expect(cups.spool()).toEqual([]);
  });

  it('is removed by the next start when the power went before it was forgotten', async () => {
    await open().send(pdf, 'desk');
    expect(existsSync(join(folder, JOBS_FILE))).toBe(true);
    open();
    await expect.poll(() => cups.spool()).toEqual([]);
    await expect.poll(() => existsSync(join(folder, JOBS_FILE))).toBe(false);
  });

  it('is removed even when it waits behind a printer that stopped', async () => {
    await cups.run('lpadmin', '-p', 'slow', '-E', '-v', 'file:/dev/null', '-m', 'raw', '-o', 'job-hold-until-default=indefinite');
    const print = openPrint({ printers: { kiosk: 'slow', desk: null }, server: cups.server, grace: 300 });
    expect(await print.send(pdf, 'kiosk')).toMatchObject({ ok: true });
    expect(cups.spool().some((name) => name.startsWith('d'))).toBe(true);
    expect(await print.forget()).toBe(1);
    expect(cups.spool()).toEqual([]);
  });

  it('is refused in words of ours: no printer set, no such queue, a printer that takes nothing', async () => {
    expect(await open().send(pdf, 'kiosk')).toEqual({ ok: false, code: 'no-printer' });
    const other = openPrint({ printers: { kiosk: 'nowhere', desk: 'off' }, server: cups.server });
    expect(await other.send(pdf, 'kiosk')).toEqual({ ok: false, code: 'no-printer' });
    await cups.run('lpadmin', '-p', 'off', '-E', '-v', 'file:/dev/null', '-m', 'raw');
    await cups.run('cupsdisable', 'off');
    expect(await other.send(pdf, 'desk')).toEqual({ ok: false, code: 'printer-failed' });
    expect([await other.state('kiosk'), await other.state('desk')]).toEqual(['missing', 'stopped']);
    await cups.run('cupsenable', 'off');
    await cups.run('cupsreject', 'off');
    expect(await other.send(pdf, 'desk')).toEqual({ ok: false, code: 'printer-failed' });
  });

  it('has no printer when there is no print service, and says that a job could not be removed', async () => {
    const gone = join(folder, 'no.sock');
    writeFileSync(join(folder, JOBS_FILE), JSON.stringify([{ queue: 'desk', id: 1 }]));
    const print = openPrint({ printers, folder, server: gone });
    expect(await print.send(pdf, 'desk')).toEqual({ ok: false, code: 'no-printer' });
    expect(await print.state('desk')).toBe('no-service');
    await expect(print.forget()).rejects.toThrow();
    expect(existsSync(join(folder, JOBS_FILE))).toBe(true);
  });
});

describe('IPP', () => {
  it('writes the bytes of RFC 8010', () => {
    const bytes = encodeRequest(OPERATION.cancelJob, [
      { name: 'job-id', tag: 'integer', value: 7 },
      { name: 'purge-job', tag: 'boolean', value: true },
    ]);
    expect(bytes.toString('latin1')).toBe(
      '\x02\x00\x00\x08\x00\x00\x00\x01\x01' +
        '\x47\x00\x12attributes-charset\x00\x05utf-8' +
        '\x48\x00\x1battributes-natural-language\x00\x02en' +
        '\x21\x00\x06job-id\x00\x04\x00\x00\x00\x07' +
        '\x22\x00\x09purge-job\x00\x01\x01' +
        '\x03',
    );
  });

  it('reads no more of an answer than there is: an end too early is a RangeError, never something else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        try {
          decodeResponse(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
