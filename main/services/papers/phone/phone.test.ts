import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAPER_LIMITS } from '../../../core/papers/view.ts';
import { samplePdf } from '../samples.ts';
import { openStore, type Store } from '../store.ts';
import { ownCertificate } from './certificate.ts';
import { openPhonePage, type PhonePage } from './phone.ts';
import { addressOf, call, WORDS } from './rig.ts';

const pdf = samplePdf('MARK-OF-A-PHONE');

let folder: string;
let store: Store;
let page: PhonePage;
/** Of the page that is open. */
let port: number;
const make = (longest?: number) =>
  openPhonePage({
    settings: { address: '127.0.0.1', port: 0, name: null, certificate: null, key: null },
    store,
    changed: () => {},
    active: () => {},
    now: () => new Date(),
    ...(longest !== undefined && { longest }),
  });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phone-'));
  store = openStore(folder, () => {});
  store.begin();
  page = make();
});
afterEach(async () => {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(): Promise<string> {
  const url = await addressOf(page);
  port = Number(new URL(url).port);
  return url;
}

const form = (content: Buffer, name = 'photo.pdf') =>
  Buffer.concat([
    Buffer.from(
      `--B\r\nContent-Disposition: form-data; name="x"\r\n\r\n\r\n--B\r\nContent-Disposition: form-data; name="paper"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n--B--\r\n'),
  ]);
const MULTIPART = { 'Content-Type': 'multipart/form-data; boundary=B' };
const send = (url: string, content: Buffer, name?: string) =>
  call(url, { method: 'POST', headers: MULTIPART }, form(content, name));

describe('the page for one photo from a phone', () => {
  it('is not there unless the place set it up', async () => {
    const none = openPhonePage({ settings: null, store, changed: () => {}, active: () => {}, now: () => new Date() });
    expect(none.view()).toEqual({ state: 'none' });
    expect(await none.open(WORDS)).toEqual({ ok: false, code: 'no-phone-page' });
  });

  it('has a secret of 128 bits in its address, and is plain, without script, never kept', async () => {
    const url = await opened();
    expect(Buffer.from(url.split('/').at(-1) ?? '', 'base64url')).toHaveLength(16);
    const { status, headers, body } = await call(url);
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(headers['content-security-policy']).not.toContain('script');
    expect(headers['set-cookie']).toBeUndefined();
    expect(body).toContain('Envoyer &#60;un&#62; document');
    expect(body).not.toMatch(/<script/i);
  });

  it('takes one document, says so, and is closed', async () => {
    const url = await opened();
    const { status, body } = await send(url, pdf, 'IMG_1234.pdf');
    expect(status).toBe(200);
    expect(body).toContain('ARRIVÉ');
    expect(store.list()).toMatchObject([{ name: 'IMG 1234', kind: 'pdf', bytes: pdf.length, from: 'phone' }]);
    expect(page.view()).toEqual({ state: 'received' });
    await expect(send(url, pdf)).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/);
    expect(store.list()).toHaveLength(1);
  });

  it('answers a wrong secret like anything else that is not there', async () => {
    const url = await opened();
    const wrong = [new URL('/', url).href, `${url}x`, url.slice(0, -1), new URL('/favicon.ico', url).href, `${url}/`, `${url}?a`];
    for (const other of wrong) expect(await call(other)).toMatchObject({ status: 404, body: '' });
    expect(await call(url, { method: 'PUT' })).toMatchObject({ status: 404 });
    expect((await send(`${url}x`, pdf)).status).toBe(404);
    expect(store.list()).toEqual([]);
    expect(page.view()).toMatchObject({ state: 'open' });
  });

  it('hears nobody who speaks without TLS, and says nothing to them', async () => {
    const url = await opened();
    const { pathname } = new URL(url);
    const heard = await new Promise<string>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => socket.write(`GET ${pathname} HTTP/1.1\r\nHost: x\r\n\r\n`));
      let text = '';
      socket.on('data', (part) => {
        text += part.toString('latin1');
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(text));
    });
    expect(heard).not.toContain('HTTP');
    await expect(
      new Promise((_, reject) =>
        http.get(`http://127.0.0.1:${port}${pathname}`, () => reject(new Error('answered'))).on('error', reject),
      ),
    ).rejects.not.toThrow('answered');
    await expect(
      new Promise((resolve, reject) => {
        const old = tls.connect(
          { port, host: '127.0.0.1', rejectUnauthorized: false, maxVersion: 'TLSv1.1', minVersion: 'TLSv1' },
          () => resolve('old'),
        );
        old.on('error', reject);
      }),
    ).rejects.toThrow();
  });

  it.each([
    ['what is no document', Buffer.from('MZ this is a program'), 422, 'PAS-UN-PAPIER', 'kind'],
    ['an empty file', Buffer.alloc(0), 422, 'PAS-UN-PAPIER', 'kind'],
  ])('refuses %s, says why, and lets one try again', async (_, content, status, words, refused) => {
    const url = await opened();
    const answer = await send(url, content);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(words);
    expect(page.view()).toMatchObject({ state: 'open', refused });
    expect((await send(url, pdf)).status).toBe(200);
  });

  it('cuts off what is too big while it still comes', async () => {
    const url = await opened();
    const announced = await call(url, {
      method: 'POST',
      headers: { ...MULTIPART, 'Content-Length': PAPER_LIMITS.each * 4 },
    }).catch(() => null);
    expect(announced?.status ?? 413).toBe(413);
    const piece = Buffer.alloc(1_000_000, 7);
    let sent = 0;
    const head = form(pdf).subarray(0, -'\r\n--B--\r\n'.length);
    await new Promise<void>((resolve) => {
      const request = https.request(url, { method: 'POST', headers: MULTIPART, rejectUnauthorized: false, agent: false });
      request.on('error', () => resolve());
      request.on('response', (answer) => {
        expect(answer.statusCode).toBe(413);
        answer.resume();
        resolve();
      });
      request.write(head);
      const more = () => {
        if (request.destroyed || sent > 200_000_000) return resolve();
        sent += piece.length;
        request.write(piece, () => setImmediate(more));
      };
      more();
    });
    expect(sent).toBeLessThan(PAPER_LIMITS.each * 2);
    expect(store.list()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    expect(page.view()).toMatchObject({ refused: 'too-big' });
  });

  it.each([
    ['a form of another kind', { 'Content-Type': 'text/plain' }, form(pdf)],
    ['a form that ends in the middle', MULTIPART, form(pdf).subarray(0, -40)],
    ['a form without a file', MULTIPART, Buffer.from('--B\r\nContent-Disposition: form-data; name="x"\r\n\r\ny\r\n--B--\r\n')],
    ['headers without an end', MULTIPART, Buffer.concat([Buffer.from('--B\r\nX: '), Buffer.alloc(30_000, 65)])],
    ['noise', MULTIPART, Buffer.alloc(50_000, 3)],
  ])('survives %s', async (_, headers, body) => {
    const url = await opened();
    expect((await call(url, { method: 'POST', headers }, body)).status).toBe(422);
    expect(readdirSync(folder)).toEqual([]);
    expect((await call(url)).status).toBe(200);
  });

  it('takes a file whose bytes look like its boundary, in pieces of any size', async () => {
    const tricky = Buffer.concat([pdf, Buffer.from('\r\n--A\r\n--\r\n-\r\n--'), pdf]);
    for (const size of [1, 3, 7, 64, 5000]) {
      const url = await opened();
      const body = form(tricky);
      const pieces = Array.from({ length: Math.ceil(body.length / size) }, (_, at) => body.subarray(at * size, (at + 1) * size));
      expect((await call(url, { method: 'POST', headers: MULTIPART }, pieces)).status).toBe(200);
      const read = await store.read(store.list().at(-1)?.id ?? '');
      expect(read.ok && Buffer.from(read.value).equals(tricky)).toBe(true);
    }
  });

  it('closes by itself, and when the visit ends', async () => {
    page = make(300);
    const url = await opened();
    await vi.waitFor(() => expect(page.view()).toEqual({ state: 'late' }));
    await expect(call(url)).rejects.toThrow();
    const again = await opened();
    expect(again).not.toBe(url);
    await page.close();
    expect(page.view()).toEqual({ state: 'closed' });
    await expect(call(again)).rejects.toThrow();
  });

  it('says its secret in no output', async () => {
    const said: string[] = [];
    const keep = (text: unknown) => {
      said.push(String(text));
      return true;
    };
    const spies = [
      vi.spyOn(process.stdout, 'write').mockImplementation(keep),
      vi.spyOn(process.stderr, 'write').mockImplementation(keep),
    ];
    try {
      const url = await opened();
      await call(url);
      await send(url, Buffer.from('nothing')).catch(() => {});
      await send(url, pdf);
      expect(said.join('')).not.toContain(url.split('/').at(-1));
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  });
});

describe('the certificate made for one upload', () => {
  it.each(['127.0.0.1', '192.168.10.20', 'fe80::1:2', '2001:db8::', 'epn.example'])('names %s, and is new each time', (host) => {
    const now = new Date();
    const [one, other] = [ownCertificate(host, now), ownCertificate(host, now)].map(({ cert }) => new X509Certificate(cert));
    if (!one || !other) throw new Error('none');
    expect(one.fingerprint256).not.toBe(other.fingerprint256);
    expect(host.includes('example') ? one.checkHost(host) : one.checkIP(host)).toBeTruthy();
    expect(one.checkHost('other.example')).toBeUndefined();
    expect(one.verify(one.publicKey)).toBe(true);
    expect(Date.parse(one.validTo) - now.getTime()).toBeLessThan(86_400_000);
  });

  it('is believed by a client that is told to believe it', async () => {
    const url = await opened();
    const ca = await new Promise<string>((resolve, reject) => {
      const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
        const { raw } = socket.getPeerCertificate();
        socket.end();
        resolve(`-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----\n`);
      });
      socket.on('error', reject);
    });
    expect((await call(url, { ca, rejectUnauthorized: true })).status).toBe(200);
    await expect(call(url, { rejectUnauthorized: true })).rejects.toThrow(/self.signed/i);
  });
});
