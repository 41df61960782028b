import https from 'node:https';
import type { SecureVersion } from 'node:tls';
import { CERTIFICATE_HOST } from './hosts.ts';
import type { PortalWorld } from './world.ts';

/** A browser with no screen: keeps cookies for each host, follows redirects and forms that submit themselves. */
export interface Client {
  /** Asks once. `form` makes it a POST. */
  ask(url: string, form?: Record<string, string>): Promise<Got>;
  /** Goes on as a browser would, up to twenty times. */
  walk(url: string): Promise<Got>;
}

export interface Got {
  url: string;
  status: number;
  body: Buffer;
  text: string;
  location: string | null;
  headers: Record<string, string | string[] | undefined>;
  protocol: string | null;
  holder: string | null;
}

export interface ClientOptions {
  /** Key and certificate to show where one is demanded, PEM. */
  identity?: { key: string; cert: string };
  most?: SecureVersion;
}

export function openClient(world: PortalWorld, { identity, most = 'TLSv1.3' }: ClientOptions = {}): Client {
  const jar = new Map<string, Map<string, string>>();
  const client: Client = {
    ask: (address, form) =>
      new Promise((resolve, reject) => {
        const url = new URL(address);
        const demanded = url.hostname === CERTIFICATE_HOST;
        const cookies = jar.get(url.hostname) ?? new Map<string, string>();
        jar.set(url.hostname, cookies);
        const request = https.request(
          {
            ...{ host: '127.0.0.1', port: demanded ? world.ports.certificate : world.ports.sites, agent: false },
            ...{ path: url.pathname + url.search, method: form ? 'POST' : 'GET', servername: url.hostname, ca: world.ca },
            ...(demanded && identity),
            maxVersion: most,
            headers: {
              Host: url.hostname,
              ...(cookies.size > 0 && { Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
              ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
            },
          },
          (response) => {
            const socket = response.socket as import('node:tls').TLSSocket; // it was an https request
            const [protocol, holder] = [socket.getProtocol(), socket.getPeerCertificate().subject?.O ?? null];
            for (const line of response.headers['set-cookie'] ?? []) {
              const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
              if (value === '') cookies.delete(name);
              else cookies.set(name, value);
            }
            const chunks: Buffer[] = [];
            response.on('data', (chunk: Buffer) => chunks.push(chunk));
            response.on('error', reject);
            response.on('end', () => {
              const body = Buffer.concat(chunks);
              const to = response.headers.location;
              resolve({
                url: url.href,
                status: response.statusCode ?? 0,
                ...{ body, text: body.toString(), headers: response.headers, protocol },
                location: to ? new URL(to, url).href : null,
                holder: holder === null ? null : String(holder),
              });
            });
          },
        );
        request.on('error', reject);
        request.end(form ? new URLSearchParams(form).toString() : undefined);
      }),
    async walk(address) {
      let got = await client.ask(address);
      for (let i = 0; i < 20; i++) {
        const form = /onload="document.forms\[0\].submit\(\)">\s*<form method="post" action="([^"]*)">(.*?)<noscript>/s.exec(
          got.text,
        );
        if (got.location) got = await client.ask(got.location);
        else if (form) {
          const fields = [...(form[2] ?? '').matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
          got = await client.ask(new URL(form[1] ?? '', got.url).href, Object.fromEntries(fields));
        } else return got;
      }
      return got;
    },
  };
  return client;
}
