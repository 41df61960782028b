import type { FieldName } from '../../../native/fields.ts';
import type { ReadResult, Request, SlotState } from '../../../native/messages.ts';
import { noCoreDumps } from '../../../native/no-core.ts';
import type { Warranted } from '../../../native/warrant.ts';
import type { CardFacts, CardField, CardView } from '../../core/card/view.ts';
import { localDay } from '../../core/local-day.ts';
import type { Warrant } from '../../core/procedure/warrant.ts';
import { type CardCode, openCardCode } from './card-code.ts';
import { type CardOnce, openCardOnce } from './card-once.ts';
import type { Launch } from './launch.ts';
import { type LinkOptions, openLink } from './link.ts';

/** The card of the one visit: follows the reader, keeps the agreed facts in memory only. */
export interface CardService {
  view(): CardView;
  /** Reader, ATR and PC/SC code in one line, for the IT person; empty when all is quiet. Nothing read from a card. */
  technical(): string;
  readonly code: CardCode;
  readonly once: CardOnce;
  /** Resolves once the readers have been looked at: before, `view` says "no card" because it does not know. */
  known(): Promise<void>;
  /** Calls back on every change until the returned function is called. */
  onChange(listener: (view: CardView) => void): () => void;
  /**
   * The citizen agrees to these fields of the card that is there, or else of the next one: reads and verifies it. Consent leaves with
   * the card. A `warrant` of the procedure at hand, to which the citizen agrees too, opens what it names if the card process believes it.
   */
  agree(fields: readonly CardField[], warrant?: Warrant | null): void;
  /** What a warrant opened of the card that is there. It is in no view and no event: no seat shows, sends or keeps it. */
  warranted(): Warranted | null;
  /** Drops facts, values and every consent, and what is asked of the card's code. A card that stays in is `present` again, no more. */
  forget(): void;
  /** Ends the card process. */
  close(): Promise<void>;
}

/** Opens the card service. It never fails: what is wrong with readers and cards is in its view. `now` gives the day for expiry. */
export function openCard(options: { launch: Launch; now: () => Date; readers?: LinkOptions['readers'] }): CardService {
  // Facts of a card, and the digits of its code, are in this process too.
  void noCoreDumps();
  const listeners = new Set<(view: CardView) => void>();
  // Until the readers are known (a moment), "no card" is the quietest thing to say.
  let slot: SlotState = 'no-card';
  let insertion = 0;
  let technical = '';
  let view: CardView = { state: 'no-card' };
  let consent: { fields: readonly CardField[]; warrant: Warrant | null } | null = null;
  let warranted: Warranted | null = null;
  /** Every read has a number of its own; this is the one whose result the view waits for. */
  let reading = 0;
  let serial = 0;
  let nowKnown: () => void = () => undefined;
  const known = new Promise<void>((resolve) => {
    nowKnown = resolve;
  });

  const show = (next: CardView) => {
    if (JSON.stringify(next) === JSON.stringify(view)) return;
    view = next;
    for (const listener of listeners) listener(view);
  };
  const dropWarranted = () => {
    warranted?.photo?.fill(0);
    warranted = null;
  };
  const read = () => {
    dropWarranted();
    if (!consent) return show({ state: 'present' });
    reading = ++serial;
    show({ state: 'checking' });
    link.send(readOf(reading, [...consent.fields], consent.warrant));
  };
  const readOf = (id: number, fields: FieldName[], warrant: Warrant | null): Request => ({
    kind: 'read',
    id,
    fields,
    warrant,
    parts: [],
    verdicts: false,
    today: localDay(options.now()),
  });
  const slotChanged = (state: SlotState, which: number) => {
    nowKnown();
    if (state === slot && which === insertion) return;
    // Whatever was agreed to was agreed to for the card that was there, not for the next person's.
    if (slot === 'present') consent = null;
    slot = state;
    insertion = which;
    code.drop();
    once.drop();
    dropWarranted();
    reading = ++serial;
    if (state === 'present') read();
    else show({ state });
  };

  const code = openCardCode({
    send: (request) => link.send(request),
    insertion: () => (slot === 'present' ? insertion : null),
    today: () => localDay(options.now()),
  });
  const once = openCardOnce({
    present: () => slot === 'present',
    send(fields) {
      if (view.state === 'checking') return null;
      link.send(readOf(++serial, fields, null));
      return serial;
    },
  });
  const link = openLink({
    launch: options.launch,
    ...(options.readers && { readers: options.readers }),
    onReport(report) {
      if (report.kind === 'code') code.onReport(report);
      else if (report.kind === 'state') {
        technical = report.technical;
        slotChanged(report.state, report.insertion);
      } else if (report.kind === 'result' && report.id === reading && slot === 'present' && report.outcome !== 'removed') {
        warranted = report.warranted ?? null;
        show(toView(report));
        once.resume();
      } else if (report.kind === 'result') once.onResult(report);
    },
    onDown(why) {
      slotChanged(why === 'stuck' ? 'unreadable' : 'no-service', 0);
      code.down();
    },
  });

  return {
    view: () => view,
    technical: () => technical,
    code,
    once,
    known: () => known,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    warranted: () => warranted,
    agree(fields, warrant = null) {
      consent = { fields: [...fields], warrant };
      if (slot === 'present') read();
    },
    forget() {
      consent = null;
      dropWarranted();
      reading = ++serial;
      link.send({ kind: 'forget' });
      code.drop();
      once.drop();
      show({ state: slot });
    },
    close: () => link.close(),
  };
}

function toView({ outcome, fields, expired }: ReadResult): CardView {
  if (outcome === 'not-genuine' || outcome === 'not-active') return { state: outcome };
  if (outcome !== 'genuine') return { state: 'unreadable' };
  const facts: CardFacts = {
    ...(fields['first-name'] && { firstName: fields['first-name'] }),
    ...(fields.validity && { validUntil: fields.validity }),
  };
  return { state: expired ? 'expired' : 'ready', facts };
}
