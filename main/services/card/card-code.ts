import type { CodeReport, CodeRequest, HashName, KeyName, Scheme } from '../../../native/messages.ts';

export type CodeAnswer = Omit<CodeReport, 'kind' | 'id'>;

/**
 * What can be done with the code of the card that is there. `state` comes first: all that follows is for the card it was asked of, and
 * is `gone` for any other. Codes are ASCII digits, null for the reader's own keypad, whose display speaks `language`; they are
 * overwritten before these resolve. None throws, and each resolves: a card process that never answers is ended by its watchdog.
 */
export interface CardCode {
  /** What the card tells without spending a try; with a key, its public half. */
  state(key: KeyName | null): Promise<CodeAnswer>;
  verify(code: Uint8Array | null, language: string): Promise<CodeAnswer>;
  change(code: Uint8Array | null, next: Uint8Array | null, language: string): Promise<CodeAnswer>;
  sign(what: SignWork): Promise<CodeAnswer>;
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

const GONE: CodeAnswer = { outcome: 'gone', triesLeft: null, keypad: false, publicKey: null, signature: null };

type Work = CodeRequest extends infer R ? (R extends CodeRequest ? Omit<R, 'kind' | 'id' | 'insertion'> : never) : never;

/** Asks the card process. `insertion`: the card that is there now, or null. `today`: ISO date. */
export function openCardCode(options: {
  send(request: CodeRequest): void;
  insertion(): number | null;
  today(): string;
}): CardCode & {
  onReport(report: CodeReport): void;
  /** The card or the process is gone: nobody will answer. */
  drop(): void;
} {
  let last = 0;
  let asked: number | null = null;
  const waiting = new Map<number, (answer: CodeAnswer) => void>();
  const listeners = new Set<() => void>();

  const ask = async (work: Work): Promise<CodeAnswer> => {
    const insertion = asked;
    const id = ++last;
    try {
      if (insertion === null || insertion !== options.insertion()) return GONE;
      return await new Promise<CodeAnswer>((resolve) => {
        waiting.set(id, resolve);
        options.send({ kind: 'code', id, insertion, ...work } as CodeRequest); // the union of the parts is the union
      });
    } finally {
      waiting.delete(id);
      if ('code' in work) work.code?.fill(0);
      if ('next' in work) work.next?.fill(0);
    }
  };
  return {
    state(key) {
      asked = options.insertion();
      return ask({ do: 'state', key, today: options.today() });
    },
    verify: (code, language) => ask({ do: 'verify', code, language }),
    change: (code, next, language) => ask({ do: 'change', code, next, language }),
    sign: ({ code, key, hash, scheme, digest, language }) => ask({ do: 'sign', code, key, hash, scheme, digest, language }),
    onGone(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onReport({ kind: _, id, ...answer }) {
      waiting.get(id)?.(answer);
    },
    drop() {
      const was = asked;
      asked = null;
      for (const answer of waiting.values()) answer(GONE);
      if (was !== null) for (const listener of listeners) listener();
    },
  };
}
