import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { done, mishap, type Result } from '../../core/mishap.ts';
import { stickName } from '../../core/papers/name.ts';
import type { PaperFrom, PaperId, PaperLine, PapersView, PhoneWords } from '../../core/papers/view.ts';
import type { Settings } from '../../core/settings.ts';
import { openChooser } from './chooser.ts';
import { watchedFolder } from './folder.ts';
import { openPhonePage } from './phone/phone.ts';
import { makePlace } from './place.ts';
import { type Scanner, sane } from './scan.ts';
import { copyToStick, findSticks, type Stick } from './stick.ts';
import { type Arrival, openStore } from './store.ts';

export { memoryBase } from './place.ts';
export { paperToPrint } from './print/paper-to-print.ts';
export type { Arrival } from './store.ts';

/** The documents of the visit: what comes in, where it may go, and that nothing of it stays. */
export interface Papers {
  view(): PapersView;
  onChange(listener: (view: PapersView) => void): () => void;
  /** The folder that holds them, and whether it lies in memory. */
  readonly place: { folder: string; memory: boolean };
  list(): readonly PaperLine[];
  /** Somebody is here: stick and scanner's folder are looked at from now on. Null: nobody is. */
  attend(someone: boolean): void;

  /** For a portal's download. */
  arrive(from: PaperFrom, given: string): Result<Arrival>;
  add(bytes: Uint8Array | AsyncIterable<Uint8Array>, given: string, from: PaperFrom): Promise<Result<PaperLine>>;
  read(id: PaperId): Promise<Result<{ line: PaperLine; bytes: Uint8Array<ArrayBuffer> }>>;
  /** Printed, say: nobody must be warned at the end that it goes. Copies and what a portal was given are marked by themselves. */
  markTaken(ids: readonly PaperId[]): void;
  remove(id: PaperId): Promise<void>;

  /** A portal's file input asks; resolves with the files that the citizen gives it. */
  choose(question: { host: string; many: boolean; accept: string }): Promise<readonly string[]>;
  answer(serial: number, ids: readonly PaperId[]): void;
  /** The page that asked is gone. */
  dropChooser(): void;

  /** Copies to the USB stick; gives how many. It may be taken out when this resolves. */
  toStick(ids: readonly PaperId[]): Promise<Result<number>>;
  scan(): Promise<Result<PaperLine>>;
  openPhone(words: PhoneWords): Promise<Result<void>>;
  closePhone(): Promise<void>;

  /** Part of the wipe. */
  forget(): Promise<void>;
  /** After it: how many of the visit's files are still in the scanner's folder. */
  left(): Promise<number>;
  close(): Promise<void>;
}

export interface PapersOptions {
  dataFolder: string;
  /** The app's own temporary folder. */
  temp: string;
  settings: Settings['papers'];
  now: () => Date;
  /** Somebody sends or scans something: they are here. */
  active?: () => void;
  scanner?: Scanner;
  /** Those that are in, the last one at the end. */
  sticks?: () => readonly Stick[];
  /** Milliseconds between two looks at stick and folder. */
  every?: number;
}

const EVERY = 1_500;

/** Opens an empty place for documents; what an earlier start left there is gone. */
export function openPapers(options: PapersOptions): Papers {
  const { settings, scanner = sane, every = EVERY, active = () => {} } = options;
  const place = safePlace(options);
  const listeners = new Set<(view: PapersView) => void>();
  let stopLooking = () => {};
  let stick: Stick | null = null;
  let device: string | null = null;
  let scanning: AbortController | null = null;
  let last = '';

  const store = openStore(place.folder, () => changed());
  const chooser = openChooser(() => changed());
  const phone = openPhonePage({ settings: settings.phone, store, changed: () => changed(), active, now: options.now });
  const folder = settings.folder === null ? null : watchedFolder(settings.folder, store);
  const sticks = () => (settings.stick ? (options.sticks ?? findSticks)() : []);
  /** In when the visit began: somebody else's, until they were taken out. */
  let forgotten: readonly string[] = [];
  const lookForStick = () => {
    const all = sticks();
    forgotten = forgotten.filter((old) => all.some(({ mount }) => mount === old));
    return all.findLast(({ mount }) => !forgotten.includes(mount)) ?? null;
  };

  const view = (): PapersView => ({
    list: [...store.list()],
    coming: store.coming(),
    chooser: chooser.view(store.list()),
    phone: phone.view(),
    scanner: scanning ? 'busy' : device === null ? 'none' : 'ready',
    stick: stick === null ? null : stick.label.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 40),
  });
  function changed(): void {
    const now = view();
    const text = JSON.stringify(now);
    if (text === last) return;
    last = text;
    for (const listener of listeners) listener(now);
  }

  let attending = false;
  function attend(someone: boolean): void {
    if (someone === attending) return;
    attending = someone;
    stopLooking();
    stick = null;
    let over = false;
    stopLooking = () => {
      over = true;
    };
    if (!someone) return;
    store.begin();
    forgotten = sticks().map(({ mount }) => mount);
    void folder?.begin();
    if (settings.scanner !== false)
      void Promise.resolve(settings.scanner ?? scanner.find()).then((found) => {
        if (over) return;
        device = found;
        changed();
      });
    const look = async () => {
      stick = lookForStick();
      changed();
      await folder?.look();
    };
    const turn = () => {
      if (over) return;
      void look()
        .catch(() => {})
        .then(() => setTimeout(turn, every).unref());
    };
    setTimeout(turn, every).unref();
  }

  const papers: Papers = {
    view,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    place,
    list: store.list,
    attend,
    arrive: store.arrive,
    add: (bytes, given, from) => store.add(from, given, bytes instanceof Uint8Array ? [bytes] : bytes),
    read: async (id) => {
      const line = store.line(id);
      const bytes = await store.read(id);
      return line && bytes.ok ? done({ line, bytes: bytes.value }) : mishap('no-such-paper');
    },
    markTaken: store.markTaken,
    remove: store.remove,

    choose: async (question) => {
      const chosen = await chooser.ask(question);
      store.markTaken(chosen);
      return chosen.flatMap((id) => store.path(id) ?? []);
    },
    answer: (serial, ids) => chooser.answer(serial, ids, store.list()),
    dropChooser: chooser.drop,

    toStick: async (ids) => {
      const to = lookForStick();
      if (!to) return mishap('no-stick');
      const files = await Promise.all(
        ids.map(async (id) => {
          const [line, bytes] = [store.line(id), await store.read(id)];
          return line && bytes.ok ? { name: stickName(line.name, store.number(id), line.kind), bytes: bytes.value } : null;
        }),
      );
      const whole = files.filter((file) => file !== null);
      if (whole.length < ids.length) return mishap('no-such-paper');
      const copied = await copyToStick(to, whole);
      if (copied.ok) store.markTaken(ids);
      return copied;
    },
    scan: async () => {
      if (device === null || scanning) return mishap('no-scanner');
      const mine = new AbortController();
      scanning = mine;
      active();
      changed();
      try {
        return await store.add('scan', '', scanner.scan(device, mine.signal));
      } catch {
        return mishap('scan-failed');
      } finally {
        if (scanning === mine) {
          scanning = null;
          active();
        }
        changed();
      }
    },
    openPhone: phone.open,
    closePhone: phone.close,

    forget: async () => {
      scanning?.abort();
      scanning = null;
      chooser.drop();
      await Promise.all([phone.close(), store.forget(), folder?.forget()]);
    },
    left: async () => (await folder?.left()) ?? 0,
    close: async () => {
      stopLooking();
      await papers.forget();
    },
  };
  return papers;
}

/** A disk that is full and a machine without memory for it: the counter opens all the same, and takes no document. */
function safePlace({ dataFolder, temp }: PapersOptions): { folder: string; memory: boolean } {
  try {
    mkdirSync(temp, { recursive: true });
    return makePlace({ dataFolder, temp });
  } catch {
    // Of its own: what is forgotten with the documents must not be more than they.
    return { folder: join(temp, 'papers'), memory: false };
  }
}
