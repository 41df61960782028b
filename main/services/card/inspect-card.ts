import type { ChipVerdict } from '../../../native/eid/further-verdicts.ts';
import type { Inspection, VerdictFacts } from '../../../native/inspection.ts';
import type { Figures, ReadResult, SlotState } from '../../../native/messages.ts';
import { localDay } from '../../core/local-day.ts';
import { askOnline } from './ask-online.ts';
import { NOTHING_CHECKED, openCardInquiry, type Revocation } from './card-inquiry.ts';
import type { Launch } from './launch.ts';
import { openLink } from './link.ts';

/** Why a card could not be read, or was not believed; closed, and listed in docs/card.md. */
export const CARD_MISHAPS = [
  'no-service',
  'no-reader',
  'no-card',
  'card-removed',
  'not-eid',
  'bank-card',
  'card-busy',
  'card-not-activated',
  'card-damaged',
  'unreadable',
  'not-genuine',
] as const;
export type CardMishap = (typeof CARD_MISHAPS)[number];

/** Everything `comptoir card --json` tells, in this order; other tools read it (docs/card.md). Null: absent, or nobody can say. */
export interface CardReport {
  readonly reader: string | null;
  /** Upper-case hex. */
  readonly atr: string | null;
  readonly applet: string | null;
  readonly kind: 'eid' | 'other' | 'unreadable' | null;
  readonly identity: Inspection['identity'];
  readonly address: Inspection['address'];
  readonly photo: Inspection['photo'];
  readonly verdict: VerdictFacts;
  readonly mishap: CardMishap | null;
  /** Milliseconds since the read began. */
  readonly timing: Omit<Figures, 'totalMs' | 'commands'> & { readonly totalMs: number | null; readonly apdus: number };
  /** Is it the chip itself; only when asked. */
  readonly chip?: ChipVerdict;
  /** Only when asked. */
  readonly revocation?: Revocation;
}
/** Questions beyond the files, each on demand only. */
export interface Further {
  /** The chip's own proof (applet 1.8). */
  readonly challenge?: boolean;
  /** OCSP or list of the card's certificates, over the network. */
  readonly online?: boolean;
}

const NO_VERDICT: VerdictFacts = { identity: null, address: null, photo: null, chain: null, expired: null };
const OF_SLOT: Record<SlotState, [CardReport['kind'], CardMishap]> = {
  'no-service': [null, 'no-service'],
  'no-reader': [null, 'no-reader'],
  'no-card': [null, 'no-card'],
  'not-eid': ['other', 'not-eid'],
  'bank-card': ['other', 'bank-card'],
  busy: ['unreadable', 'card-busy'],
  unreadable: ['unreadable', 'unreadable'],
  // Known as an eID, but no answer to the read came.
  present: ['unreadable', 'unreadable'],
};
/** Faults of a card that answers, but not with the files of an eID. */
const DAMAGE: readonly string[] = ['absent', 'odd', 'malformed', 'unsteady', 'not-eid'];
/** No card takes longer to read, at the slowest speed and with every retry. */
const READ_MS = 60_000;
/** These may change while one waits. */
const PASSING: readonly SlotState[] = ['no-service', 'no-reader', 'no-card', 'busy'];

/**
 * Reads one card whole (identity, address, photo) through the same process as the kiosk, and verifies it. Takes what is there, or
 * waits up to `waitMs` for an eID to be put in. For the IT person and for tests: nothing is kept. `nationalNumber` is heard by test
 * builds only.
 */
export function inspectCard(options: {
  launch: Launch;
  now: () => Date;
  waitMs: number;
  nationalNumber?: boolean;
  further?: Further;
}): Promise<CardReport> {
  return new Promise((resolve) => {
    let reading = 0;
    let insertion: number | null = null;
    let asking = false;
    let last: SlotState = 'no-service';
    let place: Pick<CardReport, 'reader' | 'atr'> = { reader: null, atr: null };
    const { further = {} } = options;
    const end = (report: CardReport) => {
      clearTimeout(timer);
      const chip = further.challenge && { chip: report.chip ?? 'not-checked' };
      const revocation = further.online && { revocation: report.revocation ?? NOTHING_CHECKED };
      void link.close().then(() => resolve({ ...report, ...chip, ...revocation }));
    };
    const endWith = (kind: CardReport['kind'], mishap: CardMishap) => end(emptyReport(place, kind, mishap));
    const endAsSlot = () => endWith(...OF_SLOT[last]);
    const link = openLink({
      launch: options.launch,
      onReport(report) {
        if (report.kind === 'inquiry') inquiry.onReport(report);
        else if (report.kind === 'state') {
          insertion = report.state === 'present' ? report.insertion : null;
          inquiry.drop();
          if (asking) return;
          last = report.state;
          // A card pulled in mid-read: the read says so.
          if (reading === 0 || report.atr) place = { reader: report.reader, atr: report.atr };
          if (last === 'present') {
            const { nationalNumber = false, now } = options;
            const whole = { fields: [], parts: ['address' as const, 'photo' as const], verdicts: true, nationalNumber };
            link.send({ kind: 'read', id: ++reading, today: localDay(now()), ...whole });
          } else if (!PASSING.includes(last) || (options.waitMs === 0 && reading === 0)) endAsSlot();
        } else if (report.kind === 'result' && report.id === reading) void endWithMore(fullReport(place, report));
      },
      onDown(why) {
        insertion = null;
        inquiry.drop();
        if (asking) return;
        if (why === 'stuck') endWith('unreadable', 'unreadable');
        else if (options.waitMs === 0) endWith(null, 'no-service');
      },
    });
    const inquiry = openCardInquiry({
      send: (request) => link.send(request),
      insertion: () => insertion,
      online: askOnline,
      now: options.now,
    });
    const endWithMore = async (report: CardReport) => {
      const mine = insertion;
      if (mine === null || report.kind !== 'eid') return end(report);
      asking = true;
      clearTimeout(timer);
      const chip = further.challenge && { chip: await inquiry.chip(mine, localDay(options.now())) };
      const revocation = further.online && { revocation: await inquiry.revocation(mine) };
      end({ ...report, ...chip, ...revocation });
    };
    // Without waiting, the first news decides; this bounds a process that never has any.
    let timer = setTimeout(() => {
      // The wait is for a card: one that is being read has come in time.
      if (last === 'present') timer = setTimeout(endAsSlot, READ_MS);
      else endAsSlot();
    }, options.waitMs || 15_000);
  });
}

function fullReport(place: Pick<CardReport, 'reader' | 'atr'>, { outcome, inspection, figures }: ReadResult): CardReport {
  const { identityMs, addressMs, verifiedMs, totalMs, commands: apdus } = figures;
  const timing = { identityMs, addressMs, verifiedMs, totalMs, apdus };
  const mishap = mishapOf(outcome, inspection?.fault ?? null);
  if (!inspection) return { ...emptyReport(place, null, mishap ?? 'card-removed'), timing };
  const { applet, identity, address, photo, verdict } = inspection;
  const kind = inspection.fault === null || outcome === 'not-active' ? 'eid' : 'unreadable';
  return { ...place, applet, kind, identity, address, photo, verdict, mishap, timing };
}

function mishapOf(outcome: ReadResult['outcome'], fault: string | null): CardMishap | null {
  if (outcome === 'genuine') return null;
  if (outcome === 'not-genuine') return 'not-genuine';
  if (outcome === 'removed') return 'card-removed';
  if (outcome === 'not-active') return 'card-not-activated';
  return fault !== null && DAMAGE.includes(fault) ? 'card-damaged' : 'unreadable';
}

function emptyReport(place: Pick<CardReport, 'reader' | 'atr'>, kind: CardReport['kind'], mishap: CardMishap): CardReport {
  const timing = { identityMs: null, addressMs: null, verifiedMs: null, totalMs: null, apdus: 0 };
  const nothing = { applet: null, kind, identity: null, address: null, photo: null };
  return { ...place, ...nothing, verdict: NO_VERDICT, mishap, timing };
}
