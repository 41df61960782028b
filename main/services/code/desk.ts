import {
  type CodeEnd,
  type CodeOutcome,
  type CodeTask,
  PIN_SHORTEST,
  type PinField,
  type PinKey,
  type PinProblem,
  type PinQuestion,
  type PinView,
  questionOf,
} from '../../core/card/code.ts';
import type { Language } from '../../core/language.ts';
import type { CardCode, CodeAnswer, KeyName } from '../card/index.ts';
import { openDigits } from './digits.ts';
import { padOrder } from './pad.ts';
import type { ToSign } from './to-sign.ts';
import { makeTrial, type Trial } from './trial.ts';

/**
 * The PIN dialogue: asks, tries, and stops in time. One at a time. It holds the digits, nobody else does; the PIN window sees only
 * how many there are. After two wrong codes in a visit nothing more is tried, whichever card they were for; a card with one try left
 * asks twice. A code that went to the card and was never answered counts as a wrong one until the answer says otherwise.
 */
export interface CodeDesk {
  view(): PinView;
  onChange(listener: (view: PinView) => void): () => void;
  /** Resolves when the window is closed. A second one while the first is open is `cancelled`. */
  start(task: CodeTask, language: Language): Promise<CodeEnd>;
  /** For main only: no screen can ask for a signature of its own making. */
  sign(what: ToSign, language: Language): Promise<CodeEnd & { signature: Uint8Array | null }>;
  press(key: PinKey): void;
  /** An answer to another question than the one shown is not heard: two quick touches are not two answers. */
  go(question: PinQuestion): void;
  /** As `go`. Not once a code is with the card: its answer says whether a try was spent. */
  back(question: PinQuestion): void;
  help(): void;
  /** The card is gone, or the visit waits for an answer: closes at once. A dialogue that had ended keeps its outcome. */
  drop(outcome: 'removed' | 'cancelled'): void;
  /** End of the visit: as `drop`, and its wrong codes are not held against the next person. */
  forget(): void;
}

export interface CodeDeskOptions {
  card: CardCode;
  shuffled: boolean;
  /** Uniform random bytes. */
  random: (bytes: number) => Uint8Array;
  /** The person did something. */
  active(): void;
}

/** One opening of the window. */
interface Job {
  readonly does: CodeTask | 'sign';
  readonly language: Language;
  sign: ToSign | null;
  trial: Trial | null;
  keypad: boolean;
  /** As the card last told. */
  triesLeft: number | null;
  mistyped: number;
  /** A code was handed over, and its answer is not there. */
  trying: boolean;
  signature: Uint8Array | null;
  readonly end: (end: CodeEnd & { signature: Uint8Array | null }) => void;
}

const MOST_WRONG = 2;
/** A keypad that finds fault with everything is not asked for ever. */
const MOST_MISTYPED = 3;

export function openCodeDesk({ card, shuffled, random, active }: CodeDeskOptions): CodeDesk {
  const listeners = new Set<(view: PinView) => void>();
  const digits = { current: openDigits(), new: openDigits(), again: openDigits() };
  let view: PinView = { phase: 'closed' };
  let job: Job | null = null;
  let pad: number[] = [];
  /** Of this visit: an object, so that a late answer finds the visit it belongs to. */
  let visit = { wrong: 0 };

  const show = (next: PinView) => {
    view = next;
    for (const listener of listeners) listener(view);
  };
  const clear = () => {
    for (const field of Object.values(digits)) field.clear();
  };
  const close = (end: CodeEnd) => {
    const closed = job;
    clear();
    job = null;
    card.cancel();
    show({ phase: 'closed' });
    closed?.end({ ...end, signature: closed.signature });
  };
  const doing = ({ does, language }: Job) => ({ does, language });
  const finish = (mine: Job, outcome: CodeOutcome) => {
    clear();
    if (outcome !== 'done') mine.signature = null;
    show({ phase: 'end', ...doing(mine), outcome });
  };

  /** The code is to be typed: here, or on the reader's keys. */
  const ask = (mine: Job, problem: PinProblem | null = null) => {
    if (mine.keypad) return void tryCode(mine, problem);
    pad = padOrder(shuffled, random);
    askFor(mine, 'current', problem);
  };
  const askFor = (mine: Job, field: PinField, problem: PinProblem | null = null) => {
    digits[field].clear();
    showEntry(mine, field, problem);
  };
  const showEntry = (mine: Job, field: PinField, problem: PinProblem | null) => {
    const { count } = digits[field];
    const { triesLeft } = mine;
    show({ phase: 'entry', ...doing(mine), field, digits: count, enough: count >= PIN_SHORTEST, problem, triesLeft, pad });
  };
  /** What comes before the code: what is signed, then that it is the last try. */
  const before = (mine: Job, agreed: 'nothing' | 'signature' | 'last-try') => {
    if (mine.sign && agreed === 'nothing') return show({ phase: 'consent', ...doing(mine), purpose: mine.sign.purpose });
    if (mine.triesLeft === 1 && agreed !== 'last-try') return show({ phase: 'warning', ...doing(mine) });
    // On a keypad the code goes to the card at once: the second question comes before it.
    if (mine.triesLeft === 1 && mine.keypad) return show({ phase: 'sure', ...doing(mine) });
    ask(mine);
  };

  const begin = async (mine: Job, key: KeyName | null) => {
    show({ phase: 'busy', ...doing(mine), stops: true });
    const state = await card.state(key, mine.does === 'change');
    if (job !== mine) return;
    if (state.outcome !== 'done') return finish(mine, toOutcome(state));
    mine.triesLeft = state.triesLeft;
    mine.keypad = state.keypad;
    if (mine.triesLeft === 0) return finish(mine, 'blocked');
    if (visit.wrong >= MOST_WRONG) return finish(mine, 'stopped');
    if (mine.does === 'try-login') {
      if (!state.publicKey) return finish(mine, 'no-key');
      mine.trial = makeTrial(state.publicKey, random);
      if (!mine.trial) return finish(mine, 'unreadable');
      mine.sign = mine.trial.what;
    }
    before(mine, 'nothing');
  };

  /** Hands the digits to the card, and keeps none. */
  const send = (mine: Job): Promise<CodeAnswer> => {
    const { sign, does, language, keypad } = mine;
    const code = keypad ? null : digits.current.copy();
    const next = keypad || does !== 'change' ? null : digits.new.copy();
    clear();
    if (sign) return card.sign({ code, key: sign.key, hash: sign.hash, scheme: sign.scheme, digest: sign.digest, language });
    return does === 'change' ? card.change(code, next, language) : card.verify(code, language);
  };

  const tryCode = async (mine: Job, problem: PinProblem | null = null) => {
    const { triesLeft } = mine;
    if (mine.keypad) show({ phase: 'keypad', ...doing(mine), triesLeft, ...(problem && { problem }) });
    else show({ phase: 'busy', ...doing(mine), stops: false });
    const mineToo = visit;
    mineToo.wrong++;
    mine.trying = true;
    const answer = await send(mine);
    mine.trying = false;
    if (answer.outcome === 'done') mineToo.wrong = 0;
    else if (!answer.sent || !MAY_HAVE_SPENT.has(answer.outcome)) mineToo.wrong--;
    if (job !== mine) return;
    if (mine.keypad) active();
    tried(mine, answer);
  };
  /** After the card's answer to a code. */
  const tried = (mine: Job, answer: CodeAnswer) => {
    const { outcome } = answer;
    if (outcome === 'done') {
      mine.signature = answer.signature;
      return finish(mine, mine.trial && !mine.trial.isSigned(answer.signature) ? 'refused' : 'done');
    }
    if (outcome === 'mistyped' && ++mine.mistyped < MOST_MISTYPED) return ask(mine, 'differs');
    if (outcome !== 'wrong') return finish(mine, toOutcome(answer));
    mine.triesLeft = answer.triesLeft;
    if (mine.triesLeft === 0) return finish(mine, 'blocked');
    if (visit.wrong >= MOST_WRONG || mine.triesLeft === 1) return finish(mine, 'stopped');
    ask(mine, 'wrong');
  };

  /** The code was typed: the next field, or the second question before the last try, or the card. */
  const typed = (mine: Job, field: PinField) => {
    if (digits[field].count < PIN_SHORTEST) return;
    if (mine.does === 'change' && field === 'current') return askFor(mine, 'new');
    if (field === 'new') return digits.new.same(digits.current) ? askFor(mine, 'new', 'same') : askFor(mine, 'again');
    if (field === 'again' && !digits.again.same(digits.new)) {
      digits.again.clear();
      return askFor(mine, 'new', 'differs');
    }
    if (mine.triesLeft === 1) return show({ phase: 'sure', ...doing(mine) });
    void tryCode(mine);
  };

  const open = (does: Job['does'], language: Language, sign: ToSign | null, key: KeyName | null) =>
    new Promise<CodeEnd & { signature: Uint8Array | null }>((end) => {
      if (job) return end({ outcome: 'cancelled', help: false, signature: null });
      job = {
        does,
        language,
        sign,
        trial: null,
        keypad: false,
        triesLeft: null,
        mistyped: 0,
        trying: false,
        signature: null,
        end,
      };
      void begin(job, key);
    });
  const drop: CodeDesk['drop'] = (outcome) => {
    if (job) close({ outcome: view.phase === 'end' ? view.outcome : outcome, help: false });
  };
  const isAsked = ({ phase, field }: PinQuestion) => {
    const asked = questionOf(view);
    return phase === asked.phase && field === asked.field;
  };
  // Whatever was typed was for the card that was there.
  card.onGone(() => drop('removed'));

  return {
    view: () => view,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(task, language) {
      const { outcome, help } = await open(task, language, null, task === 'try-login' ? 'authentication' : null);
      return { outcome, help };
    },
    sign: (what, language) => open('sign', language, what, what.key),
    press(key) {
      if (!job || view.phase !== 'entry') return;
      active();
      if (key === 'erase') digits[view.field].erase();
      else digits[view.field].press(Number(key));
      showEntry(job, view.field, null);
    },
    go(question) {
      active();
      if (!job || !isAsked(question)) return;
      if (view.phase === 'consent') before(job, 'signature');
      else if (view.phase === 'warning') before(job, 'last-try');
      else if (view.phase === 'entry') typed(job, view.field);
      else if (view.phase === 'sure') void tryCode(job);
      else if (view.phase === 'end') close({ outcome: view.outcome, help: false });
    },
    back(question) {
      active();
      if (job && !job.trying && isAsked(question))
        close({ outcome: view.phase === 'end' ? view.outcome : 'cancelled', help: false });
    },
    help() {
      if (view.phase === 'end') close({ outcome: view.outcome, help: true });
    },
    drop,
    forget() {
      visit = { wrong: 0 };
      drop('cancelled');
    },
  };
}

/** Answers that leave open, or say, that the card counted a wrong code, if one was sent. */
const MAY_HAVE_SPENT: ReadonlySet<CodeAnswer['outcome']> = new Set(['wrong', 'gone', 'unreadable']);

function toOutcome({ outcome }: CodeAnswer): CodeOutcome {
  if (outcome === 'gone') return 'removed';
  if (outcome === 'mistyped') return 'cancelled';
  return outcome === 'wrong' ? 'stopped' : outcome;
}
