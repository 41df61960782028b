import type { Launch } from '../../main/services/card/index.ts';
import { attend } from '../../native/attend.ts';
import { openCode } from '../../native/code.ts';
import type { Anchor } from '../../native/eid/trust.ts';
import { parseRequest } from '../../native/messages.ts';
import { bad, good } from '../../native/outcome.ts';
import type { Connection, Pcsc, PcscView, Pulse } from '../../native/pcsc/pcsc.ts';
import type { SimCard } from '../../native/sim/card.ts';

/** A reader worked by hand, behind the interface of PC/SC, with the card process played in this one: quick enough for every index. */
export interface Hand {
  insert(card: SimCard): void;
  remove(): void;
  readonly launch: Launch;
  /** Card processes started so far. */
  readonly started: number;
}

/** A short watchdog in the place of 3 s. Whatever is not mute answers in the same turn. */
const LIMIT_MS = 150;
/** The monitor sees a card go a little later than the command that fails. */
const MONITOR_MS = 15;

export function openHand(roots: readonly Anchor[]): Hand {
  let card: SimCard | null = null;
  let insertion = 0;
  let shown: PcscView = view();
  let started = 0;
  const listeners = new Set<(view: PcscView) => void>();

  function view(): PcscView {
    return { service: true, readers: [{ name: 'By hand', slot: card ? 'card' : 'empty', insertion }] };
  }
  const show = () => {
    shown = view();
    for (const listener of listeners) listener(shown);
  };

  const connect = (pulse: Pulse): Connection => {
    const mine = card;
    mine?.reset();
    return {
      atr: mine?.atr ?? new Uint8Array(),
      protocol: 'T=0',
      async transmit(command) {
        const ended = pulse(LIMIT_MS, 'answer');
        const answer = mine && mine === card ? mine.exchange(Buffer.from(command)) : Buffer.alloc(0);
        // Silent, but there: as a stuck call into the service.
        if (answer === null && mine === card) return await new Promise(() => undefined);
        ended();
        return answer && answer.length >= 2 ? good(Uint8Array.from(answer)) : bad('removed');
      },
      transaction: async (work) => good(await work()),
      features: async () => new Map(),
      control: async () => bad('failed'),
      disconnect: async () => true,
    };
  };

  return {
    insert(next) {
      card = next;
      insertion++;
      show();
    },
    remove() {
      card = null;
      setTimeout(show, MONITOR_MS);
    },
    get started() {
      return started;
    },
    /** What native/process.ts does, without a process. */
    launch() {
      started++;
      let alive = true;
      let hear: (message: unknown) => void = () => undefined;
      let exit: () => void = () => undefined;
      let desk: ReturnType<typeof attend> | null = null;
      let code: ReturnType<typeof openCode> | null = null;
      const tell = (message: unknown) => {
        if (alive) hear(structuredClone(message));
      };
      // One command at a time: nothing to thin out, and a busy machine shall not look like a mute card.
      const pulse: Pulse = (limit, wait) => {
        tell({ kind: 'pulse', limit, wait });
        return () => tell({ kind: 'pulse', limit: 0, wait });
      };
      const own = new Set<(view: PcscView) => void>();
      // A process counts the cards it saw itself.
      const before = insertion - (shown.service && shown.readers[0]?.slot === 'card' ? 1 : 0);
      const counted = (view: PcscView): PcscView =>
        view.service
          ? { ...view, readers: view.readers.map((one) => ({ ...one, insertion: Math.max(0, one.insertion - before) })) }
          : view;
      const pcsc: Pcsc = {
        view: () => counted(shown),
        onChange(heard) {
          const listener = (view: PcscView) => heard(counted(view));
          listeners.add(listener);
          own.add(listener);
          queueMicrotask(() => listener(shown));
          return () => listeners.delete(listener);
        },
        connect: async () => (card ? good(connect(pulse)) : bad('removed')),
        close: () => undefined,
      };
      return {
        send(message) {
          const request = parseRequest(structuredClone(message));
          if (!alive || !request) return;
          if (request.kind === 'start') {
            desk = attend({ ...request, pcsc, roots, tell });
            code = openCode({ pcsc, roots, use: desk.use, tell });
          } else if (request.kind === 'read') desk?.read(request);
          else if (request.kind === 'code') code?.ask(request);
          else if (request.kind === 'cancel') code?.forget();
          else if (request.kind === 'forget') {
            desk?.forget();
            code?.forget();
          }
        },
        onMessage: (listener) => {
          hear = listener;
        },
        onExit: (listener) => {
          exit = listener;
        },
        kill() {
          alive = false;
          desk?.close();
          for (const listener of own) listeners.delete(listener);
          setTimeout(() => exit(), 1);
        },
      };
    },
  };
}

/** Runs one case at each index, some at a time: they wait more than they work. */
export async function atEach(count: number, work: (at: number) => Promise<void>): Promise<void> {
  const left = Array.from({ length: count }, (_, at) => at);
  const worker = async () => {
    for (let at = left.shift(); at !== undefined; at = left.shift()) await work(at);
  };
  await Promise.all(Array.from({ length: 12 }, worker));
}
