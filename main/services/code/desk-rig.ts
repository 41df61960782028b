import { expect } from 'vitest';
import { PinView } from '../../core/card/code.ts';
import type { CardCode, CodeAnswer } from '../card/index.ts';
import { openCodeDesk } from './desk.ts';

type Told = Partial<CodeAnswer>;
const NOTHING: CodeAnswer = { outcome: 'done', triesLeft: null, keypad: false, publicKey: null, signature: null };

/** The dialogue, with a card that says what it is told to say. The real one is in tests/faults/code.test.ts. */
export function openScripted({ state = {}, shuffled = false }: { state?: Told; shuffled?: boolean } = {}) {
  const asked: string[] = [];
  const buffers: Uint8Array[] = [];
  const answers: Told[] = [];
  const gone: (() => void)[] = [];
  const told = { state };
  let hold: Promise<void> | null = null;
  let actives = 0;
  const answer = async (line: string, ...codes: (Uint8Array | null)[]): Promise<CodeAnswer> => {
    asked.push([line, ...codes.map((code) => (code ? Buffer.from(code).toString() : 'keypad'))].join(' '));
    for (const code of codes) if (code) buffers.push(code);
    const next = answers.shift() ?? {};
    await hold;
    for (const code of codes) code?.fill(0);
    return { ...NOTHING, keypad: told.state.keypad ?? false, ...next };
  };
  const card: CardCode = {
    async state(key) {
      asked.push(`state ${key}`);
      return { ...NOTHING, ...told.state };
    },
    verify: (code, language) => answer(`verify ${language}`, code),
    change: (code, next) => answer('change', code, next),
    sign: ({ code, key, hash, scheme }) => answer(`sign ${key} ${hash} ${scheme}`, code),
    onGone(listener) {
      gone.push(listener);
      return () => undefined;
    },
  };
  const desk = openCodeDesk({
    card,
    shuffled,
    random: (bytes) => new Uint8Array(bytes).map((_, i) => (i * 77 + actives * 31 + asked.length * 13) % 256),
    active: () => actives++,
  });
  const seen: PinView[] = [];
  desk.onChange((view) => seen.push(PinView.parse(view)));
  const type = (code: string) => {
    for (const digit of code) desk.press(digit as '0'); // the tests type digits only
    desk.go();
  };
  return {
    desk,
    asked,
    answers,
    buffers,
    seen,
    type,
    told,
    pull() {
      for (const listener of gone) listener();
    },
    holdCard() {
      let free: () => void = () => undefined;
      hold = new Promise((resolve) => {
        free = resolve;
      });
      return () => {
        hold = null;
        free();
      };
    },
    actives: () => actives,
    phase: () => desk.view().phase,
    until: (phase: PinView['phase'], more: object = {}) => expect.poll(() => desk.view()).toMatchObject({ phase, ...more }),
  };
}
