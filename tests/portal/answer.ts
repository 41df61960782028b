import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { readForm } from './body.ts';
import { HOSTS } from './hosts.ts';
import { type Answer, type Ask, type Inside, page } from './site.ts';

/** One request: written down, led to the site of its name, answered. */
export async function answer(request: IncomingMessage, response: ServerResponse, inside: Inside): Promise<void> {
  const { record, behaviour } = inside;
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase();
  const url = new URL(request.url ?? '/', `https://${host || 'nowhere.invalid'}`);
  const secure = request.socket instanceof TLSSocket;
  const certificate = (request.socket instanceof TLSSocket && request.socket.getPeerX509Certificate()) || null;
  const cookies = readCookies(request.headers.cookie);
  const method = request.method ?? 'GET';
  record.requests.push({
    host,
    method,
    path: url.pathname,
    query: url.search,
    cookies: Object.fromEntries(cookies),
    certificate: certificate ? certificate.subject.replaceAll('\n', ', ') : null,
    secure,
    dest: one(request.headers['sec-fetch-dest']),
    agent: request.headers['user-agent'] ?? '',
  });
  const form = await readForm(request, record).catch(() => new URLSearchParams());
  if (method === 'POST' && form.size > 0) record.forms.push({ path: url.pathname, fields: Object.fromEntries(form) });
  const ask: Ask = {
    host,
    method,
    path: url.pathname,
    query: url.searchParams,
    cookies,
    headers: request.headers,
    certificate,
    form,
    inside,
  };
  send(response, behave(ask, behaviour.trouble) ?? HOSTS[host]?.site(ask) ?? missing(host));
}

function behave({ path }: Ask, trouble: Inside['behaviour']['trouble']): Answer {
  if (trouble === 'hang' || trouble === 'reset') return trouble;
  if (trouble === 'none' || path === '/style.css') return null;
  return page('<!doctype html><title>Indisponible</title><h1>Service temporairement indisponible</h1>', { status: trouble });
}

function missing(host: string): Answer {
  return page(`<!doctype html><title>404</title><h1>404</h1><p>Page introuvable sur ${host}.</p>`, { status: 404 });
}

function send(response: ServerResponse, reply: Answer): void {
  if (reply === 'hang' || reply === null) return;
  if (reply === 'reset') {
    response.destroy();
    return;
  }
  const { status = 200, type, headers = {}, body = '' } = reply;
  if (type) response.setHeader('Content-Type', type);
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? '').split('; ').filter(Boolean);
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const));
}

function one(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}
