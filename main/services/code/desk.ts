import {
  type CodeEnd,
  type CodeOutcome,
  PIN_SHORTEST,
  type PinField,
  type PinProblem,
  type PinQuestion,
  type PinView,
  questionOf,
} from '../../core/card/code.ts';
import type { CardCode, CodeAnswer } from '../card/index.ts';
import { openDigits } from './digits.ts';
import { type Errand, type Job, type JobEnd, mayHaveSpent, openJob, toOutcome } from './job.ts';
import { padOrder } from './pad.ts';
import type { ToSign } from './to-sign.ts';
import { makeTrial } from './trial.ts';
import type { CodeDesk } from './types.ts';

export interface CodeDeskOptions {
  card: CardCode;
  shuffled: boolean;
  /** Uniform random bytes. */
  random: (bytes: number) => Uint8Array;
  /** Whether a site could be logged in to here with a key that signs so: the program for it may be missing. */
  canLogIn(scheme: ToSign['scheme']): boolean;
  /** The person did something. */
  active(): void;
}

const MOST_WRONG = 2;
/** A keypad that finds fault with everything is not asked for ever. */
const MOST_MISTYPED = 3;

export function openCodeDesk({ card, shuffled, random, canLogIn, active }: CodeDeskOptions): CodeDesk {
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
    closed?.end({ ...end, signature: closed.signature, code: closed.code });
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
  const before = (mine: Job, agreed: 'nothing' | 'purpose' | 'last-try') => {
    if (mine.purpose && agreed === 'nothing') return show({ phase: 'consent', ...doing(mine), purpose: mine.purpose });
    if (mine.triesLeft === 1 && agreed !== 'last-try') return show({ phase: 'warning', ...doing(mine) });
    // On a keypad the code goes to the card at once: the second question comes before it.
    if (mine.triesLeft === 1 && mine.keypad) return show({ phase: 'sure', ...doing(mine) });
    ask(mine);
  };

  const begin = async (mine: Job) => {
    show({ phase: 'busy', ...doing(mine), stops: true });
    const state = await card.state(mine.key, mine.does === 'change');
    if (job !== mine) return;
    if (state.outcome !== 'done') return finish(mine, toOutcome(state));
    mine.triesLeft = state.triesLeft;
    // The browser wants the code of a log-in too, and could not have it from the reader's keys.
    mine.keypad = state.keypad && mine.does !== 'login';
    if (mine.triesLeft === 0) return finish(mine, 'blocked');
    if (visit.wrong >= MOST_WRONG) return finish(mine, 'stopped');
    if (mine.does === 'try-login') {
      if (!state.publicKey) return finish(mine, 'no-key');
      mine.trial = makeTrial(state.publicKey, random);
      if (!mine.trial) return finish(mine, 'unreadable');
      // The answer is no whatever the code: none is asked.
      if (!canLogIn(mine.trial.what.scheme)) return finish(mine, 'no-module');
      mine.sign = mine.trial.what;
      mine.purpose = mine.sign.purpose;
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
    const kept = mine.does === 'login' ? digits.current.copy() : null;
    const answer = await send(mine);
    mine.trying = false;
    if (answer.outcome === 'done') mineToo.wrong = 0;
    else if (!mayHaveSpent(answer)) mineToo.wrong--;
    const isWanted = job === mine;
    if (kept && isWanted && answer.outcome === 'done') mine.code = textOf(kept);
    kept?.fill(0);
    if (!isWanted) return;
    if (mine.keypad) active();
    tried(mine, answer);
  };
  /** After the card's answer to a code. */
  const tried = (mine: Job, answer: CodeAnswer) => {
    const { outcome } = answer;
    if (outcome === 'done') {
      if (mine.does === 'login') return close({ outcome, help: false });
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

  const open = (errand: Errand) =>
    new Promise<JobEnd>((end) => {
      if (job) return end({ outcome: 'cancelled', help: false, signature: null, code: null });
      job = openJob(errand, end);
      void begin(job);
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
      const key = task === 'try-login' ? 'authentication' : null;
      const { outcome, help } = await open({ does: task, language, key, purpose: null, sign: null });
      return { outcome, help };
    },
    async sign(what, language) {
      const { purpose, key } = what;
      const { outcome, help, signature } = await open({ does: 'sign', language, key, purpose, sign: what });
      return { outcome, help, signature };
    },
    async login(host, language) {
      const purpose = { kind: 'login', host } as const;
      const { outcome, help, code } = await open({ does: 'login', language, key: 'authentication', purpose, sign: null });
      return { outcome, help, code };
    },
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
      if (view.phase === 'consent') before(job, 'purpose');
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

/** ASCII digits as a string, by no other copy: `Buffer.from` an array leaves one in a pool that nobody overwrites. */
const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
