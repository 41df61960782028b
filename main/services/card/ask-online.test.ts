import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askOnline } from './ask-online.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/ocsp`; // listening on TCP
}

test('posts the question as it is, and nothing else about us', async () => {
  let heard = '';
  let headers: object = {};
  const url = await serve((request, response) => {
    headers = request.headers;
    request.on('data', (part) => {
      heard += part;
    });
    request.on('end', () => response.end(Buffer.from([1, 2, 3])));
  });
  expect(await askOnline(url, Buffer.from('question'))).toEqual(Buffer.from([1, 2, 3]));
  expect(heard).toBe('question');
  expect(Object.keys(headers).sort()).toEqual(['connection', 'content-length', 'content-type', 'host']);
});

test.each([404, 500, 301, 302, 204])('an answer with status %i is none', async (status) => {
  let asked = 0;
  const url: string = await serve((_, response) => {
    asked++;
    response.writeHead(status, { location: `${url}/elsewhere` }).end();
  });
  expect(await askOnline(url, Buffer.from('x'))).toBeNull();
  expect(await askOnline(url, null)).toBeNull();
  expect(asked).toBe(2);
});

test('an answer that is too long, or breaks off, is none', async () => {
  const endless = await serve((_, response) => {
    const more = () => {
      while (response.write(Buffer.alloc(65_536)));
      response.once('drain', more);
    };
    more();
  });
  expect(await askOnline(endless, Buffer.from('x'))).toBeNull();
  expect(await askOnline(endless, null)).toBeNull();
  const broken = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('half', () => response.destroy());
  });
  expect(await askOnline(broken, Buffer.from('x'))).toBeNull();
});

test('nobody listens: none', async () => {
  const url = await serve(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  expect(await askOnline(url, Buffer.from('x'))).toBeNull();
});

test('other hosts are not asked', async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked++;
    response.end();
  });
  for (const other of [url.replace('127.0.0.1', 'localhost'), url.replace('http:', 'https:'), 'http://example.invalid/', 'x'])
    expect(await askOnline(other, null)).toBeNull();
  expect(asked).toBe(0);
});
