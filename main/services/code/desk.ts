import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  type CodeEnd,
  type CodeOutcome,
  type CodeTask,
  PIN_SHORTEST,
  type PinField,
  type PinKey,
  type PinProblem,
  type PinView,
  type SignPurpose,
} from '../../core/card/code.ts';
import type { Language } from '../../core/language.ts';
import type { CardCode, CodeAnswer, HashName, KeyName, Scheme } from '../card/index.ts';
import { openDigits } from './digits.ts';

/** Something to be signed by the card, for a purpose that the citizen reads first. */
export interface ToSign {
  purpose: SignPurpose;
  key: KeyName;
  hash: HashName;
  scheme: Scheme;
  digest: Uint8Array;
}

/**
 * The PIN dialogue: asks, tries, and stops in time. One at a time. It holds the digits, nobody else does; the PIN window sees only
 * how many there are. After two wrong codes in a visit nothing more is tried; a card with one try left asks twice.
 */
export interface CodeDesk {
  view(): PinView;
  onChange(listener: (view: PinView) => void): () => void;
  /** Resolves when the window is closed. A second one while the first is open is `cancelled`. */
  start(task: CodeTask, language: Language): Promise<CodeEnd>;
  /** For main only: no screen can ask for a signature of its own making. */
  sign(what: ToSign, language: Language): Promise<CodeEnd & { signature: Uint8Array | null }>;
  press(key: PinKey): void;
  go(): void;
  back(): void;
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

type Does = CodeTask | 'sign';
interface Job {
  does: Does;
  language: Language;
  sign: ToSign | null;
  end(end: CodeEnd, signature: Uint8Array | null): void;
}

const MOST_WRONG = 2;

export function openCodeDesk({ card, shuffled, random, active }: CodeDeskOptions): CodeDesk {
  const listeners = new Set<(view: PinView) => void>();
  const digits = { current: openDigits(), new: openDigits(), again: openDigits() };
  let view: PinView = { phase: 'closed' };
  let job: Job | null = null;
  let triesLeft: number | null = null;
  let keypad = false;
  let wrong = 0;
  let signature: Uint8Array | null = null;
  let pad: number[] = [];

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
    triesLeft = null;
    show({ phase: 'closed' });
    closed?.end(end, signature);
    signature = null;
  };
  const doing = ({ does, language }: Job) => ({ does, language });
  const finish = (mine: Job, outcome: CodeOutcome) => {
    clear();
    if (outcome !== 'done') signature = null;
    show({ phase: 'end', ...doing(mine), outcome });
  };

  const ask = (mine: Job, field: PinField, problem: PinProblem | null = null) => {
    if (keypad) return void tryCode(mine);
    digits[field].clear();
    if (field === 'current') pad = order(shuffled, random);
    type(mine, field, problem);
  };
  const type = (mine: Job, field: PinField, problem: PinProblem | null) => {
    const { count } = digits[field];
    show({ phase: 'entry', ...doing(mine), field, digits: count, enough: count >= PIN_SHORTEST, problem, triesLeft, pad });
  };
  /** What comes before the code: what is signed, then that it is the last try. */
  const before = (mine: Job, agreed: 'nothing' | 'signature' | 'last-try') => {
    if (mine.sign && agreed === 'nothing') return show({ phase: 'consent', ...doing(mine), purpose: mine.sign.purpose });
    if (triesLeft === 1 && agreed !== 'last-try') return show({ phase: 'warning', ...doing(mine) });
    ask(mine, 'current');
  };

  const begin = async (mine: Job, key: KeyName | null) => {
    show({ phase: 'busy', ...doing(mine) });
    const state = await card.state(key);
    if (job !== mine) return;
    if (state.outcome !== 'done') return finish(mine, toOutcome(state));
    ({ triesLeft, keypad } = state);
    if (triesLeft === 0) return finish(mine, 'blocked');
    if (wrong >= MOST_WRONG) return finish(mine, 'stopped');
    if (mine.does === 'try-login') {
      mine.sign = state.publicKey && trial(state.publicKey, random);
      if (!mine.sign) return finish(mine, 'no-key');
    }
    before(mine, 'nothing');
  };

  const tryCode = async (mine: Job) => {
    show(keypad ? { phase: 'keypad', ...doing(mine), triesLeft } : { phase: 'busy', ...doing(mine) });
    const code = keypad ? null : digits.current.copy();
    const next = keypad || mine.does !== 'change' ? null : digits.new.copy();
    clear();
    const answer = mine.sign
      ? await card.sign({ code, key: mine.sign.key, hash: mine.sign.hash, scheme: mine.sign.scheme, digest: mine.sign.digest })
      : mine.does === 'change'
        ? await card.change(code, next)
        : await card.verify(code);
    if (job !== mine) return;
    triesLeft = answer.triesLeft;
    if (answer.outcome === 'done') {
      wrong = 0;
      signature = answer.signature;
      return finish(mine, mine.does === 'try-login' && !isTrialSigned(mine, answer) ? 'refused' : 'done');
    }
    if (answer.outcome !== 'wrong') return finish(mine, toOutcome(answer));
    wrong++;
    if (triesLeft === 0) return finish(mine, 'blocked');
    if (wrong >= MOST_WRONG || triesLeft === 1) return finish(mine, 'stopped');
    ask(mine, 'current', 'wrong');
  };

  /** The card's public key of a trial stays with it, to see that the signature is right. */
  const trials = new WeakMap<ToSign, { message: Uint8Array; publicKey: Uint8Array }>();
  const trial = (publicKey: Uint8Array, source: CodeDeskOptions['random']): ToSign | null => {
    const kind = createPublicKey({ key: Buffer.from(publicKey), type: 'spki', format: 'der' }).asymmetricKeyType;
    const [hash, scheme] = kind === 'ec' ? (['sha384', 'ecdsa'] as const) : (['sha256', 'pkcs1'] as const);
    const message = source(32);
    const digest = createHash(hash).update(message).digest();
    const made: ToSign = { purpose: { kind: 'try-login' }, key: 'authentication', hash, scheme, digest };
    trials.set(made, { message, publicKey });
    return made;
  };
  const isTrialSigned = (mine: Job, answer: CodeAnswer): boolean => {
    const known = mine.sign && trials.get(mine.sign);
    if (!mine.sign || !known || !answer.signature) return false;
    const key = createPublicKey({ key: Buffer.from(known.publicKey), type: 'spki', format: 'der' });
    return verify(mine.sign.hash, known.message, { key, dsaEncoding: 'ieee-p1363' }, answer.signature);
  };

  const open = (made: Omit<Job, 'end'>, key: KeyName | null) =>
    new Promise<CodeEnd & { signature: Uint8Array | null }>((resolve) => {
      if (job) return resolve({ outcome: 'cancelled', help: false, signature: null });
      job = { ...made, end: (end, signed) => resolve({ ...end, signature: signed }) };
      void begin(job, key);
    });

  /** The code was typed: the next field, or the second asking before the last try, or the card. */
  const typed = (mine: Job, field: PinField) => {
    if (digits[field].count < PIN_SHORTEST) return;
    if (mine.does === 'change' && field === 'current') return ask(mine, 'new');
    if (field === 'new') return digits.new.same(digits.current) ? ask(mine, 'new', 'same') : ask(mine, 'again');
    if (field === 'again' && !digits.again.same(digits.new)) {
      digits.again.clear();
      return ask(mine, 'new', 'differs');
    }
    if (triesLeft === 1) return show({ phase: 'sure', ...doing(mine) });
    void tryCode(mine);
  };

  return {
    view: () => view,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start(task, language) {
      const { outcome, help } = await open({ does: task, language, sign: null }, task === 'try-login' ? 'authentication' : null);
      return { outcome, help };
    },
    sign: (what, language) => open({ does: 'sign', language, sign: what }, what.key),
    press(key) {
      if (!job || view.phase !== 'entry') return;
      active();
      if (key === 'erase') digits[view.field].erase();
      else digits[view.field].press(Number(key));
      type(job, view.field, null);
    },
    go() {
      if (!job) return;
      active();
      if (view.phase === 'consent') before(job, 'signature');
      else if (view.phase === 'warning') before(job, 'last-try');
      else if (view.phase === 'entry') typed(job, view.field);
      else if (view.phase === 'sure') void tryCode(job);
      else if (view.phase === 'end') close({ outcome: view.outcome, help: false });
    },
    back() {
      active();
      // While the card works there is no way back: its answer says whether a try was spent.
      if (view.phase === 'busy' || view.phase === 'keypad' || view.phase === 'closed') return;
      close({ outcome: view.phase === 'end' ? view.outcome : 'cancelled', help: false });
    },
    help() {
      if (view.phase === 'end') close({ outcome: view.outcome, help: true });
    },
    drop(outcome) {
      if (job) close({ outcome: view.phase === 'end' ? view.outcome : outcome, help: false });
    },
    forget() {
      wrong = 0;
      if (job) close({ outcome: 'cancelled', help: false });
    },
  };
}

function toOutcome({ outcome }: CodeAnswer): CodeOutcome {
  if (outcome === 'gone') return 'removed';
  return outcome === 'wrong' ? 'stopped' : outcome;
}

/** The ten digits as on a telephone, 0 last; or shuffled (Fisher-Yates; a byte over 250 is drawn again, so that every order is as likely). */
function order(shuffled: boolean, random: (bytes: number) => Uint8Array): number[] {
  const pad = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];
  if (!shuffled) return pad;
  for (let last = pad.length - 1; last > 0; last--) {
    const most = 256 - (256 % (last + 1));
    let byte = most;
    while (byte >= most) byte = random(1)[0] ?? most;
    const other = byte % (last + 1);
    [pad[last], pad[other]] = [pad[other] ?? 0, pad[last] ?? 0];
  }
  return pad;
}
