import { setTimeout as sleep } from 'node:timers/promises';
import { type CodeWork, type Finding, type Shown, workOnCard } from './code-work.ts';
import type { Channel } from './eid/channel.ts';
import type { Anchor } from './eid/trust.ts';
import type { CodeReport, CodeRequest } from './messages.ts';
import { bad } from './outcome.ts';
import { isThere } from './pcsc/is-there.ts';
import type { Connection, Pcsc, Reader } from './pcsc/pcsc.ts';
import { session } from './session.ts';

export interface CodeOptions {
  readonly pcsc: Pcsc;
  readonly roots: readonly Anchor[];
  /** Gives the reader with that card in turn with everything else that is done on it; null: that card is not there. */
  use(insertion: number, work: (reader: Reader | null) => Promise<void>): void;
  tell(report: CodeReport): void;
}

/** Attempts while nothing has been spent: connecting and reading heal, a code never goes twice. */
const ATTEMPTS = 3;

/** Outcomes that may hide a wrong code, once one was sent. */
const MAY_HAVE_SPENT: ReadonlySet<Finding['outcome']> = new Set(['wrong', 'gone', 'unreadable']);

const NOTHING = { triesLeft: null, sent: false, keypad: false, publicKey: null, signature: null } as const;

/** Answers what is asked of a card's code. */
export function openCode({ pcsc, roots, use, tell }: CodeOptions): { ask(request: CodeRequest): void; forget(): void } {
  /** Goes up with each `forget`: what was asked before is not wanted any more. */
  let epoch = 0;
  /** Tries an older card has at least: what it said with its last wrong code, less what may have been one since. It does not say it again. */
  let remembered: { insertion: number; triesLeft: number } | null = null;
  let shown: Shown | null = null;

  const othersThan = ({ insertion }: Reader): Pick<Finding, 'others'> => {
    const view = pcsc.view();
    const taken = view.service ? view.readers.filter((one) => one.slot !== 'empty' && one.insertion !== insertion) : [];
    return taken.length > 0 ? { others: taken.map(({ name }) => name) } : {};
  };
  const reset = async (reader: Reader | null): Promise<Finding['outcome']> => {
    if (!reader) return 'gone';
    const connected = await pcsc.connect(reader.name);
    return connected.ok && (await connected.value.disconnect('reset')) ? 'done' : 'unreadable';
  };
  const answer = async (request: CodeRequest, reader: Reader | null, isWanted: () => boolean): Promise<Finding> => {
    if (request.do === 'reset') return { ...NOTHING, outcome: await reset(reader) };
    const asks = request.do !== 'state';
    if (!isWanted()) return { ...NOTHING, outcome: 'cancelled' };
    // A code is for the chip that was shown, and for no other.
    if (!reader || (asks && shown?.insertion !== request.insertion)) return { ...NOTHING, outcome: 'gone' };
    const work: CodeWork = {
      request,
      roots,
      sent: false,
      keypad: false,
      shown: asks ? shown : null,
      mayAsk: () => isWanted() && isThere(pcsc, reader),
    };
    const nothing = () => ({ ...NOTHING, sent: work.sent, keypad: work.keypad });
    // What nobody wants any more stops at once, but a code that went out is followed to its end.
    const wanted = () => work.sent || isWanted();
    for (let attempt = 0; attempt < ATTEMPTS && !work.sent; attempt++) {
      if (attempt) await sleep(100 * attempt);
      if (!isWanted() || !isThere(pcsc, reader)) break;
      const inTurn = async (channel: Channel, connection: Connection) => {
        const inside = await connection.transaction(() => workOnCard(channel, connection, work));
        return inside.ok ? inside.value : bad(inside.code);
      };
      const done = await session(pcsc, reader, inTurn, wanted);
      if (!asks && isWanted()) shown = work.shown;
      if (done.ok) return asks ? done.value : { ...done.value, ...othersThan(reader) };
    }
    if (!isWanted() && !work.sent) return { ...nothing(), outcome: 'cancelled' };
    // A card that is pulled fails in many ways before the monitor has seen it go. One that stays was not pulled.
    for (let i = 0; i < 12 && isThere(pcsc, reader); i++) await sleep(50);
    return { ...nothing(), outcome: isThere(pcsc, reader) ? 'unreadable' : 'gone' };
  };

  const withMemory = ({ insertion, do: does }: CodeRequest, found: Finding): Finding => {
    if (does === 'reset') return found;
    if (does !== 'state' && found.outcome === 'done') {
      remembered = null;
      return found;
    }
    const before = remembered?.insertion === insertion ? remembered.triesLeft : null;
    const spent = found.sent && MAY_HAVE_SPENT.has(found.outcome) ? 1 : 0;
    const triesLeft = found.triesLeft ?? (before && before - spent);
    if (does !== 'state' && triesLeft !== null) remembered = { insertion, triesLeft };
    return { ...found, triesLeft };
  };

  return {
    ask(request) {
      const asked = epoch;
      use(request.insertion, async (reader) => {
        try {
          const found = await answer(request, reader, () => epoch === asked);
          tell({ kind: 'code', id: request.id, ...withMemory(request, found) });
        } finally {
          forgetCodes(request);
        }
      });
    },
    forget() {
      epoch++;
      shown = null;
    },
  };
}

function forgetCodes(request: CodeRequest): void {
  if ('code' in request) request.code?.fill(0);
  if ('next' in request) request.next?.fill(0);
}
