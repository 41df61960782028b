import type { CodeReport, CodeRequest, HashName, KeyName, Scheme } from '../../../native/messages.ts';
import type { Unaddressed } from './unaddressed.ts';

export type CodeAnswer = Omit<CodeReport, 'kind' | 'id'>;

/**
 * What can be done with the code of the card that is there. `state` comes first: all that follows is for the chip it was asked of, and
 * is `gone` for any other. Codes are ASCII digits, null for the reader's own keypad, whose display speaks `language`; they are
 * overwritten as soon as they are on their way. None throws, and each resolves: a card process that never answers is ended by its
 * watchdog.
 */
export interface CardCode {
  /** What the card tells without spending a try; with a key, its public half. `change`: whether the code is to be changed. */
  state(key: KeyName | null, change: boolean): Promise<CodeAnswer>;
  verify(code: Uint8Array | null, language: string): Promise<CodeAnswer>;
  change(code: Uint8Array | null, next: Uint8Array | null, language: string): Promise<CodeAnswer>;
  sign(what: SignWork): Promise<CodeAnswer>;
  /** Takes from the card that is there all rights it gave to any program, by its power. False: nobody can say that it was done. */
  reset(): Promise<boolean>;
  /** Nobody wants any more of it: nothing is begun, or signed, that was not yet. What was asked is still answered. */
  cancel(): void;
  /** Calls back when the card that `state` was asked of is gone. */
  onGone(listener: () => void): () => void;
}

export interface SignWork {
  code: Uint8Array | null;
  key: KeyName;
  hash: HashName;
  scheme: Scheme;
  digest: Uint8Array;
  language: string;
}

const GONE: CodeAnswer = { outcome: 'gone', triesLeft: null, sent: false, keypad: false, publicKey: null, signature: null };

/** Asks the card process. `insertion`: the card that is there now, or null. `today`: ISO date. */
export function openCardCode(options: {
  send(request: CodeRequest | { kind: 'cancel' }): void;
  insertion(): number | null;
  today(): string;
}): CardCode & {
  onReport(report: CodeReport): void;
  /** The card is gone. What it was asked is answered by its process. */
  drop(): void;
  /** The process is gone: nobody will answer, and a code that was on its way may have been asked. */
  down(): void;
} {
  let last = 0;
  let asked: number | null = null;
  const waiting = new Map<number, (answer: CodeAnswer) => void>();
  const listeners = new Set<() => void>();

  const ask = async (work: Unaddressed<CodeRequest>, insertion = asked): Promise<CodeAnswer> => {
    const id = ++last;
    const isThere = insertion !== null && insertion === options.insertion();
    const answered = new Promise<CodeAnswer>((resolve) => waiting.set(id, resolve));
    if (isThere)
      options.send({ kind: 'code', id, insertion, ...work } as CodeRequest); // the union of the parts is the union
    else waiting.get(id)?.(GONE);
    // Sending made a copy.
    if ('code' in work) work.code?.fill(0);
    if ('next' in work) work.next?.fill(0);
    return await answered.finally(() => waiting.delete(id));
  };
  const drop = () => {
    const was = asked;
    asked = null;
    if (was !== null) for (const listener of listeners) listener();
  };
  return {
    state(key, change) {
      asked = options.insertion();
      return ask({ do: 'state', key, change, today: options.today() });
    },
    verify: (code, language) => ask({ do: 'verify', code, language }),
    change: (code, next, language) => ask({ do: 'change', code, next, language }),
    sign: ({ code, key, hash, scheme, digest, language }) => ask({ do: 'sign', code, key, hash, scheme, digest, language }),
    reset: async () => (await ask({ do: 'reset' }, options.insertion())).outcome === 'done',
    onGone(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReport({ kind: _, id, ...answer }) {
      waiting.get(id)?.(answer);
    },
    cancel() {
      asked = null;
      options.send({ kind: 'cancel' });
    },
    drop,
    down() {
      drop();
      for (const answer of waiting.values()) answer({ ...GONE, sent: true });
    },
  };
}
