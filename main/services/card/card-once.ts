import type { ReadResult } from '../../../native/messages.ts';
import type { OnceField } from '../../core/portal/once.ts';

/** `ask`: not agreed to yet · `gone`: no eID is there, or it went, or the visit ended, while it was read. */
export type OnceValues =
  | { ok: true; values: Partial<Record<OnceField, string>> }
  | { ok: false; why: 'ask' | 'gone' | 'unreadable' | 'not-genuine' };

/** What of the card that is there may be typed elsewhere: a consent of its own for each field, apart from what the view shows. */
export interface CardOnce {
  /**
   * Reads these fields, verifies, and gives those that the card has. `agree`: the citizen agrees to them now; else all must have been
   * agreed to. Each leaves the card process once; the values are in no view and no event, and go with the card, and by `forget`.
   */
  read(fields: readonly OnceField[], agree: boolean): Promise<OnceValues>;
}

export interface CardOnceDesk extends CardOnce {
  onResult(report: ReadResult): void;
  /** The card process has no other read to do: one that was put off may be sent. */
  resume(): void;
  /** Consent and values are gone, and whoever waits is told so. */
  drop(): void;
}

/** `send` asks the card process and gives the number of the question, or null while another read must come first. */
export function openCardOnce(options: { present: () => boolean; send: (fields: OnceField[]) => number | null }): CardOnceDesk {
  const agreed = new Set<OnceField>();
  /** Empty: the card has no such thing. */
  const values = new Map<OnceField, string>();
  let waiting: {
    fields: OnceField[];
    id: number | null;
    answer: (how: 'read' | 'gone' | 'unreadable' | 'not-genuine') => void;
  } | null = null;
  /** A yes is said to the card that is there now, not to the next one. */
  let card = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const answer = (how: Parameters<NonNullable<typeof waiting>['answer']>[0]) => {
    const { answer: tell } = waiting ?? {};
    waiting = null;
    tell?.(how);
  };
  const fetch = (fields: OnceField[]) =>
    new Promise<'read' | 'gone' | 'unreadable' | 'not-genuine'>((resolve) => {
      waiting = { fields, id: options.send(fields), answer: resolve };
    });
  const read = async (asked: number, fields: readonly OnceField[], agree: boolean): Promise<OnceValues> => {
    if (asked !== card || !options.present()) return { ok: false, why: 'gone' };
    if (agree) for (const field of fields) agreed.add(field);
    if (!fields.every((field) => agreed.has(field))) return { ok: false, why: 'ask' };
    const missing = fields.filter((field) => !values.has(field));
    if (missing.length > 0) {
      const how = await fetch(missing);
      if (how !== 'read') return { ok: false, why: how };
      if (asked !== card) return { ok: false, why: 'gone' };
    }
    const found = fields.map((field) => [field, values.get(field)] as const).filter(([, value]) => value);
    return { ok: true, values: Object.fromEntries(found) };
  };

  return {
    read(fields, agree) {
      // One after the other: the card process does the last read that it is asked for, and no other.
      const asked = card;
      const mine = turn.then(() => read(asked, fields, agree));
      turn = mine;
      return mine;
    },
    onResult({ id, outcome, fields }) {
      if (!waiting || waiting.id !== id) return;
      if (outcome === 'removed') return; // the reader tells, and `drop` follows
      if (outcome === 'genuine') for (const field of waiting.fields) values.set(field, fields[field] ?? '');
      answer(outcome === 'genuine' ? 'read' : outcome === 'not-genuine' ? outcome : 'unreadable');
    },
    resume() {
      if (waiting) waiting.id = options.send(waiting.fields);
    },
    drop() {
      card++;
      agreed.clear();
      values.clear();
      answer('gone');
    },
  };
}
