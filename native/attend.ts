import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Anchor } from './eid/trust.ts';
import { type Look, lookAt } from './look.ts';
import type { Report, SlotState } from './messages.ts';
import { withPatience } from './patience.ts';
import { isThere } from './pcsc/is-there.ts';
import type { Pcsc, PcscView, Reader } from './pcsc/pcsc.ts';
import { readCard, startReading } from './read-card.ts';
import { type ReadRequest, toResult } from './result.ts';
import { warrantedFields } from './warrant.ts';

export interface AttendOptions {
  readonly pcsc: Pcsc;
  readonly roots: readonly Anchor[];
  readonly leavePresent: boolean;
  /** The reader of this seat (its name, or how it begins); null: any but `never`, named the same way. */
  readonly only?: string | null;
  readonly never?: readonly string[];
  /** Keys whose signature makes a warrant good. */
  readonly publishers?: readonly KeyObject[];
  tell(report: Report): void;
}

/** Readers are named one event at a time, within some 100 ms of a start. After this silence, all that were there have been named. */
const SETTLE_MS = 400;

/** A read that fails for no fault of the card is tried so often. */
const ATTEMPTS = 3;

/** Failures of the card itself, which no new connection heals. */
const OWN_FAULT: ReadonlySet<string> = new Set(['malformed', 'odd', 'absent', 'not-active']);

/** Which card counts when several are there, and what is said of it. */
const BEST: readonly (readonly [Look['kind'], SlotState])[] = [
  ['eid', 'present'],
  ['busy', 'busy'],
  ['unreadable', 'unreadable'],
  ['bank', 'bank-card'],
  ['other', 'not-eid'],
];
const UNTOUCHED: Look = { kind: 'unreadable', atr: '', code: 'mute' };

/**
 * Attends to the readers: looks at each card that comes in (connect, SELECT, nothing more), tells what is there whenever that
 * changes, and reads when asked. The best card of all readers counts: an eID before a riddle before another card.
 */
export function attend({ pcsc, roots, leavePresent, only = null, never = [], publishers = [], tell }: AttendOptions): {
  read(request: ReadRequest): void;
  forget(): void;
  /** In turn with the reads: gives the reader that holds this eID, or null when it is not there any more. */
  use(insertion: number, work: (reader: Reader | null) => Promise<void>): void;
  close(): void;
} {
  const looks = new Map<number, Look>();
  const looking = new Set<number>();
  // The card that hung the last process may be in any reader: every card named before the readers settled is left alone.
  let leave = leavePresent;
  let settling: NodeJS.Timeout | undefined;
  /** Readers that this process has seen without a card: whatever is in them later was put in since, and is another card. */
  const seenEmpty = new Set<string>();
  let wanted: number | null = null;
  let said: { state: SlotState; insertion: number } | null = null;
  let queue: Promise<void> = Promise.resolve();

  const isOurs = ({ name }: Reader) => (only === null ? !never.some((other) => name.startsWith(other)) : name.startsWith(only));
  const readers = (view: PcscView): Reader[] => (view.service ? view.readers.filter(isOurs) : []);
  const cards = (view: PcscView): Reader[] => readers(view).filter((reader) => reader.slot !== 'empty');
  const best = (): { state: SlotState; reader?: Reader } => {
    const view = pcsc.view();
    if (!view.service) return { state: 'no-service' };
    if (readers(view).length === 0) return { state: 'no-reader' };
    for (const [kind, state] of BEST) {
      const reader = cards(view).find(({ insertion }) => looks.get(insertion)?.kind === kind);
      if (reader) return { state, reader };
    }
    return { state: 'no-card' };
  };
  const say = () => {
    const { state, reader } = best();
    // A card is being looked at: in a moment there is something better to say than "no card", unless one just went.
    if (state === 'no-card' && !said?.insertion && cards(pcsc.view()).length > 0) return;
    const insertion = reader?.insertion ?? 0;
    if (state === said?.state && insertion === said.insertion) return;
    said = { state, insertion };
    const look = looks.get(insertion);
    const technical = reader ? technicalLine(reader.name, look) : state === 'no-service' ? 'code=no-service' : '';
    const name = reader?.name ?? readers(pcsc.view())[0]?.name ?? null;
    tell({ kind: 'state', state, insertion, technical, reader: name, atr: look?.atr || null });
  };

  const follow = async (reader: Reader) => {
    looking.add(reader.insertion);
    for await (const look of lookAt(pcsc, reader, () => isThere(pcsc, reader))) {
      if (isThere(pcsc, reader)) looks.set(reader.insertion, look);
      say();
    }
    looking.delete(reader.insertion);
  };

  const changed = (view: PcscView) => {
    if (view.service) {
      const there = new Set(cards(view).map(({ insertion }) => insertion));
      for (const insertion of looks.keys()) if (!there.has(insertion)) looks.delete(insertion);
      for (const reader of readers(view)) if (reader.slot === 'empty') seenEmpty.add(reader.name);
      for (const reader of cards(view)) {
        if (looks.has(reader.insertion) || looking.has(reader.insertion)) continue;
        if ((leave && !seenEmpty.has(reader.name)) || reader.slot === 'mute') looks.set(reader.insertion, UNTOUCHED);
        else void follow(reader);
      }
      if (leave && readers(view).length > 0) {
        // Counted from the first reader: a card put in later is another card.
        settling ??= setTimeout(() => {
          leave = false;
        }, SETTLE_MS);
      }
    }
    say();
  };

  const read = async (request: ReadRequest, reading: ReturnType<typeof startReading>) => {
    const { reader } = best();
    const opened = warrantedFields(request.warrant ?? null, publishers);
    const isWanted = () => wanted === request.id;
    const hold = () => {
      if (!reader || !isThere(pcsc, reader)) return;
      looks.set(reader.insertion, { kind: 'busy', atr: looks.get(reader.insertion)?.atr ?? '', code: 'busy' });
      say();
    };
    const isEid = (one: Reader) => looks.get(one.insertion)?.kind === 'eid' && isThere(pcsc, one);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (attempt) await sleep(100 * attempt);
      if (!isWanted() || !reader || !isEid(reader)) break;
      await readCard(reading, { pcsc: withPatience(pcsc, hold), reader, roots, request, opened, wanted: isWanted });
      if (reading.done.ok || OWN_FAULT.has(reading.done.code)) break;
    }
    // Not the card's fault: it is looked at until it is free, and can be read then. Whether or not anybody still waits for this reading.
    const followHeld = () => {
      const isHeld = reader && looks.get(reader.insertion)?.kind === 'busy';
      if (isHeld) void follow(reader);
      return isHeld;
    };
    if (!isWanted()) return void followHeld();
    const failed = () => !reading.done.ok && !OWN_FAULT.has(reading.done.code);
    // A card that is pulled fails in many ways before the monitor has seen it go. One that stays was not pulled.
    for (let i = 0; i < 12 && reader && failed() && isThere(pcsc, reader); i++) await sleep(50);
    if (!isWanted()) return void followHeld();
    wanted = null;
    if (!reading.done.ok && reading.done.code === 'busy') hold();
    if (followHeld()) return;
    tell(toResult(request, reading, !reader || !isThere(pcsc, reader), opened));
  };
  const readAndWipe = async (request: ReadRequest) => {
    const reading = startReading();
    await read(request, reading);
    if (reading.done.ok) reading.done.value.person?.picture?.fill(0);
  };

  const stop = pcsc.onChange(changed);
  return {
    read(request) {
      wanted = request.id;
      queue = queue.then(() => readAndWipe(request));
    },
    forget() {
      wanted = null;
    },
    use(insertion, work) {
      const find = () =>
        cards(pcsc.view()).find((reader) => reader.insertion === insertion && looks.get(insertion)?.kind === 'eid');
      queue = queue.then(() => work(find() ?? null));
    },
    close() {
      clearTimeout(settling);
      stop();
      pcsc.close();
    },
  };
}

/** For the IT person: the reader, the card's answer to reset, and why it is no eID. Nothing read from a card. */
function technicalLine(reader: string, look: Look | undefined): string {
  return [`reader="${reader}"`, look?.atr && `atr=${look.atr}`, look?.code && `code=${look.code}`].filter(Boolean).join(' ');
}
