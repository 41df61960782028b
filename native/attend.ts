import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from './eid/channel.ts';
import { type Examined, type ExamineMishap, examine } from './eid/examine.ts';
import type { Anchor } from './eid/trust.ts';
import { partsFor } from './fields.ts';
import type { Report, SlotState } from './messages.ts';
import { bad, good, type Outcome } from './outcome.ts';
import type { Pcsc, PcscView, Reader } from './pcsc/pcsc.ts';
import { type ReadRequest, toResult } from './result.ts';
import { type SessionMishap, session } from './session.ts';

type Kind = 'eid' | 'other' | 'unreadable';

export interface AttendOptions {
  readonly pcsc: Pcsc;
  readonly roots: readonly Anchor[];
  readonly leavePresent: boolean;
  tell(report: Report): void;
}

/** Waits before each look at a new card: contacts settle, other programs let go. */
const LOOKS_MS = [0, 60, 250, 500, 1000];

/** Readers are named one event at a time, within some 100 ms of a start. After this silence, all that were there have been named. */
const SETTLE_MS = 400;

/** Failures of the card itself, which no new connection heals. */
const OWN_FAULT: ReadonlySet<string> = new Set(['malformed', 'odd', 'absent', 'not-eid']);

/**
 * Attends to the readers: looks at each card that comes in (connect, SELECT, nothing more), tells what is there whenever that
 * changes, and reads when asked. The best card of all readers counts: an eID before a riddle before another card.
 */
export function attend({ pcsc, roots, leavePresent, tell }: AttendOptions): {
  read(request: ReadRequest): void;
  forget(): void;
  /** In turn with the reads: gives the reader that holds this eID, or null when it is not there any more. */
  use(insertion: number, work: (reader: Reader | null) => Promise<void>): void;
  close(): void;
} {
  const kinds = new Map<number, Kind>();
  const looking = new Set<number>();
  // The card that hung the last process may be in any reader: every card named before the readers settled is left alone.
  let leave = leavePresent;
  let settling: NodeJS.Timeout | undefined;
  /** Readers that this process has seen without a card: whatever is in them later was put in since, and is another card. */
  const seenEmpty = new Set<string>();
  let wanted: number | null = null;
  let said: { state: SlotState; insertion: number } | null = null;
  let queue: Promise<void> = Promise.resolve();

  const cards = (view: PcscView): Reader[] => (view.service ? view.readers.filter((reader) => reader.slot !== 'empty') : []);
  const isThere = (reader: Reader) => cards(pcsc.view()).some((other) => other.insertion === reader.insertion);
  const best = (): { state: SlotState; reader?: Reader } => {
    const view = pcsc.view();
    if (!view.service) return { state: 'no-service' };
    if (view.readers.length === 0) return { state: 'no-reader' };
    const find = (kind: Kind) => cards(view).find((reader) => kinds.get(reader.insertion) === kind);
    const [eid, riddle, other] = [find('eid'), find('unreadable'), find('other')];
    if (eid) return { state: 'present', reader: eid };
    if (riddle) return { state: 'unreadable', reader: riddle };
    return other ? { state: 'not-eid', reader: other } : { state: 'no-card' };
  };
  const say = () => {
    const { state, reader } = best();
    // A card is being looked at: in a moment there is something better to say than "no card", unless one just went.
    if (state === 'no-card' && !said?.insertion && cards(pcsc.view()).length > 0) return;
    const report = { kind: 'state', state, insertion: reader?.insertion ?? 0, technical: '' } as const;
    if (report.state === said?.state && report.insertion === said.insertion) return;
    said = report;
    tell(report);
  };

  const look = async (reader: Reader) => {
    looking.add(reader.insertion);
    let kind: Kind = 'unreadable';
    let refusals = 0;
    for (const wait of LOOKS_MS) {
      if (wait) await sleep(wait);
      if (!isThere(reader)) return;
      const seen = await session(pcsc, reader, async () => good(null));
      if (seen.ok) kind = 'eid';
      // Refused twice: once may be the reader's mood.
      else if (seen.code === 'not-eid' && ++refusals === 2) kind = 'other';
      else continue;
      break;
    }
    kinds.set(reader.insertion, kind);
    say();
  };

  const changed = (view: PcscView) => {
    if (view.service) {
      for (const reader of view.readers) if (reader.slot === 'empty') seenEmpty.add(reader.name);
      for (const reader of cards(view)) {
        if (kinds.has(reader.insertion) || looking.has(reader.insertion)) continue;
        if ((leave && !seenEmpty.has(reader.name)) || reader.slot === 'mute') kinds.set(reader.insertion, 'unreadable');
        else void look(reader);
      }
      if (leave && view.readers.length > 0) {
        // Counted from the first reader: a card put in later is another card.
        settling ??= setTimeout(() => {
          leave = false;
        }, SETTLE_MS);
      }
    }
    say();
  };

  const read = async (request: ReadRequest) => {
    const { reader } = best();
    const began = performance.now();
    const since = () => Math.round((performance.now() - began) * 10) / 10;
    let identityMs: number | null = null;
    let commands = 0;
    let done: Outcome<Examined, SessionMishap | ExamineMishap> = bad('removed');
    const isWanted = () => wanted === request.id;
    for (let attempt = 0; attempt < 3; attempt++) {
      if (attempt) await sleep(100 * attempt);
      if (!isWanted() || !reader || kinds.get(reader.insertion) !== 'eid' || !isThere(reader)) break;
      const work = async (channel: Channel) => {
        const onFile = (name: string) => {
          if (name === 'identity') identityMs ??= since();
        };
        const parts = partsFor(request.fields, request.parts);
        const examined = await examine(channel, { parts, roots, today: request.today, onFile });
        commands = channel.commands;
        return examined;
      };
      done = await session(pcsc, reader, work, isWanted);
      if (done.ok || OWN_FAULT.has(done.code)) break;
    }
    if (!isWanted()) return;
    // A card that is pulled fails in many ways before the monitor has seen it go. One that stays was not pulled.
    for (let i = 0; i < 12 && reader && !done.ok && !OWN_FAULT.has(done.code) && isThere(reader); i++) await sleep(50);
    if (!isWanted()) return;
    wanted = null;
    const gone = !reader || !isThere(reader);
    tell(toResult(request, gone ? null : done, { identityMs, totalMs: since(), commands }));
  };

  const stop = pcsc.onChange(changed);
  return {
    read(request) {
      wanted = request.id;
      queue = queue.then(() => read(request));
    },
    forget() {
      wanted = null;
    },
    use(insertion, work) {
      const find = () => cards(pcsc.view()).find((reader) => reader.insertion === insertion && kinds.get(insertion) === 'eid');
      queue = queue.then(() => work(find() ?? null));
    },
    close() {
      clearTimeout(settling);
      stop();
      pcsc.close();
    },
  };
}
