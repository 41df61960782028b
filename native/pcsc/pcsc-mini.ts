import { CardMode, Client, type Reader as MiniReader, Protocol, ReaderStatus } from 'pcsc-mini';
import { bad } from '../outcome.ts';
import { inTurn } from './guard.ts';
import { APDU_MS, miniConnection } from './mini-connection.ts';
import { isInUse } from './mini-in-use.ts';
import type { Pcsc, PcscView, Pulse, Reader } from './pcsc.ts';
import { retire } from './retire.ts';

const RETRY_MS = 250;
/** Readers are named within a few ms of a start; after this silence all have been. */
const SETTLE_MS = 100;

/**
 * PC/SC through pcsc-mini. Its ways that shape this file: the monitor dies for good on any error, so a new client is made
 * every 250 ms until one lives; the ATR in its events is garbage, so it is asked of the connection; a stuck command cannot be
 * cancelled, so `pulse` lets a watchdog outside know.
 */
export function openPcsc(options: { pulse?: Pulse } = {}): Pcsc {
  const pulse: Pulse = options.pulse ?? (() => () => undefined);
  const listeners = new Set<(view: PcscView) => void>();
  const slots = new Map<string, Reader>();
  const counts = new Map<string, number>();
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let settled = false;
  let closed = false;
  let insertions = 0;
  let said = '';

  const view = (): PcscView => (client && settled ? { service: true, readers: [...slots.values()] } : { service: false });
  const tell = () => {
    const now = view();
    const key = JSON.stringify(now);
    if (closed || key === said) return;
    said = key;
    for (const listener of listeners) listener(now);
  };

  /** Readers are named one event at a time: while more may come, an empty one is no news, a card is. */
  const settleSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      settled = true;
      tell();
    }, SETTLE_MS);
  };
  const seen = (name: string, raw: number) => {
    const before = slots.get(name);
    const slot = raw & ReaderStatus.PRESENT ? (raw & ReaderStatus.MUTE ? 'mute' : 'card') : 'empty';
    // The service counts insertions and removals in the upper half of the status: a swap between two looks shows there.
    const count = raw >>> 16;
    const same = before !== undefined && before.slot !== 'empty' && counts.get(name) === count;
    counts.set(name, count);
    const insertion = slot === 'empty' ? (before?.insertion ?? 0) : same ? before.insertion : ++insertions;
    slots.set(name, { name, slot, insertion });
    if (slot === 'card') settled = true;
    if (settled) tell();
    else settleSoon();
  };
  const start = () => {
    if (closed) return;
    const made = new Client();
    made.on('error', () => {
      if (client === made) lose();
    });
    made.on('reader', (reader: MiniReader) => {
      reader.on('change', (status) => {
        if (client === made) seen(reader.name(), status.raw);
      });
      reader.on('disconnect', () => {
        if (client !== made) return;
        slots.delete(reader.name());
        tell();
      });
    });
    const ended = pulse(APDU_MS, 'turn');
    try {
      client = made;
      made.start();
      settleSoon();
    } catch {
      lose();
    } finally {
      ended();
    }
  };

  const stop = () => {
    const old = client;
    client = null;
    clearTimeout(timer);
    if (old) retire(old);
    slots.clear();
    counts.clear();
    settled = false;
  };

  function lose() {
    stop();
    tell();
    timer = setTimeout(start, RETRY_MS);
  }

  // Not at once: whoever opened this shall be able to listen to the first news.
  queueMicrotask(start);
  return {
    view,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async connect(name) {
      if (!client) return bad('no-service');
      const reader = client.reader(name);
      if (!reader) return bad('removed');
      const held = () => isInUse(name);
      return await inTurn(pulse, held, async () => miniConnection(await reader.connect(CardMode.SHARED, Protocol.ANY), pulse));
    },
    close() {
      closed = true;
      stop();
    },
  };
}
