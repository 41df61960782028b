import { setTimeout as sleep } from 'node:timers/promises';
import { type CodeWork, type Finding, workOnCard } from './code-work.ts';
import type { Anchor } from './eid/trust.ts';
import type { CodeReport, CodeRequest } from './messages.ts';
import { bad } from './outcome.ts';
import type { Pcsc, Reader } from './pcsc/pcsc.ts';
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

const NOTHING = { triesLeft: null, keypad: false, publicKey: null, signature: null } as const;

/** Answers what is asked of a card's code. */
export function openCode({ pcsc, roots, use, tell }: CodeOptions): { ask(request: CodeRequest): void; forget(): void } {
  /** Goes up with each `forget`: what was asked before is not wanted any more. */
  let epoch = 0;
  /** What a card said with its last wrong code; before applet 1.8 it does not say it again. */
  let remembered: { insertion: number; triesLeft: number } | null = null;

  /** The chip for which a code may be typed: what the last `state` saw. */
  let shown: { insertion: number; chip: string | null } | null = null;

  const isThere = (reader: Reader) => {
    const view = pcsc.view();
    return view.service && view.readers.some((other) => other.insertion === reader.insertion && other.slot !== 'empty');
  };

  const answer = async (request: CodeRequest, reader: Reader | null, isWanted: () => boolean): Promise<Finding> => {
    if (!reader) return { ...NOTHING, outcome: 'gone' };
    const chip = request.do !== 'state' && shown?.insertion === request.insertion ? shown.chip : null;
    const work: CodeWork = { request, roots, sent: false, keypad: false, chip, mayAsk: () => isWanted() && isThere(reader) };
    for (let attempt = 0; attempt < ATTEMPTS && !work.sent; attempt++) {
      if (attempt) await sleep(100 * attempt);
      if (!isWanted() || !isThere(reader)) break;
      const done = await session(pcsc, reader, async (channel, connection) => {
        const inside = await connection.transaction(() => workOnCard(channel, connection, work));
        return inside.ok ? inside.value : bad(inside.code);
      });
      if (request.do === 'state' && isWanted()) shown = { insertion: request.insertion, chip: work.chip };
      if (done.ok) return done.value;
    }
    if (!isWanted() && !work.sent) return { ...NOTHING, keypad: work.keypad, outcome: 'cancelled' };
    // A card that is pulled fails in many ways before the monitor has seen it go. One that stays was not pulled.
    for (let i = 0; i < 12 && isThere(reader); i++) await sleep(50);
    return { ...NOTHING, keypad: work.keypad, outcome: isThere(reader) ? 'unreadable' : 'gone' };
  };

  const withMemory = (request: CodeRequest, found: Finding): Finding => {
    const { insertion } = request;
    if (found.outcome === 'wrong' && found.triesLeft !== null) remembered = { insertion, triesLeft: found.triesLeft };
    else if (found.outcome === 'done' && request.do !== 'state') remembered = null;
    else if (found.triesLeft === null && remembered?.insertion === insertion)
      return { ...found, triesLeft: remembered.triesLeft };
    return found;
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
