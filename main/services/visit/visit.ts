import type { CardView } from '../../core/card/view.ts';
import { done, type Mishap, mishap, type Result } from '../../core/mishap.ts';
import { LEFT_BEHIND, type LeftBehind } from '../../core/visit/forget.ts';
import { countedSheet, isInterruption, recordOf } from '../../core/visit/record.ts';
import { themeForRoom } from '../../core/visit/room.ts';
import type { KioskView, VisitView, Wiped } from '../../core/visit/view.ts';
import { type Turn, turn, type VisitEvent, type VisitState, viewOf, wakeAt } from '../../core/visit/visit.ts';
import { openCall } from './call.ts';
import { type Ended, endVisit } from './ending.ts';
import { markerIn } from './marker.ts';
import { newReceipt } from './receipt.ts';
import { teller } from './teller.ts';
import type { Visit, VisitOptions } from './types.ts';

/** States of the reader or its card that somebody of the house must see to. */
const TROUBLE: readonly CardView['state'][] = ['no-service', 'no-reader', 'busy', 'unreadable', 'not-active', 'not-genuine'];

type EndEffect = Extract<Turn['effects'][number], { do: 'end' }>;

/**
 * Opens the holder of the kiosk's one visit. When the marker of a visit is still there, the power went while somebody was here:
 * that visit is ended now, by the same path as every other, and counted.
 */
export async function openVisit(options: VisitOptions): Promise<Visit> {
  const { settings, journal, catalogue, card, timers, now } = options;
  const marker = markerIn(options.folder);
  let state: VisitState = { phase: 'none' };
  /** Interrupted visits that the journal has not taken yet. */
  let uncounted = 0;
  let ending: Promise<Ended> | null = null;
  let ready: Promise<void> = Promise.resolve();
  let wipedAt: number | null = null;
  let outOfOrder = false;
  /** Something of the last visit is still there. */
  let unwiped = false;
  /** Counted after the wipe, while the citizen looks at it. */
  let wiped: (Pick<Extract<VisitView, { phase: 'none' }>, 'kept'> & { wiped: Wiped }) | null = null;
  let goOn = () => {};
  let shut = false;
  let cancelWake = () => {};
  let cancelMinute = () => {};

  const call = openCall({ timers, inVisit: () => state.phase !== 'none', changed: () => announce() });
  const views = teller(view);
  const calls = teller(() => call.view());
  const rooms = teller(kiosk);
  const ends = new Set<(ended: Ended) => void>();

  const forget: Record<LeftBehind, () => unknown> = {
    ...options.forget,
    code: () => options.code.forget(),
    card: () => card.forget(),
    call: () => call.drop(),
    draft: () => {}, // the ending's own copy; the holder's state is empty since the ending began
    marker: () => {
      if (uncounted > 0) throw new Error('an interrupted visit waits to be counted');
      if (cardLeft()) mark(false);
      else marker.remove();
    },
    'print-spool': () => options.print.forget(),
  };

  /** A card of a visit that is over may still be in the reader. The marker stays as long: a start after a power cut must know. */
  const cardLeft = () => state.phase === 'none' && state.cardLeft !== undefined;

  function kiosk(): KioskView {
    const open = state.phase === 'none' ? null : state;
    const asked = call.view();
    const began = open ? Math.floor((timers.now() - open.beganAt) / 60_000) : 0;
    return {
      name: settings.place.kiosk,
      state: outOfOrder ? 'faulty' : open ? 'in-use' : 'free',
      theme: themeForRoom((open && countedSheet(open)?.theme) ?? null),
      call: asked,
      reader: TROUBLE.includes(card.view().state) ? { state: card.view().state, technical: card.technical() } : null,
      cardLeft: state.phase === 'none' && state.cardLeft === 'there',
      unwiped,
      minutes: asked.state === 'none' ? began : call.minutes(),
      wipedAt,
    };
  }

  function view(): VisitView {
    const seen = viewOf(state, timers.now());
    return seen.phase === 'none' && wiped ? { ...seen, ...wiped } : seen;
  }

  /** Tells everybody what changed, and wakes up when something will change by itself. */
  function announce(): void {
    views.tell();
    calls.tell();
    rooms.tell();
    cancelWake();
    const at = wakeAt(state, timers.now());
    cancelWake = at === null ? () => {} : timers.after(Math.max(0, at - timers.now()), () => dispatch({ is: 'tick' }));
    cancelMinute();
    const quiet = state.phase === 'none' && call.view().state === 'none';
    cancelMinute = quiet ? () => {} : timers.after(60_000, announce);
  }

  function dispatch(event: VisitEvent): void {
    const next = turn(state, event, timers.now(), settings.idle);
    state = next.state;
    for (const effect of next.effects) {
      if (effect.do === 'end') {
        void finish(effect);
        state = turn(state, { is: 'card', there: cardThere(card.view()) }, timers.now(), settings.idle).state;
      } else for (const { id, withCard } of LEFT_BEHIND) if (withCard) void Promise.resolve(forget[id]()).catch(() => {}); // asked again at the end
    }
    announce();
  }

  function finish(effect: Pick<EndEffect, 'cause' | 'outcome'> & { visit: EndEffect['visit'] | null }): Promise<Ended> {
    const { cause, outcome, visit } = effect;
    const record =
      visit &&
      recordOf(visit, {
        cause,
        outcome,
        ended: now(),
        elapsed: timers.now() - visit.beganAt,
        catalogue: catalogue.ok ? catalogue.value.version : '',
      });
    if (visit?.counted && isInterruption(cause)) uncounted += 1;
    const write = async (): Promise<Mishap | null> => {
      // Taken out before it is written, put back when it was refused: a slow answer must not be counted twice.
      const count = uncounted;
      uncounted = 0;
      const counted = count > 0 ? await journal.interrupted(count) : done(undefined);
      if (!counted.ok) uncounted += count;
      const written = record ? await journal.add(record, visit?.receipt ?? null) : done(undefined);
      return !written.ok ? written.code : !counted.ok ? counted.code : null;
    };
    const show = async (left: Wiped | null) => {
      // Only where somebody may be looking: a window that crashed or was closed shows nothing.
      if (!left || shut || options.receipt.stays === 0 || (cause !== 'done' && cause !== 'idle')) return;
      wiped = { wiped: left, kept: record !== null };
      const read = new Promise<void>((resolve) => {
        const cancel = timers.after(options.receipt.stays, resolve);
        goOn = () => {
          cancel();
          resolve();
        };
      });
      announce();
      await read;
      wiped = null;
    };
    const { count } = options.receipt;
    const path = endVisit({ cause, forget, write, settle: () => journal.settle(), count, show, timers });
    if (cause === 'done' || cause === 'idle') outOfOrder = false; // somebody was served to the end: it works again
    ready = path.ready.then((failures) => {
      ending = null;
      if (failures.length === 0) wipedAt = now().getHours();
      announce();
    });
    ending = Promise.all([ready, path.over]).then(([, ended]) => {
      unwiped = ended.failed > 0 || !ended.left || ended.left.files > 0 || ended.left.cookies > 0 || !ended.left.signedOut;
      announce();
      for (const listener of ends) listener(ended);
      return ended;
    });
    return ending;
  }

  /** Whether a card is in the reader; null when nobody can know. */
  function cardThere(view: CardView): boolean | null {
    if (view.state === 'no-service' || view.state === 'no-reader') return null;
    // Another card than an eID: taking it out, as the screen asks, takes nothing away from anybody.
    return view.state !== 'no-card' && view.state !== 'not-eid' && view.state !== 'bank-card';
  }
  let lastThere = cardThere(card.view());
  /** The card that is in could not be read from the first. */
  let unread = card.view().state === 'unreadable';
  const cardSeen = () => {
    const there = cardThere(card.view());
    const gone = unread && there === false;
    if (there !== null) unread = card.view().state === 'unreadable' && (unread || lastThere === false);
    const waited = cardLeft();
    const same = there === null || there === lastThere;
    lastThere = there ?? lastThere;
    // After a visit also what the reader does is of interest: one that is gone must not hold up the counter.
    if (!same || state.phase === 'none') dispatch({ is: 'card', there, ...(gone && { unread: true }) });
    else rooms.tell();
    if (waited && !cardLeft() && !ending && uncounted === 0) marker.remove();
  };
  const stopCard = card.onChange(cardSeen);

  function guide(event: { is: 'opened'; procedure: string } | { is: 'step'; procedure: string; step: number }): Result<void> {
    if (state.phase === 'none') return mishap('no-visit');
    if (!catalogue.ok) return catalogue;
    const sheet = catalogue.value.read(event.procedure, state.language);
    if (!sheet.ok) return sheet;
    dispatch({ ...event, theme: sheet.value.file.theme, steps: sheet.value.text.steps.length });
    return done(undefined);
  }
  const acted = (event: VisitEvent) => {
    dispatch(event);
    return view();
  };
  const mark = (counted: boolean) => {
    try {
      marker.put(counted || uncounted > 0);
    } catch {
      // A full or read-only disk must not keep anybody from being helped; only the count after a power cut is lost.
    }
  };

  const left = marker.left();
  if (left !== null) {
    uncounted = left;
    void finish({ cause: 'power', outcome: null, visit: null });
    await ready; // not the printer, which may be switched off
    // Whose card this is nobody can say: it may well be that of the visit that was cut off.
    void card.known().then(() => {
      if (state.phase === 'none' && cardThere(card.view())) {
        state = { phase: 'none', cardLeft: 'there' };
        mark(false);
        announce();
      }
    });
  }

  return {
    view,
    begin: async (language) => {
      goOn();
      await ready;
      if (shut || (state.phase === 'none' && state.cardLeft === 'there')) return view();
      if (state.phase === 'none') mark(true);
      // Not what was seen last: a reader that is gone has no card for anybody.
      const there = cardThere(card.view()) === true;
      return acted({ is: 'begin', receipt: newReceipt(options.random), language, cardThere: there });
    },
    active: () => dispatch({ is: 'act' }),
    language: (language) => dispatch({ is: 'language', language }),
    opened: (procedure) => guide({ is: 'opened', procedure }),
    step: (procedure, step) => guide({ is: 'step', procedure, step }),
    otherWay: (way) => dispatch({ is: 'other-way', way }),
    count: (count) => {
      if (state.phase !== 'none') mark(count);
      return acted({ is: 'count', count });
    },
    continueVisit: () => acted({ is: 'continue' }),
    end: async (cause, outcome) => {
      if (state.phase === 'none') return ending ?? finish({ cause, outcome, visit: null });
      dispatch({ is: 'end', cause, outcome });
      return ending ?? finish({ cause, outcome, visit: null });
    },
    goOn: () => goOn(),
    speaks: () => (state.phase === 'none' ? null : state.language),
    paper: () => {
      const sheet = state.phase === 'none' ? undefined : state.sheets.at(-1);
      if (state.phase === 'none' || !sheet) return null;
      const { language, receipt, counted } = state;
      return { procedure: sheet.procedure, language, step: sheet.at, receipt: counted ? receipt : null };
    },

    callPerson: (reason) => {
      call.make(reason);
      return call.view();
    },
    cancelCall: () => {
      call.drop();
      return call.view();
    },
    answerCall: (name) => {
      if (name === settings.place.kiosk) call.answer();
    },
    call: () => call.view(),
    kiosk,
    faulty: (is) => {
      outOfOrder = is;
      announce();
    },

    onChange: views.listen,
    onCall: calls.listen,
    onRoom: rooms.listen,
    onEnded: (listener) => {
      ends.add(listener);
      return () => void ends.delete(listener);
    },
    close: async () => {
      shut = true;
      goOn();
      stopCard();
      if (state.phase !== 'none') dispatch({ is: 'end', cause: 'power', outcome: null });
      await ready; // not the printer: its jobs are on a list that the next start works off
      call.drop();
      cancelWake();
      cancelMinute();
    },
  };
}
