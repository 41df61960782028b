import type http from 'node:http';
import https from 'node:https';
import type { PhoneWords } from '../../../core/papers/view.ts';
import type { PhonePage } from './phone.ts';

// For tests only: a phone, and what the page says to it.

export const WORDS: PhoneWords = {
  language: 'fr',
  direction: 'ltr',
  title: 'Envoyer <un> document',
  text: 'texte',
  choose: 'choisir',
  send: 'envoyer',
  received: 'ARRIVÉ',
  kind: 'PAS-UN-PAPIER',
  tooBig: 'TROP-LOURD',
  tooMany: 'TROP',
  broken: 'CASSÉ',
};

/** Opens the page: the address that the phone is shown. */
export async function addressOf(page: PhonePage): Promise<string> {
  const opened = await page.open(WORDS);
  const view = page.view();
  if (!opened.ok || view.state !== 'open') throw new Error(`the page is ${view.state}`);
  return view.url;
}

interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
}
/** One request, whatever the certificate. */
export function call(url: string, options: https.RequestOptions = {}, body?: Buffer | Iterable<Buffer>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = https.request(url, { rejectUnauthorized: false, agent: false, ...options }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() }),
      );
    });
    request.on('error', reject);
    if (body instanceof Buffer || body === undefined) request.end(body);
    else {
      for (const part of body) request.write(part);
      request.end();
    }
  });
}
