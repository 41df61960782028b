import type { CodeReport, CodeRequest, HashName, KeyName, Scheme } from '../../../native/messages.ts';

export type CodeAnswer = Omit<CodeReport, 'kind' | 'id'>;

/** What can be done with the code of the card that is there. Codes are overwritten before these resolve; none throws. */
export interface CardCode {
  /** What the card tells without spending a try; with a key, its public half. */
  state(key: KeyName | null): Promise<CodeAnswer>;
  /** `code`: ASCII digits, or null for the reader's own keypad. */
  verify(code: Uint8Array | null): Promise<CodeAnswer>;
  change(code: Uint8Array | null, next: Uint8Array | null): Promise<CodeAnswer>;
  sign(what: { code: Uint8Array | null; key: KeyName; hash: HashName; scheme: Scheme; digest: Uint8Array }): Promise<CodeAnswer>;
}

const GONE: CodeAnswer = { outcome: 'gone', triesLeft: null, keypad: false, publicKey: null, signature: null };

type Work = CodeRequest extends infer R ? (R extends CodeRequest ? Omit<R, 'kind' | 'id' | 'insertion'> : never) : never;

/** Asks the card process, one question at a time. `insertion`: the card that is there now, or null. */
export function openCardCode(options: { send(request: CodeRequest): void; insertion(): number | null }): CardCode & {
  onReport(report: CodeReport): void;
  /** The card or the process is gone: nobody will answer. */
  drop(): void;
} {
  let last = 0;
  const waiting = new Map<number, (answer: CodeAnswer) => void>();
  const ask = async (work: Work): Promise<CodeAnswer> => {
    const insertion = options.insertion();
    const id = ++last;
    try {
      if (insertion === null) return GONE;
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
    state: (key) => ask({ do: 'state', key }),
    verify: (code) => ask({ do: 'verify', code }),
    change: (code, next) => ask({ do: 'change', code, next }),
    sign: (what) => ask({ do: 'sign', ...what }),
    onReport({ kind: _, id, ...answer }) {
      waiting.get(id)?.(answer);
    },
    drop() {
      for (const answer of waiting.values()) answer(GONE);
    },
  };
}
