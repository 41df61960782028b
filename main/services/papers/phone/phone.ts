import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import { done, mishap, type Result } from '../../../core/mishap.ts';
import { PAPER_LIMITS, type PaperRefusal, type PhoneView, type PhoneWords } from '../../../core/papers/view.ts';
import type { Settings } from '../../../core/settings.ts';
import type { Store } from '../store.ts';
import { ownCertificate } from './certificate.ts';
import { sentFile } from './multipart.ts';
import { askPage, PAGE_HEADERS, receivedPage } from './page.ts';

/** The one-time page for a photo from a phone. */
export interface PhonePage {
  view(): PhoneView;
  /** Opens a new page with a new secret; one that was open is closed. `no-phone-page`: not set up, or its address is not there. */
  open(words: PhoneWords): Promise<Result<void>>;
  /** Closes it and forgets how the last one ended. Resolves when nobody is connected any more. */
  close(): Promise<void>;
}

export interface PhonePageOptions {
  settings: Settings['papers']['phone'];
  store: Store;
  changed: () => void;
  /** The right phone is there. */
  active: () => void;
  now: () => Date;
  /** Milliseconds that a page stays open. */
  longest?: number;
}

/** Three minutes: to take a photo and send it. */
const LONGEST = 180_000;
/** Requests of one opening that know its secret; a phone needs two. Then it closes. Wrong ones close nothing: 128 bits need no lock-out. */
const MOST_REQUESTS = 60;
/** Forms of one opening. */
const MOST_TRIES = 5;
const MOST_CONNECTIONS = 24;
/** Of one address: nobody shall keep the right phone out. */
const MOST_OF_ONE = 4;
/** Milliseconds for the greeting. */
const LONGEST_HANDSHAKE = 5_000;
/** A form around the file. */
const FORM = 20_000;
/** What is still on its way when it is refused may arrive this long, so that the phone sees the answer. Milliseconds. */
const LINGER = 1_500;

interface Opening {
  url: string;
  words: PhoneWords;
  until: number;
  refused: PaperRefusal | null;
  secret: Buffer;
  own: boolean;
  requests: number;
  tries: number;
  busy: boolean;
  /** `grace`: milliseconds in which an answer may still leave. */
  close(grace?: number): Promise<void>;
}

export function openPhonePage({ settings, store, changed, active, now, longest = LONGEST }: PhonePageOptions): PhonePage {
  let open: Opening | null = null;
  let ended: 'received' | 'late' | null = null;
  /** Raised by every opening and closing: a page that was overtaken while it was made is shut again. */
  let turn = 0;
  let making: Promise<void> = Promise.resolve();

  const finish = async (mine: Opening, how: typeof ended) => {
    if (open === mine) {
      open = null;
      ended = how;
      changed();
    }
    await mine.close(LINGER);
  };

  async function answer(mine: Opening, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const right = isRight(mine, request.url ?? '');
    if (right) mine.requests += 1;
    if (mine.requests > MOST_REQUESTS) return finish(mine, 'late');
    if (open !== mine || !right || mine.busy || (request.method !== 'GET' && request.method !== 'POST'))
      return say(response, 404, '');
    active();
    if (request.method === 'GET') return say(response, 200, askPage(mine.words, mine.refused));
    mine.tries += 1;
    mine.busy = true;
    const why = await receive(request).finally(() => {
      mine.busy = false;
    });
    if (open !== mine) return say(response, 404, '');
    active();
    if (why === null) {
      await say(response, 200, receivedPage(mine.words));
      return finish(mine, 'received');
    }
    mine.refused = why;
    changed();
    const status = why === 'too-big' ? 413 : 422;
    await say(response, status, askPage(mine.words, why));
    // The rest of a file that is too big is not read.
    if (!request.complete) setTimeout(() => request.socket.destroy(), LINGER).unref();
    if (mine.tries >= MOST_TRIES) return finish(mine, 'late');
  }

  async function receive(request: IncomingMessage): Promise<PaperRefusal | null> {
    if (Number(request.headers['content-length'] ?? 0) > PAPER_LIMITS.each + FORM) return 'too-big';
    try {
      // Leaving the loop early must not cut the line: the answer still goes through it.
      const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
      const file = await sentFile(request.headers['content-type'] ?? '', body);
      if (!file) return 'broken';
      const taken = await store.add('phone', file.name, file.parts);
      if (taken.ok) return null;
      if (taken.code === 'paper-too-big') return 'too-big';
      return taken.code === 'papers-full' ? 'too-many' : taken.code === 'not-a-paper' ? 'kind' : 'broken';
    } catch {
      return 'broken';
    }
  }

  async function begin(where: NonNullable<PhonePageOptions['settings']>, words: PhoneWords): Promise<Opening> {
    const { address, port, name } = where;
    const brought = where.certificate !== null && where.key !== null;
    const host = name ?? address;
    const pair =
      where.certificate !== null && where.key !== null
        ? { cert: await readFile(where.certificate), key: await readFile(where.key) }
        : ownCertificate(host, now());
    const token = randomBytes(16).toString('base64url');
    const sockets = new Set<Socket>();
    const server = createServer({
      ...pair,
      minVersion: 'TLSv1.2',
      handshakeTimeout: LONGEST_HANDSHAKE,
      requestTimeout: longest,
      headersTimeout: Math.min(15_000, longest),
      keepAliveTimeout: 2_000,
    });
    server.maxConnections = MOST_CONNECTIONS;
    server.on('connection', (socket: Socket) => {
      const same = [...sockets].filter(({ remoteAddress }) => remoteAddress === socket.remoteAddress);
      if (same.length >= MOST_OF_ONE) return void socket.destroy();
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    // Whoever speaks without TLS hears nothing.
    server.on('tlsClientError', (_, socket) => socket.destroy());
    await listening(server, address, port);
    const bound = server.address();
    const shown = typeof bound === 'object' && bound ? bound.port : port;
    const timer = setTimeout(() => void finish(mine, 'late'), longest);
    const mine: Opening = {
      url: `https://${host.includes(':') ? `[${host}]` : host}:${shown}/${token}`,
      words,
      until: performance.now() + longest,
      refused: null,
      secret: digest(`/${token}`),
      own: !brought,
      requests: 0,
      tries: 0,
      busy: false,
      close: (grace = 0) => {
        clearTimeout(timer);
        const closed = new Promise<void>((resolve) => server.close(() => resolve()));
        const cut = () => {
          for (const socket of sockets) socket.destroy();
        };
        if (grace > 0) setTimeout(cut, grace).unref();
        else cut();
        return closed;
      },
    };
    server.on('error', () => void finish(mine, 'late'));
    server.on('request', (request, response) => void answer(mine, request, response).catch(() => request.socket.destroy()));
    return mine;
  }

  async function shut(): Promise<void> {
    const mine = open;
    const told = mine !== null || ended !== null;
    open = null;
    ended = null;
    if (told) changed();
    await mine?.close();
  }

  /** One after the other: two pages cannot have the same port. */
  async function make(where: NonNullable<PhonePageOptions['settings']>, words: PhoneWords, before: Promise<void>): Promise<void> {
    const mine = turn;
    await before;
    await shut();
    if (mine !== turn) return;
    const made = await begin(where, words);
    if (mine === turn) open = made;
    else await made.close();
  }

  return {
    view: () => {
      if (!settings) return { state: 'none' };
      if (!open) return { state: ended ?? 'closed' };
      const { url, until, refused, own } = open;
      const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      return { state: 'open', url, ownCertificate: own, seconds, refused };
    },
    open: async (words) => {
      if (!settings) return mishap('no-phone-page');
      turn += 1;
      const mine = turn;
      making = make(settings, words, making).catch(() => {});
      await making;
      if (mine !== turn || !open) return mishap('no-phone-page');
      changed();
      return done(undefined);
    },
    close: async () => {
      turn += 1;
      await Promise.all([shut(), making]);
    },
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest();
/** In a time that tells nothing of the secret. */
const isRight = ({ secret }: Opening, path: string) => timingSafeEqual(secret, digest(path));

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => resolve());
  });
}

/** Resolves when the answer has left. */
function say(response: ServerResponse, status: number, html: string): Promise<void> {
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Length': Buffer.byteLength(html), Connection: 'close' });
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.end(html, () => resolve());
  });
}
