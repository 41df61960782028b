import { request } from 'node:http';
import { mayAsk } from '../../../native/eid/revocation-hosts.ts';

/** What comes back: the bytes, or null when nothing did that is worth a look. */
export type AskOnline = (url: string, question: Uint8Array | null) => Promise<Uint8Array | null>;

/** For the whole of one exchange. */
const PATIENCE_MS = 5000;
/** An OCSP answer with a chain of certificates takes 3 kB; lists of revoked cards have been megabytes. */
const MOST_BYTES = { answer: 64 * 1024, list: 16 * 1024 * 1024 };

/**
 * The only network of the card service: an OCSP question posted (RFC 6960, appendix A.1), or with `question` null a list fetched. Only to
 * hosts that `mayAsk` allows, no redirect followed, nothing kept, nothing sent but the question. Never throws.
 */
export const askOnline: AskOnline = (url, question) =>
  new Promise((resolve) => {
    if (!mayAsk(url)) return resolve(null);
    const most = question ? MOST_BYTES.answer : MOST_BYTES.list;
    const headers = question && { 'content-type': 'application/ocsp-request', 'content-length': question.length };
    const asking = request(url, {
      method: question ? 'POST' : 'GET',
      agent: false,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(headers && { headers }),
    });
    const parts: Buffer[] = [];
    let size = 0;
    asking.on('error', () => resolve(null));
    asking.on('response', (response) => {
      const stop = () => {
        response.destroy();
        resolve(null);
      };
      if (response.statusCode !== 200) return stop();
      response.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size > most) stop();
      });
      response.on('error', () => resolve(null));
      response.on('end', () => resolve(Buffer.concat(parts)));
    });
    asking.end(question ?? undefined);
  });
