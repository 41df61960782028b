import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../store.ts';
import { openPhonePage, type PhonePage } from './phone.ts';
import { addressOf, call, WORDS } from './rig.ts';

let folder: string;
let page: PhonePage;
/** Of the page that is open. */
let port: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phone-'));
  page = openPhonePage({
    settings: { address: '127.0.0.1', port: 0, name: null, certificate: null, key: null },
    store: openStore(folder, () => {}),
    changed: () => {},
    active: () => {},
    now: () => new Date(),
  });
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

describe('the page for a phone', () => {
  it('stays open for the right phone, however often somebody guesses', async () => {
    const url = await opened();
    for (let i = 0; i < 61; i++) expect((await call(`${url.slice(0, -4)}${1000 + i}`)).status).toBe(404);
    expect((await call(url)).status).toBe(200);
    expect(page.view()).toMatchObject({ state: 'open' });
  });

  it('closes when somebody who knows its secret asks for it without end', async () => {
    const url = await opened();
    for (let i = 0; i < 61; i++) await call(url).catch(() => {});
    expect(page.view()).toEqual({ state: 'late' });
  });

  it('gives one address a few connections only, and gives them back', async () => {
    await opened();
    const lines = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const socket = net.connect(port, '127.0.0.1');
        const line = { socket, cut: false };
        socket.on('error', () => {});
        socket.on('close', () => {
          line.cut = true;
        });
        await new Promise((resolve) => socket.once('connect', resolve));
        return line;
      }),
    );
    await vi.waitFor(() => expect(lines.filter(({ cut }) => cut)).toHaveLength(4));
    for (const { socket } of lines) socket.destroy();
    const view = page.view();
    await vi.waitFor(async () => expect((await call(view.state === 'open' ? view.url : '')).status).toBe(200));
  });

  it('is not there when it was closed while it opened', async () => {
    const opening = page.open(WORDS);
    await page.close();
    expect(await opening).toEqual({ ok: false, code: 'no-phone-page' });
    expect(page.view()).toEqual({ state: 'closed' });
    // The same a moment later, when its line is being opened.
    const { listen } = net.Server.prototype;
    let closing: Promise<void> | null = null;
    const spy = vi.spyOn(net.Server.prototype, 'listen').mockImplementationOnce(function (this: net.Server, ...args) {
      closing = page.close();
      return listen.apply(this, args);
    });
    try {
      expect(await page.open(WORDS)).toEqual({ ok: false, code: 'no-phone-page' });
      await closing;
      expect(page.view()).toEqual({ state: 'closed' });
      expect(spy.mock.contexts.map((server) => server instanceof net.Server && server.listening)).toEqual([false]);
    } finally {
      spy.mockRestore();
    }
  });

  it('of two that are opened at once is the second', async () => {
    const [first, second] = await Promise.all([page.open(WORDS), page.open(WORDS)]);
    expect([first.ok, second.ok]).toEqual([false, true]);
    const view = page.view();
    expect((await call(view.state === 'open' ? view.url : '')).status).toBe(200);
  });

  it('ends quietly when the machine takes its line away', async () => {
    const listen = vi.spyOn(net.Server.prototype, 'listen');
    try {
      await opened();
      const server = listen.mock.contexts[0] as net.Server; // a method's own object
      for (let i = 0; i < 2; i++) server.emit('error', new Error('EMFILE'));
      expect(page.view()).toEqual({ state: 'late' });
    } finally {
      listen.mockRestore();
    }
  });
});
