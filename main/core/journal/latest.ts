import { isPrivate } from '../visit/room.ts';
import type { HelpRecord } from './help.ts';
import type { Assistance, Completion, Duration, Payload } from './record.ts';

/** Minutes that a visit of a band counts for in the hours of help: its middle, to five. */
const MIDDLE: Record<Duration, number> = { 'under-5': 5, '5-15': 10, '15-30': 20, '30-60': 45, '60-120': 90, 'over-120': 120 };

/** A visit as the kiosk wrote it, in the form of every other help. */
function helpOf(visit: Assistance): HelpRecord {
  const { kind: _, duration, ...same } = visit;
  return {
    ...same,
    kind: 'help',
    minutes: MIDDLE[duration],
    // The kiosk's visitor may say "blocked" and not why: the facilitator knows, or does not.
    blockReason: visit.outcome === 'blocked' ? 'other' : null,
    place: null,
    login: null,
    autonomy: null,
    helpLevel: null,
    redirect: null,
    equipment: [],
    ageBand: null,
    gender: null,
    status: null,
    postcode: null,
    tags: [],
    note: '',
    helper: null,
    workshop: null,
  };
}

function completed(help: HelpRecord, { outcome, autonomy, help: helpLevel, blockReason }: Completion): HelpRecord {
  const redirect = outcome === 'redirected' ? help.redirect : null;
  return { ...help, outcome, autonomy, helpLevel, blockReason, redirect };
}

/**
 * How a help reads now: the first entry, with every later completion and correction laid over in their order. Null when the first entry
 * is no help, or is about a private matter, which nobody completes.
 */
export function latest(first: Payload, later: readonly Payload[]): HelpRecord | null {
  let help = first.kind === 'help' ? first : first.kind === 'assistance' ? helpOf(first) : null;
  for (const one of later) {
    if (help === null) return null;
    if (one.kind === 'completion') help = completed(help, one);
    if (one.kind === 'correction') help = one.help;
  }
  return help;
}

/**
 * The last help as the beginning of the next one: what is about the person, the words and the outcome's reason stay behind.
 * `now` gives the new day and hour.
 */
export function duplicateOf(help: HelpRecord, now: { day: string; hour: number }): HelpRecord {
  const { day, hour } = now;
  return { ...help, day, hour, note: '', ageBand: null, gender: null, status: null, postcode: null, stepsReached: null };
}

/** What is written of a help: of a private matter theme and day, nothing more. */
export function writtenOf(help: HelpRecord): HelpRecord | Extract<Payload, { kind: 'private' }> {
  return isPrivate(help.theme) ? { kind: 'private', day: help.day, theme: help.theme } : help;
}
